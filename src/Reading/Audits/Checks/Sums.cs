using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>
/// A total and its parts in one sentence. A list that says it is complete (分别为, 来源为, 其余) must add up;
/// one opened by 其中 may leave parts out or let them overlap, so it is never called wrong, only told when it closes or nearly does.
/// </summary>
internal static class Sums
{
    private const int MostParts = 12;

    public static void Find(AuditScope scope, ReadOnlySpan<int> claims, List<Finding> findings)
    {
        Span<int> parts = stackalloc int[MostParts];
        for (var at = 0; at + 2 < claims.Length; at++)
        {
            var total = scope.Claims[claims[at]];
            // Scores of parts are no parts of a score.
            if (!Check.IsAmount(total) || total.Unit is "分" || OpeningAfter(scope, claims, at, out var first) is not { } complete)
                continue;
            var count = PartsOf(scope, claims, first, total, parts, ref complete);
            if (count >= 2)
                Judge(scope, claims[at], parts[..count], complete, findings);
        }
    }

    /// <summary>True for a list said to be complete, false for one opened by 其中, null for no list.</summary>
    private static bool? OpeningAfter(AuditScope scope, ReadOnlySpan<int> claims, int at, out int first)
    {
        first = at + 1;
        // 完成208处，占年计划的99%。其中，…: percentages of the total stand between it and its parts.
        while (first < claims.Length && first < at + 3 && !Check.IsAmount(scope.Claims[claims[first]]))
            first++;
        if (first >= claims.Length)
            return null;
        var between = scope.Between(scope.Claims[claims[at]], scope.Claims[claims[first]]);
        if (between.Length > 60)
            return null;
        var some = between.LastIndexOf("其中", StringComparison.Ordinal);
        if (EndsSentence(between, some))
            return null;
        if (some < 0 && CheckWords.AllParts.Any(between))
            return true;
        return some >= 0 || CheckWords.SomeParts.Any(between) ? false : null;
    }

    /// <summary>Only 其中 may open its list in a sentence of its own.</summary>
    private static bool EndsSentence(ReadOnlySpan<char> between, int some)
    {
        var end = between.LastIndexOfAny("。；;\n");
        return end >= 0 && (some < end || some > end + 3);
    }

    private static int PartsOf(AuditScope scope, ReadOnlySpan<int> claims, int first, Claim total, Span<int> parts, ref bool complete)
    {
        var count = 0;
        var last = scope.Claims[claims[first]];
        for (var i = first; i < claims.Length && count < parts.Length; i++)
        {
            var claim = scope.Claims[claims[i]];
            var between = i == first ? [] : scope.Between(last, claim);
            // A new sentence, or a list inside the list, ends it.
            if (between.ContainsAny("。；;\n") || (i > first && CheckWords.SomeParts.Any(between)))
                break;
            last = claim;
            if (!Check.IsAmount(claim))
                continue;
            if (claim.Unit != total.Unit || claim.Stance != total.Stance)
                break;
            if (CheckWords.TheRest.Any(between))
                complete = true;
            parts[count++] = claims[i];
        }

        return count;
    }

    /// <summary>总数2864家，比上年增加212家，其中…: the total in front of its own change.</summary>
    private static int Earlier(AuditScope scope, int nearest, Interval sum)
    {
        var near = scope.Claims[nearest];
        for (var i = nearest - 1; i >= 0 && i >= nearest - 3; i--)
        {
            var claim = scope.Claims[i];
            if (claim.Block != near.Block || scope.CrossesSentence(claim.Clean.End, near.Clean.Start))
                return -1;
            if (Check.IsAmount(claim) && claim.Unit == near.Unit && sum.Overlaps(PrintedValue.OfResult(claim)))
                return i;
        }

        return -1;
    }

    private static void Judge(AuditScope scope, int total, ReadOnlySpan<int> parts, bool complete, List<Finding> findings)
    {
        var (sum, value) = (Interval.Exact(0), 0m);
        foreach (var part in parts)
        {
            sum += PrintedValue.OfResult(scope.Claims[part]);
            value += scope.Claims[part].Value;
        }

        var whole = scope.Claims[total];
        var closes = sum.Overlaps(PrintedValue.OfResult(whole));
        if (!closes && Earlier(scope, total, sum) is >= 0 and var first)
        {
            (total, whole, closes) = (first, scope.Claims[first], true);
        }

        // Parts that leave much out are simply not all of them.
        if (!closes && !complete && Math.Abs(value - whole.Value) > whole.Value / 10)
            return;
        var verdict = closes ? Verdict.Consistent : complete ? Verdict.Inconsistent : Verdict.CannotTell;
        var (chinese, english) = SumWording.Of(scope, parts, value, whole, verdict);
        findings.Add(Check.Make(scope, Relation.Sum, verdict, total, (chinese, english), value, [total, .. parts]));
    }
}
