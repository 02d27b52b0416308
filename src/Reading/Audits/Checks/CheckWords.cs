using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>Words that tell how two numbers of a sentence belong together.</summary>
internal static class CheckWords
{
    private static readonly Dictionary<string, List<string>> Lists = WordFile.Load("audit");

    public static WordFinder AllParts { get; } = Finder("all-parts");

    public static WordFinder SomeParts { get; } = Finder("some-parts");

    public static WordFinder TheRest { get; } = Finder("the-rest");

    public static WordFinder LastPeriod { get; } = Finder("last-period");

    public static WordFinder Gained { get; } = Finder("gained");

    public static WordFinder Lost { get; } = Finder("lost");

    public static WordFinder Checked { get; } = Finder("checked");

    public static WordFinder Grades { get; } = Finder("grades");

    public static WordFinder OwnWhole { get; } = Finder("own-whole");

    public static WordFinder OuterWhole { get; } = Finder("outer-whole");

    public static WordFinder Average { get; } = Finder("average");

    public static WordFinder Schedule { get; } = Finder("schedule");

    public static WordFinder Behind { get; } = Finder("behind");

    public static WordFinder Sector { get; } = new((Lists["sector-1"], 0), (Lists["sector-2"], 1), (Lists["sector-3"], 2));

    private static WordFinder Finder(string group) => new((Lists[group], 0));
}
