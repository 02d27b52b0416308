using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.ReportCards;

namespace Luoshi.Ledger.Tests.ReportCards;

internal static class CardSamples
{
    public static CardFigure Figure(string name, decimal actual, string unit, decimal? promised = null, Bound bound = Bound.Exact) => new()
    {
        Indicator = Guid.NewGuid(),
        Quantity = Guid.NewGuid(),
        Name = name,
        Unit = PrintedUnit.Parse(unit),
        Actual = actual,
        Promised = promised is { } value ? new TargetValue(value, bound) : null,
    };

    public static CardItem Item(int number, string name, params CardFigure[] figures) => new()
    {
        Id = Guid.NewGuid(),
        Number = number,
        Name = name,
        Progress = Progress.OnTrack,
        Figures = figures,
    };

    public static CardSource Source(params CardCommitment[] commitments) => new()
    {
        Place = "海岳市",
        ListName = "市办实事",
        Plan = Period.OfYear(2025),
        Period = Period.OfHalf(2025, 1),
        Commitments = commitments,
    };
}
