using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Assessments.Rating;

/// <summary>Rates every indicator of a list for a period and stores the result with the version of the rules. Officers' decisions stay as they are.</summary>
internal sealed class AssessPeriod(LuoshiDb db, PeriodFacts facts, StripRater rater, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <param name="reportsDue">The cut-off of the period has passed: who has not reported by now has not reported.</param>
    public async Task<Outcome<RatingCount>> RunAsync(Guid listId, Period period, bool reportsDue, AssessmentRules rules, Actor actor, CancellationToken cancellation = default)
    {
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == listId, cancellation) is not { } list)
            return LedgerRefusals.NotFound;
        var reported = reportsDue ? await facts.ReportedAsync(period, cancellation) : null;
        return await OneAsync(new RatingTask(list, period, rules, reported), actor, cancellation);
    }

    /// <summary>
    /// All lists of the period's year. Each is whole in a transaction and a context of its own, so nobody waits for all of them; several
    /// at a time where the database has several writers.
    /// </summary>
    public async Task<RatingCount> AllAsync(Period period, bool reportsDue, Func<PromiseList, AssessmentRules> rules, Actor actor, CancellationToken cancellation = default)
    {
        var reported = reportsDue ? await facts.ReportedAsync(period, cancellation) : null;
        var lists = await db.Set<PromiseList>().AsNoTracking().Where(l => l.Year == period.Year).OrderBy(l => l.Id).ToListAsync(cancellation);
        var tasks = lists.ConvertAll(list => new RatingTask(list, period, rules(list), reported));
        var counts = new RatingCount[tasks.Count];
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = db.IsPostgres ? Environment.ProcessorCount : 1, CancellationToken = cancellation };
        await Parallel.ForAsync(0, tasks.Count, atOnce, async (i, token) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            counts[i] = await scope.ServiceProvider.GetRequiredService<AssessPeriod>().OneAsync(tasks[i], actor, token);
        });
        return new RatingCount(counts.Sum(c => c.Indicators), counts.Sum(c => c.Changed));
    }

    private async Task<RatingCount> OneAsync(RatingTask task, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var count = await rater.RateAsync(task, cancellation);
        db.Begin(LedgerProcesses.Assess, actor);
        db.Add(new RatingRun
        {
            ListId = task.List.Id,
            Period = task.Period,
            PeriodEnd = task.Period.LastDay,
            ReportsDue = task.Reported is not null,
            RulesVersion = task.Rules.Version,
            Indicators = count.Indicators,
            Changed = count.Changed,
            At = clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return count;
    }
}
