using Luoshi.Kernel.Rules;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <param name="ByMonth">The worst light of the unit in each month; null where nothing was rated.</param>
internal sealed record HeatRow(string Unit, IReadOnlyList<(Light Light, Progress Progress, int Alarms)?> ByMonth);

internal sealed record HeatView(PromiseList List, RulePack Pack, IReadOnlyList<HeatRow> Rows);

/// <summary>Unit by month: where it burns and since when.</summary>
internal sealed class HeatViews(LuoshiDb db, LocalRules rules, OrgDirectory directory)
{
    public async Task<HeatView?> OfAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancellation) is not { } list)
            return null;
        var rated = await db.Set<StoredAssessment>().AsNoTracking()
            .Join(db.Set<Indicator>().Where(i => i.CountsAsPromised && i.PartOfId == null && i.UnitId != null), a => a.IndicatorId, i => i.Id, (a, i) => new { Assessment = a, i.UnitId, i.ItemId })
            .Join(db.Set<Item>().Where(i => i.ListId == id), x => x.ItemId, i => i.Id, (x, _) => new { x.Assessment, x.UnitId })
            .ToListAsync(cancellation);
        var names = await directory.NamesAsync([.. rated.Select(r => r.UnitId ?? default).Distinct()], cancellation);
        var rows = rated.GroupBy(r => r.UnitId ?? default)
            .Select(g => new HeatRow(names.GetValueOrDefault(g.Key, "—"), Months(list, [.. g.Select(r => r.Assessment)])))
            .OrderByDescending(r => r.ByMonth.Sum(m => m?.Alarms ?? 0)).ThenBy(r => r.Unit, StringComparer.Ordinal);
        return new HeatView(list, rules.PackOf(list, list.Plan.LastDay), [.. rows]);
    }

    private static IReadOnlyList<(Light, Progress, int)?> Months(PromiseList list, StoredAssessment[] rated) =>
    [
        .. Enumerable.Range(1, 12).Select(month =>
        {
            var those = rated.Where(a => a.PeriodEnd.Year == list.Year && a.PeriodEnd.Month == month).Select(a => a.Judgement).ToArray();
            return those.Length == 0 ? ((Light, Progress, int)?)null : Worst(those);
        }),
    ];

    private static (Light, Progress, int) Worst(Judgement[] judged)
    {
        Light[] order = [Light.Alarm, Light.Warning, Light.None, Light.Good, Light.Done];
        var worst = judged.MinBy(j => Array.IndexOf(order, j.Light)) ?? judged[0];
        return (worst.Light, worst.Progress, judged.Count(j => j.Light == Light.Alarm));
    }
}
