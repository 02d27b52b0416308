using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>
/// The first figure of each indicator and unit in a document, for shares and multiples of something told elsewhere in it.
/// </summary>
internal sealed class WholeIndex(AuditScope scope)
{
    /// <summary>More large figures than these of one unit are not asked through.</summary>
    private const int MostOfUnit = 64;

    private Dictionary<string, List<int>>? byUnit;

    /// <summary>The claim a share or multiple is of: named alike, or, for a plain 总量, one that the share fits. -1 when there is none.</summary>
    public int Find(string named, int part, int share)
    {
        var (some, printed) = (scope.Claims[part], scope.Claims[share]);
        if (!Lists().TryGetValue(some.Unit, out var candidates))
            return -1;
        var name = IndicatorName.Of(named);
        foreach (var i in candidates)
        {
            var whole = scope.Claims[i];
            if (i == part || whole.Value <= some.Value || whole.Stance != some.Stance)
                continue;
            if (CheckWords.OwnWhole.Any(named) || name.SaysNothing)
            {
                if (PlanRatio.Fits(PrintedValue.OfResult(some), PrintedValue.OfResult(whole), printed))
                    return i;
                continue;
            }

            if (name.LikenessTo(scope.Name(i)) >= 0.75m && SamePeriod(whole, some))
                return i;
        }

        return -1;
    }

    /// <summary>Figures of a unit in text order, the first of each indicator.</summary>
    public IReadOnlyList<int> OfUnit(string unit) => Lists().TryGetValue(unit, out var found) ? found : [];

    private static bool SamePeriod(Claim one, Claim other) => one.Period is null || other.Period is null || one.Period == other.Period;

    private Dictionary<string, List<int>> Lists()
    {
        if (byUnit is not null)
            return byUnit;
        byUnit = new(StringComparer.Ordinal);
        for (var i = 0; i < scope.Claims.Count; i++)
        {
            var claim = scope.Claims[i];
            if (!Check.IsAmount(claim))
                continue;
            if (!byUnit.TryGetValue(claim.Unit, out var list))
                byUnit.Add(claim.Unit, list = []);
            if (list.Count < MostOfUnit)
                list.Add(i);
        }

        return byUnit;
    }
}
