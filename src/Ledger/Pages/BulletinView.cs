using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Bulletins;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards.Official;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

internal sealed record BulletinView(PromiseList List, Period Period, string Text);

internal sealed class BulletinViews(LuoshiDb db, ListViews lists, HomeViews homes)
{
    public async Task<BulletinView?> OfAsync(Guid id, Period period, CancellationToken cancellation)
    {
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancellation) is not { } list)
            return null;
        var now = await lists.LinesAsync(list, period, cancellation);
        var last = period.FirstDay.AddDays(-1);
        var before = list.Plan.Contains(last) && await AnyFigureAsync(list.Id, last, cancellation)
            ? (await lists.LinesAsync(list, Period.OfMonth(last.Year, last.Month), cancellation)).SelectMany(i => i.Indicators).ToDictionary(l => l.Facts.Indicator.Id, l => l.Light)
            : [];
        var lines = now.SelectMany(item => item.Indicators.Where(l => l.Facts.Indicator is { CountsAsPromised: true, PartOfId: null }).Select(l => new BulletinLine(
            item.Lead ?? "（未明确牵头单位）",
            item.Item.Name,
            l.Facts.Indicator.Name,
            l.Progress,
            l.Light,
            before.TryGetValue(l.Facts.Indicator.Id, out var light) ? light : null,
            l.Found.Overdue,
            l.Stored?.DecisionReason ?? l.Found.Reason.Chinese))).ToList();
        var missing = await homes.MissingAsync(period, now.SelectMany(i => i.Indicators).Select(l => l.Facts.Indicator.UnitId).OfType<Guid>().ToHashSet(), cancellation);
        return new BulletinView(list, period, BulletinWriter.Write(list.Place, ListName(list), period, lines, missing));
    }

    /// <summary>A month nobody reported in is no former period: its lights tell of silence, not of work.</summary>
    private Task<bool> AnyFigureAsync(Guid list, DateOnly end, CancellationToken cancellation) =>
        db.Set<AcceptedFigure>().Where(f => f.PeriodEnd == end)
            .Join(db.Set<Indicator>(), f => f.IndicatorId, i => i.Id, (_, indicator) => indicator.ItemId)
            .Join(db.Set<Item>().Where(i => i.ListId == list), item => item, i => i.Id, (item, _) => item).AnyAsync(cancellation);

    private static string ListName(PromiseList list) => list.Title.Replace(list.Place, "", StringComparison.Ordinal).Replace($"{list.Year}年", "", StringComparison.Ordinal);
}

internal static class BulletinRoutes
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/lists/{id:guid}/bulletin", ShowAsync);

    private static async Task<IResult> ShowAsync(Guid id, string? period, string? format, LedgerAccess access, BulletinViews views, PageModel<BulletinView> model, HttpContext context)
    {
        if (!(await access.OfficeAsync(context.RequestAborted)).TryGet(out _, out var refused))
            return LedgerRoutes.Refused(refused);
        if (LedgerRoutes.PeriodOf(period) is not { Months: 1 } month || await views.OfAsync(id, month, context.RequestAborted) is not { } view)
            return Page.NotFound();
        return format == "docx"
            ? Results.File(OfficialDocument.Make(view.Text), CardRoutes.Word, view.Text.Split('\n')[0] + ".docx")
            : LedgerRoutes.Show<BulletinPage, BulletinView>(model, view);
    }
}
