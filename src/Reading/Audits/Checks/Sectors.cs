using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>
/// The value added of the three sectors makes up the regional product, and their printed shares make up 100.
/// Preliminary figures are revised by themselves, so a gap is left to a person.
/// </summary>
internal static class Sectors
{
    public static void Find(AuditScope scope, ReadOnlySpan<int> claims, List<Finding> findings)
    {
        var product = -1;
        for (var at = 0; at < claims.Length; at++)
        {
            var claim = scope.Claims[claims[at]];
            if (Check.IsAmount(claim) && claim.Unit == "元" && Names.SameWords.Standardise(claim.Indicator).EndsWith("地区生产总值", StringComparison.Ordinal))
                product = at;
            else if (SectorOf(claim) == 0)
                Follow(scope, claims, at, product, findings);
        }
    }

    private static int SectorOf(Claim claim)
    {
        for (var at = 0; at < claim.Indicator.Length; at++)
        {
            if (CheckWords.Sector.At(claim.Indicator, at, out var sector) is not null)
                return sector;
        }

        return -1;
    }

    /// <summary>The next figures of the same kind are the second and the third sector's.</summary>
    private static void Follow(AuditScope scope, ReadOnlySpan<int> claims, int at, int product, List<Finding> findings)
    {
        Span<int> parts = stackalloc int[3];
        parts[0] = claims[at];
        var first = scope.Claims[claims[at]];
        var count = 1;
        for (var i = at + 1; i < claims.Length && i <= at + 6 && count < 3; i++)
        {
            var claim = scope.Claims[claims[i]];
            if (claim.Measure == first.Measure && claim.Unit == first.Unit && SectorOf(claim) == count)
                parts[count++] = claims[i];
        }

        if (count < 3)
            return;
        if (first.Measure == Measure.Share)
            Add(scope, parts[0], parts, Interval.Exact(100), 100, findings);
        else if (first.Measure == Measure.Amount && product >= 0 && scope.Claims[claims[product]].Unit == first.Unit)
            Add(scope, claims[product], parts, PrintedValue.OfResult(scope.Claims[claims[product]]), null, findings);
    }

    private static void Add(AuditScope scope, int subject, ReadOnlySpan<int> parts, Interval whole, decimal? hundred, List<Finding> findings)
    {
        var (sum, value) = (Interval.Exact(0), 0m);
        foreach (var part in parts)
        {
            sum += PrintedValue.OfResult(scope.Claims[part]);
            value += scope.Claims[part].Value;
        }

        var verdict = sum.Overlaps(whole) ? Verdict.Consistent : Verdict.CannotTell;
        var working = hundred is null
            ? SumWording.Of(scope, parts, value, scope.Claims[subject], verdict)
            : Check.Outcome(Plain(scope, parts), Plain(scope, parts), Numbers.Plain(value), "100", verdict);
        findings.Add(Check.Make(scope, Relation.Sum, verdict, subject, working, value, [subject, .. parts]));
    }

    private static string Plain(AuditScope scope, ReadOnlySpan<int> parts) =>
        $"{Numbers.Plain(scope.Claims[parts[0]].Value)} + {Numbers.Plain(scope.Claims[parts[1]].Value)} + {Numbers.Plain(scope.Claims[parts[2]].Value)}";
}
