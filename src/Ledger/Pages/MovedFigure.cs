using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Pages;

/// <summary>One number of a report that waits to be signed, beside the last accepted one.</summary>
internal sealed record MovedFigure(string Name, string Now, string? Before)
{
    private const int Most = 3;

    /// <summary>The numbers that moved most for their size; where nothing moved, the first ones.</summary>
    public static IReadOnlyList<MovedFigure> Main(IEnumerable<(Indicator Indicator, decimal? Now, decimal? Before)> lines) =>
    [
        .. lines.Where(l => l.Now is not null).OrderByDescending(l => Moved(l.Now ?? 0, l.Before)).Take(Most)
            .Select(l => new MovedFigure(l.Indicator.Name + StageVerb.Beside(l.Indicator.Name, l.Indicator.StageWord), l.Indicator.Printed.Print(l.Now ?? 0), l.Before is { } before ? l.Indicator.Printed.Print(before) : null)),
    ];

    private static decimal Moved(decimal now, decimal? before) => before switch
    {
        null => now == 0 ? 0 : 1,
        0 => now == 0 ? 0 : 1,
        { } old => Math.Abs((now - old) / old),
    };
}
