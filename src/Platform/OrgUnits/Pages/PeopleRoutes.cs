using System.Globalization;
using Luoshi.Platform.Administration;
using Luoshi.Platform.Identity;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits.Pages;

public sealed record PersonRow(Guid Id, string Name, IReadOnlyList<string> Posts, string? UserName);

internal static class PeopleRoutes
{
    private const int Size = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/admin/people").RequireAuthorization();
        pages.MapGet("", ListAsync);
        pages.MapGet("/{id:guid}", ShowAsync);
        pages.MapPost("/{id:guid}", StoreAsync);
    }

    private static async Task<IResult> ListAsync(AdminSight sight, LuoshiDb db, OrgDirectory directory, TimeProvider clock, string? q, string? without, int? page, CancellationToken cancellation)
    {
        if (await sight.RefusedAsync(cancellation) is { } refusal)
            return AdminAnswers.Denied(refusal);
        var (today, search, number) = (LocalTime.Today(clock), q?.Trim() ?? "", Math.Max(page ?? 1, 1));
        var people = db.Set<Person>().AsNoTracking();
        if (search.Length > 0)
            people = people.Where(p => p.Name.Contains(search));
        if (without is not null)
            people = people.Where(p => !db.Set<Account>().Any(a => a.PersonId == p.Id) && db.Set<PostHolding>().Any(h => h.PersonId == p.Id && h.From <= today && (h.Until == null || h.Until >= today)));
        var total = await people.CountAsync(cancellation);
        var shown = await people.OrderBy(p => p.Name).ThenBy(p => p.Id).Skip((number - 1) * Size).Take(Size).Select(p => new { p.Id, p.Name }).ToListAsync(cancellation);
        var ids = shown.ConvertAll(p => p.Id);
        var posts = (await directory.PostsAsync(today, cancellation: cancellation)).Where(p => p.PersonId is not null).ToLookup(p => p.PersonId!.Value, p => p.UnitName + p.Title);
        var accounts = (await db.Set<Account>().Where(a => ids.Contains(a.PersonId)).Select(a => new { a.PersonId, a.UserName }).ToListAsync(cancellation)).ToLookup(a => a.PersonId, a => a.UserName);
        var rows = shown.ConvertAll(p => new PersonRow(p.Id, p.Name, [.. posts[p.Id]], accounts[p.Id].FirstOrDefault()));
        return Page.Of<PeoplePage>(new { Rows = rows, Search = search, Without = without is not null, PageNumber = number, Total = total, Size });
    }

    private static async Task<IResult> ShowAsync(Guid id, AdminSight sight, PostSheets sheets, CancellationToken cancellation)
    {
        if (await sight.RefusedAsync(cancellation) is { } refusal)
            return AdminAnswers.Denied(refusal);
        return await sheets.PersonAsync(id, cancellation) is { } sheet
            ? Page.Of<PersonPage>(new { Sheet = sheet, Form = new FormState().With("name", sheet.Name).With("phone", sheet.Phone).With("email", sheet.Email) })
            : Page.NotFound();
    }

    private static async Task<IResult> StoreAsync(Guid id, HttpContext http, AdminDoor door, PostRegister posts, PostSheets sheets)
    {
        var cancellation = http.RequestAborted;
        if (!(await door.OverPersonAsync(id, cancellation)).TryGet(out var actor, out var refusal))
            return AdminAnswers.Denied(refusal);
        var form = await AdminAnswers.FormAsync(http);
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        if ((await AdminAnswers.TryAsync(() => posts.ChangePersonAsync(id, form["name"], form["phone"], form["email"], seen, actor, cancellation))).TryGet(out _, out refusal))
            return Results.Redirect($"/admin/people/{id}");
        form.Reject(refusal);
        return await sheets.PersonAsync(id, cancellation) is { } sheet ? Page.Of<PersonPage>(new { Sheet = sheet, Form = form }, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }
}
