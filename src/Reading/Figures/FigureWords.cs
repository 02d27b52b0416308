using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Figures;

/// <summary>The words of <c>data/reading/lexicons/figures.txt</c>, ready for look-up.</summary>
internal sealed class FigureWords
{
    private FigureWords(Dictionary<string, List<string>> lists)
    {
        Before = Bounds(lists, ("at-least", Bound.AtLeast), ("more-than", Bound.MoreThan), ("at-most", Bound.AtMost), ("less-than", Bound.LessThan), ("about", Bound.About));
        After = Bounds(
            lists,
            ("after-at-least", Bound.AtLeast),
            ("after-more-than", Bound.MoreThan),
            ("after-at-most", Bound.AtMost),
            ("after-less-than", Bound.LessThan),
            ("after-about", Bound.About));
        Rank = Set(lists["rank-before"]);
        LimitNames = Set(lists["limit-names"]);
        Described = Set(lists["described"]);
        Issued = Set(lists["issued"]);
        CapacityNames = Set(lists["capacity-names"]);
        Currencies = Set(lists["currencies"]);
        Durations = Set(lists["durations"]);
    }

    public static FigureWords Shared { get; } = new(WordFile.Load("figures"));

    public WordMap<Bound> Before { get; }

    public WordMap<Bound> After { get; }

    public WordMap<bool> Rank { get; }

    public WordMap<bool> LimitNames { get; }

    public WordMap<bool> Described { get; }

    /// <summary>What comes out in numbers: 简报31期.</summary>
    public WordMap<bool> Issued { get; }

    public WordMap<bool> CapacityNames { get; }

    /// <summary>约新台币3亿元: named in front of the sum.</summary>
    public WordMap<bool> Currencies { get; }

    /// <summary>平均办结时长3日: in front of how long something takes.</summary>
    public WordMap<bool> Durations { get; }

    private static WordMap<Bound> Bounds(Dictionary<string, List<string>> lists, params ReadOnlySpan<(string Name, Bound Bound)> groups)
    {
        var words = new Dictionary<string, Bound>(StringComparer.Ordinal);
        foreach (var (name, bound) in groups)
        {
            foreach (var word in lists[name])
                words[word] = bound;
        }

        return new WordMap<Bound>(words);
    }

    private static WordMap<bool> Set(List<string> words) => new(words.Select(word => KeyValuePair.Create(word, value: true)));
}
