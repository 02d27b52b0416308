using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Verifying;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Assessments.Rating;

/// <summary>Rates every indicator of a list for a period and stores the result with the version of the rules. Officers' decisions stay as they are.</summary>
internal sealed class AssessPeriod(LuoshiDb db, PeriodFacts facts, LightTallies tallies, VerificationLevels levels, TimeProvider clock)
{
    /// <param name="reportsDue">The cut-off of the period has passed: who has not reported by now has not reported.</param>
    public async Task<Outcome<IReadOnlyList<StoredAssessment>>> RunAsync(Guid listId, Period period, bool reportsDue, AssessmentRules rules, Actor actor, CancellationToken cancellation = default)
    {
        if (await db.Set<PromiseList>().FirstOrDefaultAsync(l => l.Id == listId, cancellation) is not { } list)
            return LedgerRefusals.NotFound;
        var known = await facts.OfAsync(list, period, reportsDue, cancellation);
        var ids = known.Select(k => k.Indicator.Id).ToList();
        var end = period.LastDay;
        var stored = await db.Set<StoredAssessment>().Where(a => a.PeriodEnd == end && ids.Contains(a.IndicatorId)).ToDictionaryAsync(a => a.IndicatorId, cancellation);
        var voices = await levels.VoicesAsync(ids, end, cancellation);
        db.Begin(LedgerProcesses.Assess, actor);
        var results = new List<StoredAssessment>(known.Count);
        foreach (var one in known)
        {
            if (!stored.TryGetValue(one.Indicator.Id, out var row))
            {
                row = new StoredAssessment { IndicatorId = one.Indicator.Id, ListId = listId, Period = period, PeriodEnd = end, ReasonChinese = "", ReasonEnglish = "", RulesVersion = rules.Version };
                db.Add(row);
            }

            Write(row, one, Assessor.Assess(one.Known, rules), clock.GetUtcNow().UtcDateTime);
            row.Verification = VerificationLevels.Of(one.Known.Actual, voices[one.Indicator.Id]);
            results.Add(row);
        }

        await tallies.SaveAsync([new TallyScope(listId, end)], cancellation);
        return results;
    }

    private static void Write(StoredAssessment row, IndicatorFacts one, Assessment found, DateTime at)
    {
        (row.UnitId, row.Rated) = (one.Indicator.UnitId, one.Indicator.IsRated);
        row.Actual = one.Known.Actual;
        row.OfPlan = found.OfPlan?.Value;
        row.OfPromise = found.OfPromise?.Value;
        row.OfOriginal = OfOriginal(one);
        row.Due = found.Due?.Value;
        row.Gap = found.Gap;
        (row.Progress, row.Light, row.Overdue) = (found.Progress, found.Light, found.Overdue);
        (row.ReasonChinese, row.ReasonEnglish) = (found.Reason.Chinese, found.Reason.English);
        row.RulesVersion = found.RulesVersion;
        row.At = at;
    }

    /// <summary>A promise that was lowered by decision still shows how far the result is from what was first promised.</summary>
    private static decimal? OfOriginal(IndicatorFacts one)
    {
        if (one.Original?.Promised is not { } first || one.Known.Actual is not { } actual)
            return null;
        return (one.Indicator.Direction == Direction.LowerIsBetter ? Percent.Of(first, actual) : Percent.Of(actual, first))?.Value;
    }
}
