using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>Judges results against plans that a person named, where the text names none or the wrong one was taken.</summary>
public static class NamedPlans
{
    /// <summary>The findings with every row of a named plan judged anew.</summary>
    /// <param name="plans">Index of the result's claim → plan in base units.</param>
    public static IReadOnlyList<Finding> Apply(ReadingResult reading, IReadOnlyList<Finding> findings, IReadOnlyDictionary<int, decimal> plans)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(plans);
        if (plans.Count == 0)
            return findings;
        var rows = plans.ToDictionary(pair => pair.Key, pair => Judge(reading, Row(findings, pair.Key), pair.Key, pair.Value));
        return [.. findings.Where(finding => !(IsRow(finding) && rows.ContainsKey(finding.Subject))).Concat(rows.Values).OrderBy(finding => finding.Subject)];
    }

    private static Finding Judge(ReadingResult reading, Finding? before, int subject, decimal planned)
    {
        var result = reading.Claims[subject];
        var plan = new Claim { Clean = default, Raw = default, Value = planned, Unit = result.Unit, Indicator = result.Indicator, Stance = Stance.Planned };
        var percent = PercentOf(reading, before, subject);
        var lower = before?.LowerIsBetter ?? false;
        var ratio = lower ? RowWording.Ratio(planned, result.Value) : RowWording.Ratio(result.Value, planned);
        var verdict = percent < 0 ? Verdict.NoPercent : VerdictOf(result, plan, reading.Claims[percent], lower);
        var expected = ratio is { } value ? Percentages.HalfUp(value, percent < 0 ? 1 : Math.Max(1, Percentages.Decimals(PrintedValue.ComputedStep(reading.Claims[percent])))) : (decimal?)null;
        var (chinese, english) = verdict switch
        {
            Verdict.CannotTell => ("印出的数不足以重算", "the printed numbers are not enough to recompute it"),
            Verdict.NoPercent => RowWording.NoPercent(result, planned, result.Step, impliedPlan: false, lower),
            _ => RowWording.Judged(result, plan, reading.Claims[percent], verdict, lower, expected ?? 0, reason: null),
        };
        int[] used = percent < 0 ? [subject] : [subject, percent];
        return new Finding
        {
            Relation = Relation.OfPlan,
            Verdict = verdict,
            Item = before?.Item,
            Indicator = result.Indicator,
            Subject = subject,
            Unit = result.Unit,
            Actual = result.Value,
            Plan = planned,
            Percent = percent < 0 ? null : reading.Claims[percent].Value,
            PercentClaim = percent,
            Expected = expected,
            LowerIsBetter = lower,
            Optional = before?.Optional ?? false,
            Chinese = chinese + "（计划数由人工指定）。",
            English = english + " (the plan was named by a person).",
            Claims = [.. used.Order()],
            Spans = [.. used.Order().Select(index => reading.Claims[index].Clean)],
        };
    }

    private static Verdict VerdictOf(Claim result, Claim plan, Claim percent, bool lower)
    {
        var (part, whole) = lower ? (PrintedValue.OfPlan(plan), PrintedValue.OfResult(result)) : (PrintedValue.OfResult(result), PrintedValue.OfPlan(plan));
        return PlanRatio.Judge(part, whole, percent) switch
        {
            Fit.Rounded => Verdict.Consistent,
            Fit.CutOff => Verdict.Truncated,
            Fit.Off => Verdict.Inconsistent,
            _ => Verdict.CannotTell,
        };
    }

    private static int PercentOf(ReadingResult reading, Finding? before, int subject)
    {
        if (before is not null)
            return before.PercentClaim;
        for (var i = 0; i < reading.Claims.Count; i++)
        {
            if (reading.Claims[i].Measure == Measure.OfPlan && reading.Claims[i].Of == subject)
                return i;
        }

        return -1;
    }

    private static Finding? Row(IReadOnlyList<Finding> findings, int subject) =>
        findings.FirstOrDefault(finding => IsRow(finding) && finding.Subject == subject);

    private static bool IsRow(Finding finding) => finding.Relation == Relation.OfPlan;
}
