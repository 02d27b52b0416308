using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>
/// A rate beside a small whole count whose other count is not printed: of 6 projects 85.7 % is impossible, of 7 it is 6.
/// What is printed is then the part, and the base is solved; the text is not called wrong for it.
/// </summary>
internal static class HiddenCounts
{
    /// <summary>Above this nearly every percentage is possible and the check proves nothing.</summary>
    private const int LargestCount = 60;

    private static readonly string[] Verbs = ["开工", "完工", "竣工", "投产", "办结", "达标", "入统", "建成", "投用", "签约", "整改"];

    /// <param name="taken">Percentages that are a row's or have been checked against printed counts.</param>
    public static void Find(AuditScope scope, ReadOnlySpan<int> claims, HashSet<int> taken, List<Finding> findings)
    {
        for (var at = 0; at < claims.Length;)
        {
            var end = at;
            while (end < claims.Length && IsStepRate(scope.Claims[claims[end]]) && (end == at || scope.Between(scope.Claims[claims[end - 1]], scope.Claims[claims[end]]).Length <= 3))
                end++;
            if (end == at || taken.Contains(claims[at]) || IsTold(findings, claims[at]))
            {
                at++;
                continue;
            }

            Run(scope, claims, at, end, findings);
            at = end;
        }
    }

    private static void Run(AuditScope scope, ReadOnlySpan<int> claims, int start, int end, List<Finding> findings)
    {
        var count = end - start;
        if (start < count)
            return;
        // Only a list of as many counts right in front, in the same sentence, belongs to the rates.
        for (var i = start - count; i < start; i++)
        {
            var claim = scope.Claims[claims[i]];
            if (!Check.IsAmount(claim) || claim.Step != 0 || claim.Value is < 2 or > LargestCount || claim.Bound != Bound.Exact
                || scope.CrossesSentence(claim.Clean.End, scope.Claims[claims[start]].Clean.Start))
                return;
        }

        if (start - count - 1 >= 0 && count > 1 && !scope.CrossesClause(scope.Claims[claims[start - count - 1]].Clean.End, scope.Claims[claims[start - count]].Clean.Start))
            return;
        for (var i = 0; i < count; i++)
            Judge(scope, claims[start - count + i], claims[start + i], findings);
    }

    /// <summary>Both counts of the rate are printed, and it has been checked against them.</summary>
    private static bool IsTold(List<Finding> findings, int rate)
    {
        for (var i = findings.Count - 1; i >= 0 && i >= findings.Count - Check.Farthest; i--)
        {
            if (findings[i].Subject == rate)
                return true;
        }

        return false;
    }

    private static bool IsStepRate(Claim claim)
    {
        if (claim.Measure != Measure.Rate || claim.Stance != Stance.Done || !Check.IsPercentage(claim) || claim.Value is <= 0 or >= 100 || claim.Bound != Bound.Exact)
            return false;
        foreach (var verb in Verbs)
        {
            if (claim.Indicator.Contains(verb, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static void Judge(AuditScope scope, int count, int rate, List<Finding> findings)
    {
        var (whole, printed) = ((int)scope.Claims[count].Value, scope.Claims[rate]);
        var text = Check.Print(printed);
        if (CountOf(whole, printed) is { } part)
        {
            findings.Add(Check.Make(scope, Relation.Rate, Verdict.Consistent, rate,
                ($"{whole}的{text}是{part}：{part} ÷ {whole} = {Percentages.Print(part * 100m / whole, 1)}", $"{text} of {whole} is {part}: {part} ÷ {whole} = {Percentages.Print(part * 100m / whole, 1)}"),
                Percentages.HalfUp(part * 100m / whole, 1), [count, rate]));
            return;
        }

        var solved = BaseOf(whole, printed);
        var near = (int)Math.Round(whole * printed.Value / 100, MidpointRounding.AwayFromZero);
        var (chinese, english) = ($"{whole}个里不可能有{text}：{near} ÷ {whole} = {Percentages.Print(near * 100m / whole, 1)}",
            $"{text} of {whole} is impossible: {near} ÷ {whole} = {Percentages.Print(near * 100m / whole, 1)}");
        if (solved is { } of)
            (chinese, english) = ($"{chinese}；若{whole}是分子，{whole} ÷ {of} = {Percentages.Print(whole * 100m / of, 1)}，没有印出的总数是{of}", $"{english}; if {whole} is the part, {whole} ÷ {of} = {Percentages.Print(whole * 100m / of, 1)} and the base that is not printed is {of}");
        findings.Add(Implied(Check.Make(scope, Relation.Rate, solved is null ? Verdict.CannotTell : Verdict.Implied, rate, (chinese, english), expected: null, [count, rate]), solved, printed.Value));
    }

    private static Finding Implied(Finding finding, int? plan, decimal percent) => new()
    {
        Relation = finding.Relation,
        Verdict = finding.Verdict,
        Item = finding.Item,
        Indicator = finding.Indicator,
        Subject = finding.Subject,
        Unit = finding.Unit,
        Actual = finding.Actual,
        ImpliedPlan = plan,
        Percent = percent,
        PercentClaim = finding.Subject,
        Chinese = finding.Chinese,
        English = finding.English,
        Claims = finding.Claims,
        Spans = finding.Spans,
    };

    /// <summary>The count of a whole that prints as the rate, or null when none does.</summary>
    private static int? CountOf(int whole, Claim rate)
    {
        var part = (int)Math.Round(whole * rate.Value / 100, MidpointRounding.AwayFromZero);
        return PlanRatio.Fits(Interval.Exact(part), Interval.Exact(whole), rate) ? part : null;
    }

    /// <summary>The base of which a count prints as the rate, or null when none does.</summary>
    private static int? BaseOf(int part, Claim rate)
    {
        var whole = (int)Math.Round(part * 100 / rate.Value, MidpointRounding.AwayFromZero);
        return whole > part && PlanRatio.Fits(Interval.Exact(part), Interval.Exact(whole), rate) ? whole : null;
    }
}
