using Luoshi.Kernel.Time;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Targets;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Burden;

/// <summary>Where a unit is asked for something: an indicator of an item of a list.</summary>
internal sealed record Asked(Guid Indicator, Guid ItemId, int Number, string Item, string ListTitle, string Name, string Unit);

/// <summary>The same thing asked of one unit in two places.</summary>
/// <param name="ByLink">The items are linked as one promise; else name and unit of measure agree.</param>
internal sealed record AskedTwice(Asked First, Asked Second, bool ByLink);

/// <param name="Months">Fields asked for in each month of the year: a number for each indicator, and the words on each item.</param>
internal sealed record UnitBurden(Guid Unit, string Name, IReadOnlyList<int> Months, IReadOnlyList<AskedTwice> Twice)
{
    public int In(int month) => Months[month - 1];
}

/// <summary>填报负担: how much is asked of each unit, and what is asked twice. Counted from what the ledger asks for, not from what was answered.</summary>
internal sealed class BurdenMeter(LuoshiDb db, OrgDirectory directory, TimeProvider clock)
{
    private sealed record Row(Guid Unit, Asked What, Stage Stage, DateOnly Since, bool Part);

    /// <param name="only">One unit; null for all.</param>
    public async Task<IReadOnlyList<UnitBurden>> OfAsync(int year, Guid? only = null, CancellationToken cancellation = default)
    {
        var rows = await RowsAsync(year, only is { } unit ? [unit] : null, cancellation);
        var links = (await db.Set<ItemLink>().AsNoTracking().Select(l => new { l.ItemId, l.SameAsId }).ToListAsync(cancellation)).SelectMany(l => new[] { (l.ItemId, l.SameAsId), (l.SameAsId, l.ItemId) }).ToHashSet();
        var names = await directory.NamesAsync([.. rows.Select(r => r.Unit).Distinct()], cancellation);
        return
        [
            .. rows.GroupBy(r => r.Unit).Select(g => new UnitBurden(g.Key, names.GetValueOrDefault(g.Key, "—"), [.. Enumerable.Range(1, 12).Select(m => Fields(g, Period.OfMonth(year, m).LastDay))], Twice([.. g], links)))
                .OrderByDescending(u => u.Months.Max()).ThenBy(u => u.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>How many fields each of the units is asked for in a month that ends on the day; a unit that is asked for nothing is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> InMonthAsync(int year, DateOnly monthEnd, IReadOnlyList<Guid> units, CancellationToken cancellation = default) =>
        (await RowsAsync(year, units, cancellation)).GroupBy(r => r.Unit).ToDictionary(g => g.Key, g => Fields(g, monthEnd));

    /// <summary>What a unit is asked already that a new indicator of this name would ask again.</summary>
    public async Task<Asked?> AgainAsync(int year, Guid unit, Guid item, string name, string unitOfMeasure, CancellationToken cancellation = default) =>
        (await RowsAsync(year, [unit], cancellation)).Where(r => !r.Part && r.What.ItemId != item).Select(r => r.What).FirstOrDefault(w => Same(w.Name, name) && w.Unit == unitOfMeasure);

    private async Task<List<Row>> RowsAsync(int year, IReadOnlyList<Guid>? only, CancellationToken cancellation)
    {
        var units = only?.Select(unit => (Guid?)unit).ToList();
        var asked =
            from indicator in db.Set<Indicator>().AsNoTracking().Where(i => i.UnitId != null && !i.Retired && i.CountedById == null && (units == null || units.Contains(i.UnitId)))
            join item in db.Set<Item>() on indicator.ItemId equals item.Id
            join list in db.Set<PromiseList>().Where(l => l.Year == year) on item.ListId equals list.Id
            join target in db.Set<Target>().Where(t => t.Version == 1) on indicator.Id equals target.IndicatorId into targets
            from first in targets.DefaultIfEmpty()
            orderby list.Title, item.Number, indicator.Number
            select new { indicator.Id, Unit = indicator.UnitId ?? Guid.Empty, indicator.ItemId, item.Number, Item = item.Name, list.Title, indicator.Name, Measure = indicator.Unit, indicator.Stage, indicator.PartOfId, At = (DateTime?)first.At };
        return (await asked.ToListAsync(cancellation)).ConvertAll(r =>
            new Row(r.Unit, new Asked(r.Id, r.ItemId, r.Number, r.Item, r.Title, r.Name, r.Measure), r.Stage, r.At is { } at ? LocalTime.Day(at, clock) : new DateOnly(year, 1, 1), r.PartOfId is not null));
    }

    /// <summary>As the report's own page counts them: a number a line, and the words on each item once.</summary>
    private static int Fields(IEnumerable<Row> rows, DateOnly monthEnd)
    {
        var open = rows.Where(r => r.Since <= monthEnd).ToArray();
        return open.Length + open.Select(r => r.What.ItemId).Distinct().Count();
    }

    /// <summary>Parts carry the names of districts and stages of one quantity one name; neither is asked twice by that.</summary>
    private static IReadOnlyList<AskedTwice> Twice(Row[] rows, HashSet<(Guid, Guid)> links)
    {
        var found = new List<AskedTwice>();
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = i + 1; j < rows.Length; j++)
            {
                var (one, other) = (rows[i], rows[j]);
                if (one.Part || other.Part || one.What.ItemId == other.What.ItemId || one.Stage != other.Stage || one.What.Unit != other.What.Unit)
                    continue;
                var linked = links.Contains((one.What.ItemId, other.What.ItemId));
                if (linked || Same(one.What.Name, other.What.Name))
                    found.Add(new AskedTwice(one.What, other.What, linked));
            }
        }

        return found;
    }

    private static bool Same(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    private static string Plain(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c)));
}
