using Luoshi.Kernel.Quantities;

namespace Luoshi.Ledger.Indicators;

/// <summary>A number that was promised, with the bound it was promised under: 200个以上 is 200 with <see cref="Bound.AtLeast"/>.</summary>
internal readonly record struct TargetValue(decimal Value, Bound Bound = Bound.Exact)
{
    /// <summary>
    /// Whether a result keeps the promise. A plain number is kept by reaching it: the promise of 50 is kept by 72.
    /// 左右 is kept within <paramref name="aboutPercent"/> percent below it (above it, where less is better).
    /// </summary>
    public bool IsKeptBy(decimal actual, Direction direction, decimal aboutPercent) => Bound switch
    {
        Bound.AtLeast => actual >= Value,
        Bound.MoreThan => actual > Value,
        Bound.AtMost => actual <= Value,
        Bound.LessThan => actual < Value,
        Bound.About when direction == Direction.LowerIsBetter => actual <= Value * (100 + aboutPercent) / 100,
        Bound.About => actual >= Value * (100 - aboutPercent) / 100,
        _ => direction == Direction.LowerIsBetter ? actual <= Value : actual >= Value,
    };

    /// <summary>As printed: <c>200个以上</c>, <c>超过60处</c>, <c>4%以内</c>.</summary>
    public string Print(PrintedUnit unit)
    {
        var number = unit.Print(Value);
        return Bound switch
        {
            Bound.AtLeast => number + "以上",
            Bound.MoreThan => "超过" + number,
            Bound.AtMost => number + "以内",
            Bound.LessThan => "低于" + number,
            Bound.About => number + "左右",
            _ => number,
        };
    }

    /// <summary>The same for an English sentence: <c>at least 200个</c>; units stay as the document has them.</summary>
    public string PrintEnglish(PrintedUnit unit)
    {
        var number = unit.Print(Value);
        return Bound switch
        {
            Bound.AtLeast => "at least " + number,
            Bound.MoreThan => "more than " + number,
            Bound.AtMost => "at most " + number,
            Bound.LessThan => "less than " + number,
            Bound.About => "about " + number,
            _ => number,
        };
    }
}
