using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Audits.Tables;

/// <summary>Words in the heads of columns and rows.</summary>
internal static class TableWords
{
    private static readonly Dictionary<string, List<string>> Lists = WordFile.Load("audit");

    public static WordFinder Percent { get; } = new((Lists["column-percent"], 0));

    public static WordFinder Plan { get; } = new((Lists["column-plan"], 0));

    public static WordFinder Result { get; } = new((Lists["column-result"], 0));

    public static WordFinder Number { get; } = new((Lists["column-number"], 0));

    public static WordFinder Total { get; } = new((Lists["total-row"], 0));

    public static WordFinder OpenTotal { get; } = new((Lists["total-row-open"], 0));

    public static WordFinder Subtotal { get; } = new((Lists["subtotal-row"], 0));
}
