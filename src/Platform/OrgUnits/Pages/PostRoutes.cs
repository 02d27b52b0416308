using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Access;
using Luoshi.Platform.Administration;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Platform.OrgUnits.Pages;

/// <summary>A post's sheet: who holds it, who stands in, what it may do.</summary>
internal static class PostRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/admin/posts/{id:guid}").RequireAuthorization();
        pages.MapGet("", ShowAsync);
        foreach (var step in new[] { "appoint", "deputise", "grant", "rename", "close" })
        {
            pages.MapGet("/" + step, (Guid id, PostForms forms, CancellationToken cancellation) => forms.ShowAsync(id, step, cancellation));
            pages.MapPost("/" + step, (Guid id, HttpContext http, PostForms forms) => forms.StoreAsync(id, step, http));
        }

        pages.MapPost("/holdings/{row:guid}/end", (Guid id, Guid row, HttpContext http, PostEnds ends) => ends.EndAsync(id, http, (posts, _, last, actor) => posts.EndAsync(row, last, actor, cancellation: http.RequestAborted)));
        pages.MapPost("/deputies/{row:guid}/end", (Guid id, Guid row, HttpContext http, PostEnds ends) => ends.EndAsync(id, http, (posts, _, last, actor) => posts.EndDeputyAsync(row, last, actor, http.RequestAborted)));
        pages.MapPost("/grants/{row:guid}/end", (Guid id, Guid row, HttpContext http, PostEnds ends) => ends.EndAsync(id, http, (_, roles, last, actor) => roles.UnbindAsync(row, last, actor, cancellation: http.RequestAborted)));
    }

    private static async Task<IResult> ShowAsync(Guid id, AdminSight sight, PostSheets sheets, TimeProvider clock, CancellationToken cancellation)
    {
        if (await sight.RefusedAsync(cancellation) is { } refusal)
            return AdminAnswers.Denied(refusal);
        return await sheets.OfAsync(id, cancellation) is { } sheet ? Page.Of<PostPage>(new { Sheet = sheet, Today = LocalTime.Today(clock) }) : Page.NotFound();
    }
}

/// <summary>Ends an appointment, a deputyship or a role from the post's sheet. The row must be the post's: the door was opened for that one.</summary>
internal sealed class PostEnds(AdminDoor door, PostRegister posts, RoleBindings roles, PostSheets sheets, TimeProvider clock)
{
    public async Task<IResult> EndAsync(Guid id, HttpContext http, Func<PostRegister, RoleBindings, DateOnly, Actor, Task<Outcome<Guid>>> end)
    {
        var cancellation = http.RequestAborted;
        if (!(await door.OverPostAsync(id, cancellation)).TryGet(out var actor, out var refusal))
            return AdminAnswers.Denied(refusal);
        if (await sheets.OfAsync(id, cancellation) is not { } sheet || !Owns(sheet, http.GetRouteValue("row")))
            return Page.NotFound();
        var form = await AdminAnswers.FormAsync(http);
        if (AdminInput.NeededDay(form, "last") is not { } last)
            return Refused(sheet, AdminTexts.BadDay);
        return (await end(posts, roles, last, actor)).TryGet(out _, out refusal) ? Results.Redirect($"/admin/posts/{id}") : Refused(sheet, new Words(refusal.Chinese, refusal.English));
    }

    private static bool Owns(PostSheet sheet, object? row) => Guid.TryParse(Convert.ToString(row, CultureInfo.InvariantCulture), out var id)
        && (sheet.Holders.Any(h => h.Id == id) || sheet.Deputies.Any(d => d.Id == id) || sheet.Grants.Any(g => g.Id == id));

    private IResult Refused(PostSheet sheet, Words why) => Page.Of<PostPage>(new { Sheet = sheet, Today = LocalTime.Today(clock), Refused = why }, StatusCodes.Status422UnprocessableEntity);
}
