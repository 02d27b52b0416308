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

    private static async Task<IResult> RemindAsync(LedgerAccess access, RemindUnits remind, OrgDirectory directory, PageModel<BulkResult> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!(await access.OfficeAsync(cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var typed = await context.Request.ReadFormAsync(cancellation);
        var form = FormState.From(typed);
        var back = OverviewRoutes.Back(form["query"], OverviewPaths.Units);
        var units = typed["pick"].Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Take(UnitsViews.Size).ToList();
        if (units.Count == 0 || LedgerRoutes.PeriodOf(form["month"]) is not { Months: 1 } month)
            return OverviewRoutes.Done(OverviewTexts.Remind, new Refusal("bulk.nothing_picked", OverviewTexts.NothingPicked.Chinese, OverviewTexts.NothingPicked.English), back, model);
        var outcome = await remind.RunAsync(new ReminderOrder { Month = month, About = ReminderAbout.Report, Word = form["word"], Units = [.. units.Select(u => new UnitToRemind(u, []))] }, acting, cancellation);
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
}
