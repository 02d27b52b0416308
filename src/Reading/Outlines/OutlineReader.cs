using Luoshi.Kernel.Text;
using Luoshi.Kernel.Time;

namespace Luoshi.Reading.Outlines;

/// <summary>Finds the shape of a document in its cleaned text: title, dates, sections, tables, and what is page furniture.</summary>
public static class OutlineReader
{
    private const int MaxPlaceLine = 200;

    /// <param name="clean">Cleaned text.</param>
    /// <param name="documentName">
    /// File name; it may tell the kind of document where no title does. A year that only the name knows is not taken from it.
    /// </param>
    public static Outline Read(string clean, string? documentName = null) => Read(clean, documentName, []);

    /// <param name="cuts">Where cleaning took a line end out of a number or a word.</param>
    internal static Outline Read(string clean, string? documentName, List<int> cuts)
    {
        ArgumentNullException.ThrowIfNull(clean);
        var lines = Lines.Split(clean, cuts);
        var front = FrontMatter.Find(clean, lines);
        var title = front.TitleFirst < 0 ? default : new SourceSpan(lines[front.TitleFirst].Start, lines[front.TitleLast].End);
        var words = WithoutBlanks(title.Of(clean));
        var kind = KindOf(clean, lines, front, words, documentName);
        var news = kind == DocumentKind.Other && TellsOfReport(clean, lines, front);
        if (news)
            kind = DocumentKind.WorkReport;
        var date = (kind == DocumentKind.WorkReport ? front.Meeting : null) ?? front.Date ?? LastDate(clean, lines);
        // A report of 2014 that a page of 2020 keeps was not given then.
        if (kind == DocumentKind.WorkReport && SpokenTime.Read(words) is { Year: > 0, SecondYear: 0 } titled && date?.Year > titled.Year + 1)
            date = null;
        var time = DocumentTime.Of(kind, words, Subtitle(clean, lines, front), date);
        var builder = new OutlineBuilder(clean, lines, front, kind, new SectionStack(kind, time, Outset(kind, news, words, date)));
        builder.Run();
        var opening = time.Report is null && kind is DocumentKind.Other or DocumentKind.Card ? OpeningTime.Find(clean, builder.Blocks, date?.Year) ?? OpeningTime.OfIssue(clean, builder.Blocks, date) : null;
        return new Outline
        {
            Kind = kind,
            Title = title,
            Place = PlaceOf(clean, lines, front, words),
            Date = date,
            // News that names no year, neither in its title nor in a heading: its own day tells what 今年 means.
            Year = time.Year ?? (builder.Sections.Any(section => section.Period is not null) ? null : date?.Year),
            ReportPeriod = time.Report,
            PlanPeriod = time.Plan ?? (opening is { Months: > 1 and < 12 } part ? Period.OfYear(part.Year) : null),
            OpeningPeriod = opening,
            Sections = builder.Sections,
            Blocks = builder.Blocks,
            Tables = builder.Tables,
        };
    }

    /// <summary>（2025年1—9月） or （截至2025年9月30日） below the title says what its results stand for.</summary>
    private static SpokenTime Subtitle(string clean, List<Line> lines, FrontMatter front)
    {
        for (var i = Math.Max(0, front.TitleLast + 1); i < front.BodyLine && i < lines.Count; i++)
        {
            var line = lines[i].Of(clean).Trim("()（） ");
            if (line.Length > 30 || front.Kinds[i] != BlockKind.Front)
                continue;
            var until = line.StartsWith("截至", StringComparison.Ordinal) || line.StartsWith("截止", StringComparison.Ordinal);
            if (until && PrintedDate.Find(line) is { } day)
                return new SpokenTime(day.Year, 0, 1, day.Month);
            var spoken = SpokenTime.Read(line);
            if (spoken.HasPart && PrintedDate.Find(line) is null)
                return until ? spoken with { FromMonth = 1 } : spoken;
        }

        return default;
    }

    private static DocumentKind KindOf(string clean, List<Line> lines, FrontMatter front, string title, string? name)
    {
        var kind = HeadingWords.KindOfTitle(title);
        if (kind is DocumentKind.WorkReport or DocumentKind.Interview)
            return kind;
        for (var i = front.BodyLine; i < lines.Count && i < front.BodyLine + 20; i++)
        {
            if (lines[i].Length > 1 && clean[lines[i].Start] == '问' && clean[lines[i].Start + 1] is ':' or '：')
                return DocumentKind.Interview;
        }

        if (kind == DocumentKind.Other)
            kind = KindBelowTitle(clean, lines, front);
        if (kind == DocumentKind.List && (TellsResults(clean, lines, front) || IsOver(title, front.Date)))
            return DocumentKind.Card;
        return kind == DocumentKind.Other && title.Length == 0 && name is not null ? HeadingWords.KindOfTitle(name) : kind;
    }

    /// <summary>——2024年十方面民生实事 below a motto, or 报告公布了今年的十件民生实事: what follows is the list.</summary>
    private static DocumentKind KindBelowTitle(string clean, List<Line> lines, FrontMatter front)
    {
        for (var i = Math.Max(0, front.TitleLast + 1); i < front.BodyLine && i < lines.Count; i++)
        {
            if (front.Kinds[i] == BlockKind.Front && lines[i].Of(clean) is ['—' or '－', ..] subtitle && HeadingWords.KindOfTitle(subtitle) == DocumentKind.List)
                return DocumentKind.List;
        }

        for (var i = front.BodyLine; i < lines.Count && i < front.BodyLine + 3; i++)
        {
            if (HeadingWords.AnnouncesList(lines[i].Of(clean)))
                return DocumentKind.List;
        }

        return DocumentKind.Other;
    }

    /// <summary>News of the day a work report was given: what it tells is the report's.</summary>
    private static bool TellsOfReport(string clean, List<Line> lines, FrontMatter front)
    {
        for (var i = front.BodyLine; i < lines.Count && i < front.BodyLine + 4; i++)
        {
            if (HeadingWords.TellsOfReport(lines[i].Of(clean)))
                return true;
        }

        return false;
    }

    /// <summary>What a text that is neither list nor card nor report is by its headline: 今年再办10件实事 sets out work.</summary>
    private static SectionKind? Outset(DocumentKind kind, bool news, string title, DateOnly? date)
    {
        if (news && LooksAhead(title, date))
            return SectionKind.Plan;
        return kind == DocumentKind.Other && Tense.Of(title, date?.Year).Kind == SectionKind.Plan ? SectionKind.Plan : null;
    }

    /// <summary>2019年民生“红包” names the year that has just begun, 今年两会将影响你的生活 means it.</summary>
    private static bool LooksAhead(string title, DateOnly? date) =>
        title.IndexOf("今年", StringComparison.Ordinal) is >= 0 and var now && title.IndexOf('将', now) > 0 ||
        SpokenTime.Read(title) is { Year: > 0, SecondYear: 0 } spoken && (date is null || date.Value.Year == spoken.Year);

    /// <summary>2018年市政府实事项目: a title without a verb, and line after line what was done.</summary>
    private static bool TellsResults(string clean, List<Line> lines, FrontMatter front)
    {
        var told = 0;
        for (var i = front.BodyLine; i < lines.Count && i < front.BodyLine + 40 && told < 3; i++)
        {
            if (HeadingWords.TellsResult(lines[i].Of(clean)))
                told++;
        }

        return told == 3;
    }

    /// <summary>2023年民生实事暖人心 of January 2024: news of works of a year that is over tells how they went.</summary>
    private static bool IsOver(string title, DateOnly? date) =>
        date is { } day && !HeadingWords.NamesList(title) && SpokenTime.Read(title) is { Year: > 0, SecondYear: 0 } spoken && spoken.Year < day.Year;

    /// <summary>A date alone on one of the last lines: where a signed document closes with its day.</summary>
    private static DateOnly? LastDate(string clean, List<Line> lines)
    {
        for (var i = lines.Count - 1; i >= 0 && i >= lines.Count - 12; i--)
        {
            var line = lines[i].Of(clean);
            if (line.Length <= 30 && PrintedDate.Find(line, out var start, out var end) is { } date && (start == 0 || line[0] is '(' or '（') && end >= line.Length - 8)
                return date;
        }

        return null;
    }

    private static string? PlaceOf(string clean, List<Line> lines, FrontMatter front, string title)
    {
        if (PlaceName.Find(title) is { } place)
            return place;
        for (var i = 0; i < lines.Count && i < front.BodyLine + 3; i++)
        {
            var line = lines[i];
            if (i < front.BodyLine && front.Kinds[i] is BlockKind.Furniture)
                continue;
            if (i < front.BodyLine && front.Kinds[i] is BlockKind.Front && line.Length < 60 && PlaceName.Find(line.Of(clean)) is { } issued)
                return issued;
            if (PlaceName.OfGovernment(clean.AsSpan(line.Start, Math.Min(line.Length, MaxPlaceLine))) is { } named)
                return named;
        }

        return null;
    }

    private static string WithoutBlanks(string text) =>
        string.Create(text.Count(c => !Lines.IsBlank(c) && c is not ('\n' or '\r')), text, static (target, source) =>
        {
            var at = 0;
            foreach (var c in source)
            {
                if (!Lines.IsBlank(c) && c is not ('\n' or '\r'))
                    target[at++] = c;
            }
        });
}
