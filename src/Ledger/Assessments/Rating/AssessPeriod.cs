using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Assessments.Rating;

/// <summary>Rates every indicator of a list for a period and stores the result with the version of the rules. Officers' decisions stay as they are.</summary>
internal sealed class AssessPeriod(LuoshiDb db, PeriodFacts facts, StripRater rater, TimeProvider clock)
{
    /// <param name="reportsDue">The cut-off of the period has passed: who has not reported by now has not reported.</param>
    public async Task<Outcome<RatingCount>> RunAsync(Guid listId, Period period, bool reportsDue, AssessmentRules rules, Actor actor, CancellationToken cancellation = default)
    {
        if (await db.Set<PromiseList>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == listId, cancellation) is not { } list)
            return LedgerRefusals.NotFound;
        var reported = reportsDue ? await facts.ReportedAsync(period, cancellation) : null;
        return await OneAsync(new RatingTask(list, period, rules, reported), actor, cancellation);
    }

    /// <summary>All lists of the period's year, one after the other: each is whole in its own transaction, and nobody waits for all of them.</summary>
    public async Task<RatingCount> AllAsync(Period period, bool reportsDue, Func<PromiseList, AssessmentRules> rules, Actor actor, CancellationToken cancellation = default)
    {
        var total = default(RatingCount);
        var reported = reportsDue ? await facts.ReportedAsync(period, cancellation) : null;
        foreach (var list in await db.Set<PromiseList>().AsNoTracking().Where(l => l.Year == period.Year).OrderBy(l => l.Id).ToListAsync(cancellation))
        {
            var one = await OneAsync(new RatingTask(list, period, rules(list), reported), actor, cancellation);
            total = new RatingCount(total.Indicators + one.Indicators, total.Changed + one.Changed);
        }

        return total;
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
