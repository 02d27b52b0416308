using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>Turns rows into findings: the verdict, the working, and what would be right.</summary>
/// <param name="outside">Asked only for a plan that it has found before.</param>
internal sealed class RowFindings(AuditScope scope, Func<PlanIndex> outside)
{
    /// <summary>How many figures around a wrong percentage are tried as its true base.</summary>
    private const int Farthest = 40;

    public Finding Of(PlanRow row, ReadOnlySpan<int> table)
    {
        var result = scope.Claims[row.Result];
        var plan = PlanOf(row);
        var used = new List<int>(5) { row.Result };
        Use(used, row.Percent);
        Use(used, row.Plan);
        var verdict = VerdictOf(row);
        // 社会事业项目7个，已开工4个。达到进度的项目32个，完成率57.1%: where the percentage is of another count, one of another sentence that promised nothing is no plan to hold it against.
        if (verdict == Verdict.Inconsistent && table.IsEmpty && row.Plan >= 0 && plan is { Stance: Claims.Stance.Done } && plan.Sentence != result.Sentence && Reasons.Find(scope, row, plan, Nearby(row, table)) is { Other: >= 0 })
            verdict = Verdict.CannotTell;
        // 6.18亿 of 26.35亿, printed 23.49%: it holds for 6.1898亿, which a publisher that cuts digits off prints so.
        if (verdict == Verdict.Inconsistent && !row.LowerIsBetter && plan is not null && PlanRatio.Fits(PrintedValue.OfCutOff(result), PrintedValue.OfCutOff(plan), scope.Claims[row.Percent]))
            verdict = Verdict.Truncated;
        var (chinese, english, expected) = Working(row, result, plan, verdict, table, used);
        if (row.Stage && plan is not null)
        {
            var note = RowWording.StageNote(result, plan);
            (chinese, english) = (chinese + note.Chinese, english + note.English);
        }

        used.Sort();
        return new Finding
        {
            Relation = Relation.OfPlan,
            Verdict = verdict,
            Item = row.Item ?? scope.ItemOf(result),
            Indicator = NameOf(row, result),
            Subject = row.Result,
            Unit = result.Unit,
            Actual = result.Value,
            Plan = plan?.Value,
            PlanClaim = row.Plan,
            PlanElsewhere = row.PlanElsewhere,
            ImpliedPlan = plan is null ? row.Implied : null,
            Closed = row.Total >= 0,
            Percent = row.Percent >= 0 ? scope.Claims[row.Percent].Value : null,
            PercentClaim = row.Percent,
            Expected = expected,
            LowerIsBetter = row.LowerIsBetter,
            Stage = row.Stage,
            Optional = row.Optional,
            Chinese = chinese + "。",
            English = english + ".",
            Claims = used,
            Spans = SpansOf(used),
        };
    }

    private Claim? PlanOf(PlanRow row) =>
        row.Plan >= 0 ? scope.Claims[row.Plan] : row.PlanElsewhere is { } place ? outside().Claim(place) : null;

    private static Verdict VerdictOf(PlanRow row)
    {
        if (row.Percent < 0)
            return Verdict.NoPercent;
        if (!row.HasPlan)
            return row.Implied is null ? Verdict.CannotTell : Verdict.Implied;
        return row.Fit switch
        {
            Fit.Rounded => Verdict.Consistent,
            Fit.CutOff => Verdict.Truncated,
            Fit.Off => Verdict.Inconsistent,
            _ => Verdict.CannotTell,
        };
    }

    private (string Chinese, string English, decimal? Expected) Working(PlanRow row, Claim result, Claim? plan, Verdict verdict, ReadOnlySpan<int> table, List<int> used)
    {
        if (verdict == Verdict.CannotTell)
            return ("印出的数不足以重算", "the printed numbers are not enough to recompute it", null);
        if (verdict == Verdict.Implied)
        {
            Use(used, row.Total);
            var text = RowWording.Implied(result, scope.Claims[row.Percent], row.Implied ?? 0, row, row.Total >= 0 ? scope.Claims[row.Total] : null);
            return (text.Chinese, text.English, null);
        }

        var planned = plan?.Value ?? row.Implied ?? 0;
        var ratio = row.LowerIsBetter ? RowWording.Ratio(planned, result.Value) : RowWording.Ratio(result.Value, planned);
        if (verdict == Verdict.NoPercent || plan is null)
        {
            var text = RowWording.NoPercent(result, planned, plan?.Step ?? result.Step, plan is null, row.LowerIsBetter);
            return (text.Chinese, text.English, ratio is { } value ? Percentages.HalfUp(value, 1) : null);
        }

        var percent = scope.Claims[row.Percent];
        var expected = Percentages.HalfUp(ratio ?? 0, Math.Max(1, Percentages.Decimals(PrintedValue.ComputedStep(percent))));
        var reason = verdict == Verdict.Inconsistent ? Reasons.Find(scope, row, plan, Nearby(row, table)) : null;
        Use(used, reason?.Other ?? -1);
        var judged = RowWording.Judged(result, plan, percent, verdict, row.LowerIsBetter, expected, reason);
        return (judged.Chinese, judged.English, expected);
    }

    /// <summary>Figures that may be the true base: those of the table, or of the paragraph and the promise it answers.</summary>
    private int[] Nearby(PlanRow row, ReadOnlySpan<int> table)
    {
        if (!table.IsEmpty)
            return Window(table, row.Result);
        var block = scope.Claims[row.Result].Block;
        if (!scope.IsBlock(block))
            return [];
        var own = Window(scope.ClaimsOf(block), row.Result);
        var promise = scope.PromiseOf(block);
        return promise < 0 ? own : [.. own, .. scope.ClaimsOf(promise)[..Math.Min(Farthest, scope.ClaimsOf(promise).Length)]];
    }

    private static int[] Window(ReadOnlySpan<int> claims, int around)
    {
        var at = claims.BinarySearch(around);
        if (at < 0)
            at = ~at;
        var from = Math.Max(0, at - Farthest);
        return claims[from..Math.Min(claims.Length, at + Farthest)].ToArray();
    }

    private string NameOf(PlanRow row, Claim result) =>
        scope.Name(row.Result).SaysNothing && row.Plan >= 0 ? scope.Claims[row.Plan].Indicator : result.Indicator;

    private static void Use(List<int> used, int claim)
    {
        if (claim >= 0 && !used.Contains(claim))
            used.Add(claim);
    }

    private Kernel.Text.SourceSpan[] SpansOf(List<int> used)
    {
        var spans = new Kernel.Text.SourceSpan[used.Count];
        for (var i = 0; i < spans.Length; i++)
            spans[i] = scope.Claims[used[i]].Clean;
        return spans;
    }
}
