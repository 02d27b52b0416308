namespace Luoshi.Reading.Tests.Labelled;

/// <summary>When two wordings name the same thing: the rule the labels were agreed under.</summary>
internal static class Indicators
{
    private const double LeastOverlap = 0.6;
    private const string Dropped = "“”‘’「」『』\"'";

    // Longer spellings first, so that 国内生产总值 does not become 国内 + 地区生产总值.
    private static readonly (string Word, string Standard)[] Synonyms =
        [("GDP", "地区生产总值"), ("国内生产总值", "地区生产总值"), ("建议提案", "建议和提案")];

    /// <summary>True when one phrase contains the other (two characters at least) or their character pairs overlap by 0.6 (Dice).</summary>
    public static bool Same(string left, string right)
    {
        (left, right) = (Plain(left), Plain(right));
        if (left == right)
            return true;
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        if (shorter.Length >= 2 && longer.Contains(shorter, StringComparison.Ordinal))
            return true;
        var (a, b) = (Pairs(left), Pairs(right));
        var common = a.CountBy(pair => pair).Sum(pair => Math.Min(pair.Value, b.Count(other => other == pair.Key)));
        return 2.0 * common / (a.Count + b.Count) >= LeastOverlap;
    }

    private static string Plain(string text)
    {
        var kept = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !Dropped.Contains(c, StringComparison.Ordinal)));
        return Synonyms.Aggregate(kept, (words, pair) => words.Replace(pair.Word, pair.Standard, StringComparison.Ordinal));
    }

    private static List<string> Pairs(string text) =>
        text.Length < 2 ? [text] : [.. Enumerable.Range(0, text.Length - 1).Select(i => text.Substring(i, 2))];
}
