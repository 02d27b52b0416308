using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Overview.Filtering;

/// <summary>A filter whose month is settled and whose unit was found.</summary>
/// <param name="Units">The unit, or all under it; null when none was asked for, empty when none is called that.</param>
internal sealed record KnownFilter(OverviewFilter Filter, Period Month, List<Guid>? Units)
{
    /// <summary>The unit as the register writes it.</summary>
    public string? UnitName { get; init; }

    /// <summary>Why the unit that was typed could not be used.</summary>
    public Words? UnitProblem { get; init; }
}

/// <summary>Settles what an address leaves open: the month last rated, and which unit a name means.</summary>
internal sealed class FilterReader(LuoshiDb db, OrgDirectory directory, TimeProvider clock)
{
    public async Task<KnownFilter> ReadAsync(OverviewFilter filter, CancellationToken cancellation)
    {
        var month = filter.Month ?? await LastRatedAsync(filter.List, cancellation);
        filter = filter with { Month = month };
        if (filter.Unit.Length == 0)
            return new KnownFilter(filter, month, Units: null);
        var found = await UnitAsync(filter.Unit, cancellation);
        if (found is not [var unit])
            return new KnownFilter(filter, month, []) { UnitProblem = OverviewTexts.UnitNotFound(filter.Unit, found.Count) };
        IReadOnlyList<Guid> units = filter.Below ? await directory.SubtreeAsync(unit.Id, cancellation) : [unit.Id];
        return new KnownFilter(filter, month, [.. units]) { UnitName = unit.Name };
    }

    /// <summary>The last month with ratings; before the first of them the month that ended last.</summary>
    public async Task<Period> LastRatedAsync(Guid? list, CancellationToken cancellation)
    {
        var tallies = list is { } only ? db.Set<LightTally>().Where(t => t.ListId == only) : db.Set<LightTally>();
        var day = await tallies.MaxAsync(t => (DateOnly?)t.PeriodEnd, cancellation) ?? LocalTime.Today(clock).AddMonths(-1);
        return Period.OfMonth(day.Year, day.Month);
    }

    private async Task<IReadOnlyList<UnitView>> UnitAsync(string typed, CancellationToken cancellation)
    {
        if (!Guid.TryParse(typed, out var id))
            return await directory.NamedAsync(typed, LocalTime.Today(clock), cancellation);
        return await directory.UnitAsync(id, cancellation) is { } unit ? [unit] : [];
    }
}
