using Luoshi.Kernel.Time;
using Luoshi.Ledger.Burden;
using Luoshi.Platform;

namespace Luoshi.Ledger.Imports;

/// <param name="Now">Fields the unit is asked for this month.</param>
/// <param name="Then">What that becomes once the proposal is adopted.</param>
internal sealed record AskedOfUnit(Guid Unit, int Now, int Then);

/// <summary>What a proposal would ask of each unit on top of what it is asked already: seen before it is adopted.</summary>
internal sealed class ImportBurden(BurdenMeter meter, TimeProvider clock)
{
    public async Task<IReadOnlyList<AskedOfUnit>> OfAsync(Proposal proposal, int year, IReadOnlyDictionary<string, Guid> units, CancellationToken cancellation = default)
    {
        var more = Added(proposal, units);
        var today = LocalTime.Today(clock);
        // Of another year's list everything counts that stands there.
        var now = await meter.InMonthAsync(year, today.Year == year ? Period.OfMonth(year, today.Month).LastDay : DateOnly.MaxValue, [.. more.Keys], cancellation);
        return [.. more.Select(unit => new AskedOfUnit(unit.Key, now.GetValueOrDefault(unit.Key), now.GetValueOrDefault(unit.Key) + unit.Value)).OrderByDescending(asked => asked.Then).ThenBy(asked => asked.Unit)];
    }

    /// <summary>A number for each indicator and part, and the words once for each item a unit reports on.</summary>
    private static Dictionary<Guid, int> Added(Proposal proposal, IReadOnlyDictionary<string, Guid> units)
    {
        var fields = new Dictionary<Guid, int>();
        foreach (var item in proposal.Items)
        {
            var known = item.Units.Where(u => units.ContainsKey(u.Name)).ToList();
            var lead = known.Count == 0 ? (Guid?)null : units[known.MinBy(u => u.Role).Name];
            var reporters = item.Indicators.SelectMany(i => i.Parts.Prepend(i)).Select(i => i.ReportedBy is { } name && units.TryGetValue(name, out var own) ? own : lead).OfType<Guid>().ToList();
            foreach (var unit in reporters.Concat(reporters.Distinct()))
                fields[unit] = fields.GetValueOrDefault(unit) + 1;
        }

        return fields;
    }
}
