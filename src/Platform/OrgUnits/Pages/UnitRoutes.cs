using System.Globalization;
using Luoshi.Platform.Administration;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Platform.OrgUnits.Pages;

/// <summary>The tree of units, a unit's sheet, and setting up, changing and closing units. Mergers and splits have routes of their own.</summary>
internal static class UnitRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/admin/units").RequireAuthorization();
        pages.MapGet("", TreeAsync);
        pages.MapGet("/new", (Guid? under, UnitForms forms, CancellationToken cancellation) => forms.NewAsync(under, cancellation));
        pages.MapPost("/new", (HttpContext http, UnitForms forms) => forms.AddAsync(http));
        pages.MapGet("/{id:guid}", ShowAsync);
        pages.MapGet("/{id:guid}/change", (Guid id, UnitForms forms, CancellationToken cancellation) => forms.ChangeAsync(id, cancellation));
        pages.MapPost("/{id:guid}/change", (Guid id, HttpContext http, UnitForms forms) => forms.StoreAsync(id, http));
        pages.MapGet("/{id:guid}/close", (Guid id, UnitForms forms, CancellationToken cancellation) => forms.CloseAsync(id, cancellation));
        pages.MapPost("/{id:guid}/close", (Guid id, HttpContext http, UnitForms forms) => forms.EndAsync(id, http));
        pages.MapPost("/{id:guid}/posts", AddPostAsync);
        ReorganiseRoutes.Map(pages);
    }

    private static async Task<IResult> TreeAsync(AdminSight sight, AdminDoor door, UnitSheets sheets, TimeProvider clock, string? day, string? q, string? vacant, CancellationToken cancellation)
    {
        if (await sight.RefusedAsync(cancellation) is { } refusal)
            return AdminAnswers.Denied(refusal);
        var on = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : LocalTime.Today(clock);
        var rows = await sheets.TreeAsync(on, q?.Trim() ?? "", vacant is not null, cancellation);
        return Page.Of<UnitsPage>(new { Rows = rows, Day = on, Search = q?.Trim() ?? "", VacantOnly = vacant is not null, MayAdd = (await door.EnterAsync(cancellation)).IsOk });
    }

    private static async Task<IResult> ShowAsync(Guid id, AdminSight sight, UnitSheets sheets, TimeProvider clock, CancellationToken cancellation) =>
        await sight.RefusedAsync(cancellation) is { } refusal ? AdminAnswers.Denied(refusal) : await SheetAsync(id, sheets, Fresh(clock), cancellation);

    private static async Task<IResult> AddPostAsync(Guid id, HttpContext http, AdminDoor door, PostRegister posts, UnitSheets sheets)
    {
        if (!(await door.OverUnitAsync(id, http.RequestAborted)).TryGet(out var actor, out var refusal))
            return AdminAnswers.Denied(refusal);
        var form = await AdminAnswers.FormAsync(http);
        if (AdminInput.NeededDay(form, "from") is { } from)
        {
            if ((await posts.AddAsync(id, form["title"], from, actor, http.RequestAborted)).TryGet(out var post, out refusal))
                return Results.Redirect($"/admin/posts/{post}");
            form.Reject(refusal);
        }

        return await SheetAsync(id, sheets, form, http.RequestAborted);
    }

    private static async Task<IResult> SheetAsync(Guid id, UnitSheets sheets, FormState form, CancellationToken cancellation) =>
        await sheets.OfAsync(id, cancellation) is { } sheet
            ? Page.Of<UnitPage>(new { Sheet = sheet, Form = form }, form.HasErrors ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK)
            : Page.NotFound();

    private static FormState Fresh(TimeProvider clock) => new FormState().With("title", "").With("from", LocalTime.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
