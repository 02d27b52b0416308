using System.Buffers;
using Luoshi.Kernel.Time;

namespace Luoshi.Reading.Outlines;

/// <summary>The time a text speaks of that has neither title nor date: its first words name it, or say whose situation it tells.</summary>
internal static class OpeningTime
{
    /// <summary>2019年以来, 到2025年: no time of results.</summary>
    private static readonly SearchValues<char> Spans = SearchValues.Create("以起至到前初");

    private const int LongestOpening = 24;
    private const int LongestPreamble = 160;

    /// <summary>So many paragraphs may lead to the first result.</summary>
    private const int MostParagraphs = 2;

    /// <summary>2023年5月，全市热线…; 现将2022年惠民项目上半年推进情况通报如下. Null when neither stands there.</summary>
    public static Period? Find(string clean, IReadOnlyList<Block> blocks)
    {
        var seen = 0;
        foreach (var block in blocks)
        {
            if (block.Kind != BlockKind.Paragraph)
                continue;
            if (seen == MostParagraphs)
                break;
            var words = clean.AsSpan(block.BodyStart, block.Span.End - block.BodyStart);
            if ((seen++ == 0 ? OfFirstWords(words[..Math.Min(LongestOpening, words.Length)]) : null) is { } first)
                return first;
            if (OfSituation(words[..Math.Min(LongestPreamble, words.Length)]) is { } told)
                return told;
        }

        return null;
    }

    private static Period? OfFirstWords(ReadOnlySpan<char> words)
    {
        var comma = words.IndexOfAny('，', ',');
        return comma > 0 && words[..comma].IndexOfAny(Spans) < 0 ? In(words[..comma]) : null;
    }

    /// <summary>对2022年惠民项目上半年推进情况开展了检查: a clause that ends in 情况 names the time.</summary>
    private static Period? OfSituation(ReadOnlySpan<char> words)
    {
        for (var from = 0; words[from..].IndexOf("情况", StringComparison.Ordinal) is >= 0 and var next;)
        {
            var clause = words[from..(from + next)];
            if (In(clause[(clause.LastIndexOfAny("，,。；;") + 1)..]) is { } told)
                return told;
            from += next + 2;
        }

        return null;
    }

    private static Period? In(ReadOnlySpan<char> words) =>
        SpokenTime.Read(words) is { Year: > 0, SecondYear: 0 } spoken && PrintedDate.Find(words) is null ? spoken.In(spoken.Year) : null;
}
