using System.Runtime.InteropServices;
using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>
/// Promises of all documents given together, found by the character pairs of their names. It is asked only for results whose
/// own paragraph and heading hold no plan, and only a near-identical name in the same unit and year is taken.
/// </summary>
internal sealed class PlanIndex
{
    /// <summary>Pairs more common than this tell nothing and would make long documents slow.</summary>
    private const int MostPostings = 48;

    /// <summary>Names shorter than four characters (投资完成) are every document's.</summary>
    private const int FewestPairs = 3;

    private const decimal NearlySame = 0.85m;

    private readonly IReadOnlyList<AuditScope> scopes;
    private readonly Dictionary<int, List<OutsideClaim>> postings = [];

    public PlanIndex(IReadOnlyList<AuditScope> scopes)
    {
        this.scopes = scopes;
        foreach (var scope in scopes)
        {
            for (var i = 0; i < scope.Claims.Count; i++)
                Add(scope, i);
        }
    }

    /// <summary>Looks for the row's plan outside its paragraph; fills it in when one is found.</summary>
    public void Complete(AuditScope scope, PlanRow row)
    {
        if (row.HasPlan || row.PartOf is not null || row.Total >= 0 || row.Percent < 0)
            return;
        var (best, likeness, fit) = Best(scope, row);
        if (best is null)
            return;
        // A name that is only alike needs the percentage as a witness.
        if (likeness < NearlySame && fit is not (Fit.Rounded or Fit.CutOff))
            return;
        // Another place in the same text may speak of another part or year; only a fitting one is taken.
        if (best.Document == scope.Document && fit is not (Fit.Rounded or Fit.CutOff))
            return;
        // Nor is one of another text whose place or year, or one's own, nobody knows.
        if (best.Document != scope.Document && fit is not (Fit.Rounded or Fit.CutOff) && !(IsPlaced(scope) && IsPlaced(scopes[best.Document])))
            return;
        row.Fit = fit;
        row.Likeness = likeness;
        row.Implied = null;
        if (best.Document == scope.Document)
            row.Plan = best.Claim;
        else
            row.PlanElsewhere = best;
        row.Stage = StageRanks.IsEarlier(scope.Claims[row.Result], Claim(best));
    }

    private static bool IsPlaced(AuditScope scope) => scope.Result.Outline is { Place: not null, Year: not null };

    public Claim Claim(OutsideClaim place) => scopes[place.Document].Claims[place.Claim];

    private void Add(AuditScope scope, int index)
    {
        var claim = scope.Claims[index];
        if (claim.Stance != Stance.Planned || claim.Measure is not (Measure.Amount or Measure.Rate) || claim.Optional || claim.Value <= 0 || !PrintedValue.IsUsable(claim))
            return;
        OutsideClaim? place = null;
        var last = 0;
        foreach (var pair in scope.Name(index).Core)
        {
            if (pair == last)
                continue;
            last = pair;
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, pair, out _);
            list ??= [];
            if (list.Count < MostPostings)
                list.Add(place ??= new(scope.Document, index));
        }
    }

    private (OutsideClaim? Place, decimal Likeness, Fit Fit) Best(AuditScope scope, PlanRow row)
    {
        var (result, percent) = (scope.Claims[row.Result], scope.Claims[row.Percent]);
        var name = scope.Name(row.Result);
        (OutsideClaim? Place, decimal Likeness, Fit Fit) best = (null, 0.6m, Fit.None);
        foreach (var pair in name.Core)
        {
            if (!postings.TryGetValue(pair, out var places))
                continue;
            foreach (var place in places)
            {
                if (!SamePlace(scope, scopes[place.Document]))
                    continue;
                var plan = Claim(place);
                if (plan.Unit != result.Unit || plan.Measure != result.Measure || !SameYear(plan, result) || !MayServe(scope, row, place))
                    continue;
                var likeness = name.LikenessTo(scopes[place.Document].Name(place.Claim));
                var fit = PlanSearch.Ratio(result, plan, percent, row.LowerIsBetter);
                if (likeness > best.Likeness || (likeness == best.Likeness && best.Place is not null && fit < best.Fit && fit != Fit.None))
                    best = (place, likeness, fit);
            }
        }

        return best;
    }

    // What a district promised is no plan of its city, however alike the words are.
    private static bool SamePlace(AuditScope left, AuditScope right) =>
        left.Result.Outline.Place is not { } here || right.Result.Outline.Place is not { } there || string.Equals(here, there, StringComparison.Ordinal);

    /// <summary>
    /// In the same text a plan stands in front: what comes later is what the year is now expected to end at. In another one the
    /// name must say enough, and place and year must be those of the result.
    /// </summary>
    private bool MayServe(AuditScope scope, PlanRow row, OutsideClaim place)
    {
        if (place.Document == scope.Document)
            return place.Claim < row.Result;
        var (here, there) = (scope.Result.Outline, scopes[place.Document].Result.Outline);
        if (scope.Name(row.Result).Core.Length < FewestPairs || (here.Year is { } year && there.Year is { } other && year != other))
            return false;
        return here.Place is null || there.Place is null || here.Place.Contains(there.Place, StringComparison.Ordinal) || there.Place.Contains(here.Place, StringComparison.Ordinal);
    }

    private static bool SameYear(Claim plan, Claim result) =>
        plan.Period is not { } due || result.Period is not { } done || due.Year == done.Year;
}
