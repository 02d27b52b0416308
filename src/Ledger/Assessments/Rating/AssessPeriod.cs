using System.Runtime.ExceptionServices;
using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Assessments.Rating;

/// <param name="ReportsDue">The cut-off of the period has passed: who has not reported by now has not reported.</param>
internal sealed record ListMonth(PromiseList List, Period Period, bool ReportsDue, AssessmentRules Rules);

/// <summary>A month of a list that could not be rated; its later months were left alone, other lists were not.</summary>
internal sealed record FailedMonth(ListMonth Month, Exception Problem);

internal sealed record RatedMonths(RatingCount Count, IReadOnlyList<FailedMonth> Failed)
{
    /// <summary>Says which lists are not rated; nothing where all are.</summary>
    public void ThrowFailures()
    {
        if (Failed.Count > 0)
            throw new AggregateException(string.Join("; ", Failed.Select(f => $"{f.Month.List.Title} {f.Month.Period}")), Failed.Select(f => f.Problem));
    }
}

/// <summary>Rates every indicator of lists for periods and stores the result with the version of the rules. Officers' decisions stay as they are.</summary>
internal sealed class AssessPeriod(LuoshiDb db, PeriodFacts facts, StripRater rater, LightTallies tallies, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <param name="reportsDue">The cut-off of the period has passed: who has not reported by now has not reported.</param>
    public async Task<Outcome<RatingCount>> RunAsync(Guid listId, Period period, bool reportsDue, AssessmentRules rules, Actor actor, CancellationToken cancellation = default)
    {
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == listId, cancellation) is not { } list)
            return LedgerRefusals.NotFound;
        var rated = await ManyAsync([new ListMonth(list, period, reportsDue, rules)], actor, cancellation);
        if (rated.Failed is [var failed])
            ExceptionDispatchInfo.Throw(failed.Problem);
        return rated.Count;
    }

    /// <summary>All lists of the period's year.</summary>
    public async Task<RatingCount> AllAsync(Period period, bool reportsDue, Func<PromiseList, AssessmentRules> rules, Actor actor, CancellationToken cancellation = default)
    {
        var lists = await db.Set<PromiseList>().AsNoTracking().Where(l => l.Year == period.Year).ToListAsync(cancellation);
        var rated = await ManyAsync(lists.ConvertAll(list => new ListMonth(list, period, reportsDue, rules(list))), actor, cancellation);
        rated.ThrowFailures();
        return rated.Count;
    }

    /// <summary>
    /// The one way ratings are made, by the night and by a button. Each month of a list is whole in a transaction and a context of its own, so
    /// nobody waits for all of them and one that fails leaves the others rated; several lists at a time where the database has several
    /// writers, the months of a list one after the other.
    /// </summary>
    public async Task<RatedMonths> ManyAsync(IReadOnlyCollection<ListMonth> months, Actor actor, CancellationToken cancellation = default)
    {
        var lists = months.GroupBy(m => m.List.Id).OrderBy(list => list.Key).Select(list => list.OrderBy(m => m.Period.LastDay).ToArray()).ToArray();
        var counts = new RatingCount[lists.Length];
        var failed = new FailedMonth?[lists.Length];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = db.IsPostgres ? Environment.ProcessorCount : 1, CancellationToken = cancellation };
        await Parallel.ForAsync(0, lists.Length, atOnce, async (i, token) =>
        {
            foreach (var month in lists[i])
            {
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    counts[i] = counts[i].And(await scope.ServiceProvider.GetRequiredService<AssessPeriod>().OneAsync(month, actor, token));
                }
                catch (Exception problem) when (!token.IsCancellationRequested)
                {
                    failed[i] = new FailedMonth(month, problem);
                    return;
                }
            }
        });
        return new RatedMonths(counts.Aggregate(default(RatingCount), (sum, next) => sum.And(next)), [.. failed.OfType<FailedMonth>()]);
    }

    private async Task<RatingCount> OneAsync(ListMonth month, Actor actor, CancellationToken cancellation)
    {
        // Before anything is read: what moves from here on is newer than this rating, and the next night sees it.
        var at = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await tallies.HoldAsync([month.List.Id], cancellation);
        var reported = month.ReportsDue ? await facts.ReportedAsync(month.List.Id, month.Period, cancellation) : null;
        var count = await rater.RateAsync(new RatingTask(month.List, month.Period, month.Rules, reported), cancellation);
        db.Begin(LedgerProcesses.Assess, actor);
        db.Add(new RatingRun
        {
            ListId = month.List.Id,
            Period = month.Period,
            PeriodEnd = month.Period.LastDay,
            ReportsDue = month.ReportsDue,
            RulesVersion = month.Rules.Version,
            Indicators = count.Indicators,
            Changed = count.Changed,
            At = at,
        });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return count;
    }
}
