using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <param name="Light">The worst of the month.</param>
/// <param name="Count">How many indicators show it: the rows behind the cell.</param>
internal sealed record HeatCell(Light Light, int Count);

/// <param name="ByMonth">Null where nothing was rated.</param>
internal sealed record HeatRow(Guid UnitId, string Unit, int Alarms, IReadOnlyList<HeatCell?> ByMonth);

internal sealed record HeatView
{
    public required PromiseList List { get; init; }

    public required RulePack Pack { get; init; }

    public required IReadOnlyList<HeatRow> Rows { get; init; }

    public required int Units { get; init; }

    public required int Page { get; init; }

    public string Unit { get; init; } = "";

    public bool Below { get; init; }

    public Words? UnitProblem { get; init; }
}

/// <summary>Unit by month: where it burns and since when. Counted from the tallies, a page of units at a time.</summary>
internal sealed class HeatViews(LuoshiDb db, LocalRules rules, FilterReader reader, OrgDirectory directory)
{
    public const int Size = 50;

    private static readonly Light[] Order = [Light.Alarm, Light.Warning, Light.None, Light.Good, Light.Done];

    public async Task<HeatView?> OfAsync(Guid id, string unit, bool below, int page, CancellationToken cancellation)
    {
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, cancellation) is not { } list)
            return null;
        var known = await reader.ReadAsync(new OverviewFilter { Month = Period.OfMonth(list.Year, 12), List = id, Unit = unit, Below = below }, cancellation);
        var tallies = db.Set<LightTally>().Where(t => t.ListId == id && t.UnitId != Guid.Empty);
        if (known.Units is { } asked)
            tallies = tallies.Where(t => EF.Parameter(asked).Contains(t.UnitId));
        // Most alarms in the year first; a unit without any stands by its id, so that pages do not shift.
        var units = await tallies.GroupBy(t => t.UnitId).Select(g => new { g.Key, Alarms = g.Sum(t => t.Light == Light.Alarm ? t.Indicators : 0) })
            .OrderByDescending(g => g.Alarms).ThenBy(g => g.Key).ToListAsync(cancellation);
        var at = Math.Clamp(page, 1, Math.Max(1, (units.Count + Size - 1) / Size));
        var shown = units.Skip((at - 1) * Size).Take(Size).ToList();
        var ids = shown.ConvertAll(u => u.Key);
        var names = await directory.NamesAsync(ids, cancellation);
        var cells = (await db.Set<LightTally>().Where(t => t.ListId == id && ids.Contains(t.UnitId)).GroupBy(t => new { t.UnitId, t.PeriodEnd, t.Light })
            .Select(g => new { g.Key.UnitId, g.Key.PeriodEnd, g.Key.Light, Count = g.Sum(t => t.Indicators) }).ToListAsync(cancellation)).ToLookup(c => (c.UnitId, c.PeriodEnd), c => new HeatCell(c.Light, c.Count));
        return new HeatView
        {
            List = list,
            Pack = rules.PackOf(list, list.Plan.LastDay),
            Rows = [.. shown.Select(u => new HeatRow(u.Key, names.GetValueOrDefault(u.Key, "—"), u.Alarms, [.. Months(list).Select(m => cells[(u.Key, m.LastDay)].MinBy(c => Array.IndexOf(Order, c.Light)))]))],
            Units = units.Count,
            Page = at,
            Unit = known.UnitName ?? unit,
            Below = below,
            UnitProblem = known.UnitProblem,
        };
    }

    private static IEnumerable<Period> Months(PromiseList list) => Enumerable.Range(1, 12).Select(m => Period.OfMonth(list.Year, m));
}
