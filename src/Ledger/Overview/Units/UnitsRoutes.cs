using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Overview.Bulk;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Overview.Reminding;
using Luoshi.Ledger.Pages;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Luoshi.Ledger.Overview.Units;

internal static class UnitsRoutes
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/overview/units", ShowAsync);
        pages.MapPost("/overview/units/remind", RemindAsync);
    }

    private static async Task<IResult> ShowAsync(UnitsViews views, PageModel<UnitsView> model, HttpContext context)
    {
        _ = int.TryParse(context.Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        return LedgerRoutes.Show<UnitsPage, UnitsView>(model, await views.OfAsync(UnitsFilter.From(context.Request.Query), page, new FormState(), context.RequestAborted));
    }

    private static async Task<IResult> RemindAsync(LedgerAccess access, RemindUnits remind, OrgDirectory directory, UnitsViews views, PageModel<UnitsView> page, PageModel<BulkResult> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var typed = await context.Request.ReadFormAsync(cancellation);
        var form = FormState.From(typed);
        var back = OverviewRoutes.Back(form["query"], OverviewPaths.Units);
        var picked = typed["pick"].Select(Picked).Where(u => u.Unit != Guid.Empty).DistinctBy(u => u.Unit).Take(UnitsViews.Size).ToList();
        var units = picked.ConvertAll(u => u.Unit);
        if (LedgerRoutes.PeriodOf(form["month"]) is not { Months: 1 } month)
            return Page.NotFound();
        if (units.Count == 0)
        {
            form.Reject(new Refusal("remind.nobody_picked", "没有勾选单位：请先在表里勾选要催办的单位。", "No unit was ticked: tick those to remind first."));
            var filter = UnitsFilter.From(new QueryCollection(QueryHelpers.ParseQuery(form["query"]))) with { Month = month };
            return LedgerRoutes.Show<UnitsPage, UnitsView>(page, await views.OfAsync(filter, page: 1, form, cancellation), StatusCodes.Status422UnprocessableEntity);
        }

        var outcome = await remind.RunAsync(new ReminderOrder { Month = month, About = ReminderAbout.Report, Word = form["word"], Units = picked }, acting, cancellation);
        if (!outcome.TryGet(out var reminded, out var refusal))
            return OverviewRoutes.Done(OverviewTexts.Remind, refusal, back, model);
        var names = await directory.NamesAsync(units, cancellation);
        List<BulkLine> lines =
        [
            .. reminded.OrderBy(r => r.Refusal is null)
                .Select(r => new BulkLine(names.GetValueOrDefault(r.Unit, "—"), $"/ledger/reports/{r.Unit}/{month}", new Words($"已通知 {r.People} 人", $"{r.People} told"), r.Refusal)),
        ];
        return OverviewRoutes.Done(OverviewTexts.Remind, lines, back, model);
    }

    /// <summary>A unit, and behind a colon the one above it that is told in its place.</summary>
    private static UnitToRemind Picked(string? value) => value?.Split(':') is [var unit, .. var rest] && Guid.TryParse(unit, out var id)
        ? new UnitToRemind(id, []) { Through = rest is [var above] && Guid.TryParse(above, out var parent) ? parent : null }
        : new UnitToRemind(Guid.Empty, []);
}
