using System.Runtime.CompilerServices;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Assessments.Tallies;

/// <summary>What to count anew: a list's month, or one unit's share of it.</summary>
/// <param name="Unit">Null for every unit.</param>
internal readonly record struct TallyScope(Guid List, DateOnly PeriodEnd, Guid? Unit = null);

/// <summary>
/// Keeps the tallies true: whoever changes assessments names what they touched, and both are saved in one transaction.
/// The database counts; nothing is loaded.
/// </summary>
internal sealed class LightTallies(LuoshiDb db)
{
    /// <summary>Saves what the context holds and counts the scopes anew. Part of the transaction at hand, where there is one.</summary>
    public async Task SaveAsync(IReadOnlyCollection<TallyScope> scopes, CancellationToken cancellation = default)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        await HoldAsync(scopes.Select(s => s.List), cancellation);
        await db.SaveChangesAsync(cancellation);
        await CountAsync(scopes, cancellation);
        if (own is not null)
            await own.CommitAsync(cancellation);
    }

    /// <summary>Counts the scopes anew, inside the transaction that holds their lists and changed the assessments.</summary>
    public async Task CountAsync(IReadOnlyCollection<TallyScope> scopes, CancellationToken cancellation = default)
    {
        if (scopes.Count == 0)
            return;
        foreach (var scope in scopes.Distinct().OrderBy(s => (s.List, s.PeriodEnd, s.Unit)))
        {
            await OneAsync(scope, cancellation);
            // What is red in this month has turned red or recovered in the next.
            var next = scope with { PeriodEnd = MonthEnd(scope.PeriodEnd.AddDays(1)) };
            if (await db.Set<LightTally>().AnyAsync(t => t.ListId == next.List && t.PeriodEnd == next.PeriodEnd, cancellation))
                await OneAsync(next, cancellation);
        }
    }

    /// <summary>
    /// Nobody else rates or counts the lists until the transaction ends: two counts at a time would each write what the other has not seen.
    /// The first thing a transaction does that rates, all its lists at once and in order, before strips and assessments are touched:
    /// so two that rate never wait for each other. SQLite has one writer anyway.
    /// </summary>
    public async Task HoldAsync(IEnumerable<Guid> lists, CancellationToken cancellation = default)
    {
        if (!db.IsPostgres)
            return;
        foreach (var list in lists.Distinct().Order())
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({list}::text, 0))", cancellation);
    }

    /// <summary>The last day of the month before the one that ends on the day.</summary>
    public static DateOnly Before(DateOnly end) => end.AddDays(-end.Day);

    private async Task OneAsync(TallyScope scope, CancellationToken cancellation)
    {
        var (list, end, before) = (scope.List, scope.PeriodEnd, Before(scope.PeriodEnd));
        var tallies = db.Set<LightTally>().Where(t => t.ListId == list && t.PeriodEnd == end);
        if (scope.Unit is { } unit)
        {
            await tallies.Where(t => t.UnitId == unit).ExecuteDeleteAsync(cancellation);
            await db.Database.ExecuteSqlAsync(Insert(" AND now.unit_id = {4}", list, end, before, Guid.Empty, unit), cancellation);
            return;
        }

        await tallies.ExecuteDeleteAsync(cancellation);
        await db.Database.ExecuteSqlAsync(Insert("", list, end, before, Guid.Empty), cancellation);
    }

    private static FormattableString Insert(string only, params object[] values) => FormattableStringFactory.Create(
        """
        INSERT INTO ledger_light_tallies (list_id, period_end, unit_id, light, progress, overdue, turn, indicators)
        SELECT list_id, period_end, unit_id, light, progress, overdue, turn, COUNT(*) FROM (
            SELECT now.list_id, now.period_end, COALESCE(now.unit_id, {3}) AS unit_id, now.shown_light AS light, now.shown_progress AS progress, now.overdue,
                CASE WHEN old.shown_light IS NULL THEN 'Same'
                    WHEN now.shown_light = 'Alarm' AND old.shown_light <> 'Alarm' THEN 'TurnedRed'
                    WHEN now.shown_light <> 'Alarm' AND old.shown_light = 'Alarm' THEN 'Recovered'
                    ELSE 'Same' END AS turn
            FROM ledger_assessments now
            LEFT JOIN ledger_assessments old ON old.indicator_id = now.indicator_id AND old.period_end = {2}
            WHERE now.rated AND now.list_id = {0} AND now.period_end = {1}
        """ + only + ") counted GROUP BY list_id, period_end, unit_id, light, progress, overdue, turn",
        values);

    private static DateOnly MonthEnd(DateOnly first) => first.AddMonths(1).AddDays(-1);
}
