using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Items.Assigning;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <summary>Giving items to units, and units signing for them.</summary>
internal static class AssignRoutes
{
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '\n'];

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapPost("/items/{id:guid}/assign", AssignAsync);
        pages.MapGet("/units/{unit:guid}", TasksAsync);
        pages.MapPost("/tasks/{id:guid}/sign", SignAsync);
    }

    private static async Task<IResult> AssignAsync(Guid id, LedgerAccess access, AssignItem assign, UnitNames names, ItemViews views, PageModel<ItemView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation)).With("assign", "1");
        var read = await AssignmentAsync(id, form, names, cancellation);
        var outcome = read.TryGet(out var assignment, out var unreadable) ? await assign.RunAsync(assignment, acting, cancellation) : unreadable;
        if (outcome.IsOk)
            return Results.Redirect($"/ledger/items/{id}");
        form.Reject(outcome.Refusal);
        return await views.OfAsync(id, form, cancellation) is { } view ? LedgerRoutes.Show<ItemPage, ItemView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }

    private static async Task<Outcome<Assignment>> AssignmentAsync(Guid id, FormState form, UnitNames names, CancellationToken cancellation)
    {
        if (form["lead"].Length == 0)
            return LedgerRefusals.Missing("lead", "牵头单位", "lead unit");
        DateOnly? deadline = null;
        if (form["deadline"].Length > 0)
        {
            if (!DateOnly.TryParseExact(form["deadline"], "yyyy-MM-dd", out var day))
                return LedgerRefusals.Missing("deadline", "完成时限（年-月-日）", "deadline (year-month-day)");
            deadline = day;
        }

        var units = new Dictionary<string, IReadOnlyList<Guid>>(StringComparer.Ordinal);
        foreach (var field in new[] { "lead", "responsible", "supporting" })
        {
            var typed = form[field].Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (!(await names.FindAsync(field, typed, cancellation)).TryGet(out var found, out var refusal))
                return refusal;
            units[field] = found;
        }

        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        return new Assignment
        {
            ItemId = id,
            SeenVersion = seen,
            LeadPostId = Guid.TryParse(form["post"], out var post) ? post : null,
            Lead = units["lead"][0],
            // A second name in the lead's field shares the task as a responsible unit.
            Responsible = [.. units["lead"].Skip(1), .. units["responsible"]],
            Supporting = units["supporting"],
            Deadline = deadline,
            Contact = Blank(form["contact"]),
            Decision = Blank(form["decision"]),
            Reason = Blank(form["reason"]),
        };
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    private static async Task<IResult> TasksAsync(Guid unit, UnitTaskViews views, PageModel<UnitTaskView> model, HttpContext context) =>
        await views.OfAsync(unit, context.RequestAborted) is { } view ? LedgerRoutes.Show<UnitTasksPage, UnitTaskView>(model, view) : Page.NotFound();

    private static async Task<IResult> SignAsync(Guid id, LedgerAccess access, SignForTask sign, LuoshiDb db, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await db.Set<ItemUnit>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancellation) is not { } share)
            return Page.NotFound();
        var hand = await access.ReporterAsync(share.UnitId, cancellation);
        if (!hand.IsOk)
            hand = await access.LeaderAsync(share.UnitId, cancellation);
        if (!hand.TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var outcome = await sign.RunAsync(id, acting, cancellation);
        return outcome.TryGet(out var unit, out var refusal) ? Results.Redirect($"/ledger/units/{unit}") : LedgerRoutes.Refused(refusal);
    }
}
