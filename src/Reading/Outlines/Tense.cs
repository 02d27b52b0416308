using Luoshi.Kernel.Time;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines;

/// <summary>
/// Whether a text looks ahead or back where no heading says it: every word of time or promise near its beginning is a piece of evidence
/// with a weight, and together they vote. 今年将… is a plan, 2023年… of a text of 2024 a result; 今年，…截至6月已… looks back for all its 今年.
/// </summary>
/// <param name="Score">Above zero it looks ahead, below zero it looks back.</param>
/// <param name="Year">The year it speaks of, or 0.</param>
internal readonly record struct Tense(int Score, int Year)
{
    /// <summary>How much evidence it takes to turn: one word alone turns nothing.</summary>
    public const int Decides = 3;

    private const int Reach = 160;
    private const int FarReach = 800;
    private const int YearReach = 30;

    /// <summary>How far back the words reach that lead to a list.</summary>
    private const int Leads = 80;

    private static readonly Dictionary<string, List<string>> Words = WordFile.Load("headings");
    private static readonly WordFinder Finder = new(
        (Words["tense.announced"], 3), (Words["tense.ahead"], 2), (Words["tense.ahead.weak"], 1), (Words["tense.none"], 0), (Words["tense.behind.weak"], -1), (Words["tense.behind"], -2), (Words["tense.past"], -3));

    /// <summary>What the text turns to, or unknown where it does not say.</summary>
    public SectionKind Kind => Score >= Decides ? SectionKind.Plan : Score <= -Decides ? SectionKind.Review : SectionKind.Unknown;

    public Period? Period => Year > 0 ? Kernel.Time.Period.OfYear(Year) : null;

    /// <param name="text">A paragraph or title.</param>
    /// <param name="now">The year in which it was written, where that is known.</param>
    /// <param name="whole">Where the beginning says nothing the rest is asked as well: a plan of bare verbs ends in 确保兑现承诺.</param>
    public static Tense Of(ReadOnlySpan<char> text, int? now, bool whole = false)
    {
        // What leads to a list is told by the words in front of its colon: 去年…。今年将实施45个项目，项目如下：
        if (text.Length > Leads && text[^1] is ':' or '：' or '—')
            text = text[^Leads..];
        var rest = text[Math.Min(text.Length, Reach)..];
        text = text[..(text.Length - rest.Length)];
        var score = Finder.Sum(text);
        // 回顾去年工作、安排今年工作 tells what a report holds, and nothing of what follows.
        if (score <= -Decides && text.IndexOf("回顾", StringComparison.Ordinal) is >= 0 and var review && (text[review..].Contains("安排", StringComparison.Ordinal) || text[review..].Contains("部署", StringComparison.Ordinal)))
            return new Tense(0, 0);
        if (score == 0 && whole && !rest.IsEmpty)
            score = Finder.Sum(rest[..Math.Min(rest.Length, FarReach)]);
        if (YearIn(text, 0, out var behind) is not (> 0 and var spoken) || behind > YearReach)
            return new Tense(score, 0);
        // 到2027年，… looks ahead also where the text is not dated.
        if (spoken >= (now ?? spoken) && behind > 5 && text[behind - 6] == '到')
            return new Tense(score + Decides, spoken);
        // A year that is over tells results whatever was planned in it, unless a later one follows; one still to come tells plans; the
        // running one may be either.
        if (spoken < now)
            return YearIn(text, behind, out _) >= now ? new Tense(score, 0) : new Tense(score - Decides, spoken);
        return new Tense(score + (spoken > now ? Decides : score > 0 ? 1 : 0), spoken);
    }

    /// <summary>False where <see cref="Of"/> surely finds no year; asked of every paragraph, so it looks for digits only.</summary>
    public static bool MayNameYear(ReadOnlySpan<char> text) =>
        text.Length > Leads ? text[^1] is ':' or '：' or '—' || text[..YearReach].IndexOfAny('1', '2') >= 0 : text.IndexOfAny('1', '2') >= 0;

    /// <summary>The first year behind <paramref name="from"/>, or 0.</summary>
    private static int YearIn(ReadOnlySpan<char> text, int from, out int behind)
    {
        for (var at = from; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAny('1', '2');
            if (next < 0)
                break;
            at += next;
            // 由2022年的8.4天缩短到6.1天: where something came from is no year that is spoken of.
            if (SpokenTime.YearAt(text, at, out var length) is var year and > 0 && !(at > 0 && text[at - 1] is '由' or '从' or '比' or '较'))
            {
                behind = at + length;
                return year;
            }
        }

        behind = text.Length;
        return 0;
    }
}
