using Luoshi.Reading.Audits;
using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Claims;

namespace Luoshi.Ledger.ReportCards.Gate;

/// <summary>Right numbers at the wrong names: two results that changed places are both in the ledger and both wrong.</summary>
internal static class NameChecks
{
    private const decimal Fits = 0.75m;
    private const decimal FitsNot = 0.4m;

    /// <returns>The number that belongs to the name in print, when what stands there is another's.</returns>
    public static ExpectedNumber? IsAnothers(Claim claim, IReadOnlyList<ExpectedNumber> found, IReadOnlyList<ExpectedNumber> expected)
    {
        if (claim.Measure != Measure.Amount || found.Count == 0 || found.Any(f => f.As is not (PrintedAs.Amount or PrintedAs.Part)))
            return null;
        var read = IndicatorName.Of(claim.Indicator);
        if (read.SaysNothing || found.Any(f => f.FitOf(read) > FitsNot))
            return null;
        return expected.FirstOrDefault(e => e.Paragraph == found[0].Paragraph && e.As is PrintedAs.Amount or PrintedAs.Part && e.Unit == claim.Unit && e.Value != claim.Value && e.FitOf(read) >= Fits);
    }
}

/// <summary>A percentage must be the one of the amount it is printed for: 分别占 names them in order.</summary>
internal static class PercentPairs
{
    public static void Check(CardPlaces places, IReadOnlyList<Finding> findings, IReadOnlyList<ExpectedNumber> expected, List<GateProblem> problems)
    {
        foreach (var finding in findings.Where(f => f is { Relation: Relation.OfPlan, Percent: not null }))
        {
            var claim = places.Reading.Claims[finding.Subject];
            if (places.Item(claim) is not { } item)
                continue;
            var counted = expected.Where(e => e.Paragraph == item && e.As == PrintedAs.Amount && CardGate.Same(e, claim)).Select(e => e.Indicator).ToHashSet();
            var shares = expected.Where(e => e.As is PrintedAs.OfPlan or PrintedAs.OfOriginal && counted.Contains(e.Indicator)).Select(e => e.Value).ToArray();
            if (shares.Length > 0 && !shares.Contains(finding.Percent ?? 0))
                problems.Add(GateMessages.WrongPercent(places, claim, finding.Percent ?? 0, shares[0]));
        }
    }
}
