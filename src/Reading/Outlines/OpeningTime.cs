using System.Buffers;
using Luoshi.Kernel.Time;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines;

/// <summary>The time a text speaks of that has neither title nor date: its first words name it, or say whose situation it tells.</summary>
internal static class OpeningTime
{
    /// <summary>2019年以来, 到2025年: no time of results.</summary>
    private static readonly SearchValues<char> Spans = SearchValues.Create("以起至到前初");

    private static readonly WordFinder Told = new((["通报了", "通报", "介绍了", "公布了", "公布", "发布了", "汇报了", "晒出"], 0));

    private const int LongestOpening = 24;
    private const int LongestPreamble = 160;
    private const int LongestIssue = 60;
    private const int MostLines = 8;

    /// <summary>So many days behind its month a monthly comes out.</summary>
    private const int LatestIssue = 31;

    /// <summary>So many paragraphs may lead to the first result.</summary>
    private const int MostParagraphs = 2;

    /// <summary>2023年5月，全市热线…; 现将2022年惠民项目上半年推进情况通报如下. Null when neither stands there.</summary>
    /// <param name="year">The year in which the text was written, for 上半年 without a year.</param>
    public static Period? Find(string clean, IReadOnlyList<Block> blocks, int? year)
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
            if (OfSituation(words[..Math.Min(LongestPreamble, words.Length)], year) is { } told)
                return told;
        }

        return null;
    }

    private static Period? OfFirstWords(ReadOnlySpan<char> words)
    {
        var comma = words.IndexOfAny('，', ',');
        return comma > 0 && words[..comma].IndexOfAny(Spans) < 0 && words[..comma].IndexOf('由') < 0 ? In(words[..comma]) : null;
    }

    /// <summary>对2022年惠民项目上半年推进情况开展了检查: a clause that ends in 情况 names the time.</summary>
    private static Period? OfSituation(ReadOnlySpan<char> words, int? year)
    {
        for (var from = 0; words[from..].IndexOf("情况", StringComparison.Ordinal) is >= 0 and var next;)
        {
            var clause = words[from..(from + next)];
            clause = clause[(clause.LastIndexOfAny("，,。；;") + 1)..];
            if (In(clause) is { } told)
                return told;
            // 发改委通报了上半年民生实事进展情况: of the year in which it was told.
            if (year is { } now && Told.Any(clause) && SpokenTime.Read(clause) is { Year: 0, HasPart: true } part && PrintedDate.Find(clause) is null)
                return part.In(now);
            from += next + 2;
        }

        return null;
    }

    private static Period? In(ReadOnlySpan<char> words) =>
        SpokenTime.Read(words) is { Year: > 0, SecondYear: 0 } spoken && PrintedDate.Find(words) is null ? spoken.In(spoken.Year) : null;

    /// <summary>2022年第8期, given out in the middle of September, and 本月 in its text: the month of its number.</summary>
    public static Period? OfIssue(string clean, IReadOnlyList<Block> blocks, DateOnly? date)
    {
        if (date is not { } day)
            return null;
        Period? month = null;
        var read = 0;
        foreach (var block in blocks)
        {
            var words = clean.AsSpan(block.Span.Start, block.Span.Length);
            if (block.Kind is BlockKind.Front or BlockKind.Title or BlockKind.Heading or BlockKind.Caption && month is null && words.Length <= LongestIssue)
                month = IssueIn(words, day);
            if (block.Kind is not (BlockKind.Paragraph or BlockKind.Heading) || ++read > MostLines)
                continue;
            if (month is not null && words.Contains("本月", StringComparison.Ordinal))
                return month;
        }

        return null;
    }

    private static Period? IssueIn(ReadOnlySpan<char> words, DateOnly day)
    {
        var year = 0;
        var length = 0;
        var at = 0;
        for (; at + 6 < words.Length && (year = SpokenTime.YearAt(words, at, out length)) == 0;)
            at++;
        if (year == 0 || at + length >= words.Length || words[at + length] != '第')
            return null;
        var issue = HanCount.Read(words[(at + length + 1)..], out var digits);
        var end = at + length + 1 + digits;
        if (issue is < 1 or > 12 || end >= words.Length || words[end] != '期')
            return null;
        var month = Period.OfMonth(year, issue);
        return day > month.FirstDay && day.DayNumber - month.LastDay.DayNumber <= LatestIssue ? month : null;
    }
}
