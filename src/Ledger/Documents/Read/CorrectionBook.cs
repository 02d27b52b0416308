using Luoshi.Kernel.Text;
using Luoshi.Reading;
using Luoshi.Reading.Claims;

namespace Luoshi.Ledger.Documents.Read;

/// <summary>Everything people said of a document's figures, newest first at each place.</summary>
internal sealed class CorrectionBook
{
    private readonly Dictionary<SourceSpan, List<Correction>> byPlace = [];

    public CorrectionBook(IEnumerable<Correction> corrections)
    {
        foreach (var correction in corrections.OrderByDescending(each => each.At).ThenByDescending(each => each.Id))
        {
            var place = new SourceSpan(correction.Start, correction.End);
            if (!byPlace.TryGetValue(place, out var list))
                byPlace[place] = list = [];
            list.Add(correction);
        }
    }

    /// <summary>Figures that read otherwise than the machine read them.</summary>
    public int InForce => byPlace.Values.Count(list => !list[0].IsReset);

    /// <summary>The correction in force at a figure's raw place, or null.</summary>
    public Correction? Of(SourceSpan raw) => byPlace.TryGetValue(raw, out var list) && !list[0].IsReset ? list[0] : null;

    public IReadOnlyList<Correction> HistoryOf(SourceSpan raw) => byPlace.TryGetValue(raw, out var list) ? list : [];

    /// <summary>The reading with every correction in force; the machine's own is left as it is.</summary>
    public ReadingResult Apply(ReadingResult machine)
    {
        if (InForce == 0)
            return machine;
        return machine with { Claims = [.. machine.Claims.Select(Apply)] };
    }

    /// <summary>Plans people named, by the index of the result's claim.</summary>
    public Dictionary<int, decimal> PlansIn(ReadingResult reading)
    {
        var plans = new Dictionary<int, decimal>();
        for (var i = 0; i < reading.Claims.Count; i++)
        {
            if (Of(reading.Claims[i].Raw) is { Plan: { } plan } correction)
                plans[i] = correction.PlanMax is { } most ? Within(reading, i, plan, most) : plan;
        }

        return plans;
    }

    /// <summary>Of a range the plan the printed percentage was taken of, where it lies inside; else the end that comes nearer.</summary>
    private static decimal Within(ReadingResult reading, int result, decimal least, decimal most)
    {
        var percent = reading.Claims.FirstOrDefault(c => c.Of == result && c.Measure == Measure.OfPlan)?.Value;
        return percent is > 0 ? Math.Clamp(decimal.Round(reading.Claims[result].Value * 100 / percent.Value), least, most) : least;
    }

    private Claim Apply(Claim claim)
    {
        if (Of(claim.Raw) is not { } correction)
            return claim;
        var copy = claim.Copy();
        copy.Indicator = correction.Indicator ?? copy.Indicator;
        copy.Unit = correction.Unit ?? copy.Unit;
        copy.Stance = correction.Stance ?? copy.Stance;
        return copy;
    }
}
