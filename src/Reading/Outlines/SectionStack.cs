using Luoshi.Kernel.Text;
using Luoshi.Kernel.Time;

namespace Luoshi.Reading.Outlines;

/// <summary>Which sections are open while the lines go by.</summary>
internal sealed class SectionStack
{
    /// <summary>Ranks behind the numbered styles: an unnumbered heading that says nothing of review or plan, and the words a paragraph opens with.</summary>
    private const int TopicRank = 90;
    private const int LeadRank = 99;

    /// <summary>An unnumbered heading that does say it stands above all numbering.</summary>
    private const int KindRank = 1;

    private readonly DocumentKind document;
    private readonly DocumentTime time;
    private readonly List<(int Rank, int Section, bool Told)> open = [];

    /// <summary>For each section whether a printed heading says what it tells, its own or one above it.</summary>
    private readonly List<bool> firm = [false];
    private int firstYear;
    private readonly (int Value, int Depth)[] last = new (int Value, int Depth)[(int)NumberStyle.Circled + 1];

    /// <param name="outset">What the document is before its first heading, where its kind alone does not say.</param>
    public SectionStack(DocumentKind document, DocumentTime time, SectionKind? outset = null)
    {
        (this.document, this.time) = (document, time);
        var kind = outset ?? document switch
        {
            DocumentKind.Card => SectionKind.Review,
            DocumentKind.List => SectionKind.List,
            _ => SectionKind.Unknown,
        };
        Sections.Add(new Section(kind, 0, null, default, -1, PeriodOf(kind)));
    }

    public List<Section> Sections { get; } = [];

    public int Current => open.Count > 0 ? open[^1].Section : 0;

    public SectionKind Kind => Sections[Current].Kind;

    /// <summary>Opens the section of a heading.</summary>
    public void Open(PrintedNumber printed, string? number, SourceSpan place, ReadOnlySpan<char> heading)
    {
        var (style, hashes) = (printed.Style, printed.Hashes);
        var numbered = style != NumberStyle.None || hashes > 0;
        Continue(printed);
        var (kind, period) = Judge(heading, numbered);
        var says = kind is SectionKind.Plan or SectionKind.Review;
        var rank = Rank(style, hashes, kind);
        int? brother = Pop(rank) is var popped and >= 0 ? popped : null;
        var parent = Sections[Current];
        // 加快进度 below 下一步工作 stays a plan, 重点任务 below 工作回顾 a review.
        if (kind != SectionKind.Unknown && parent.Kind is SectionKind.Plan or SectionKind.Review && parent.Level > 0 && !HeadingWords.Turns(heading) && SpokenTime.Read(heading).Year == 0)
            (kind, period) = (SectionKind.Unknown, null);
        if (kind == SectionKind.Unknown)
        {
            // The closing sections of a work report go on with the plan; elsewhere a new heading starts afresh.
            var model = document == DocumentKind.WorkReport && brother is { } index && parent.Kind == SectionKind.Unknown ? Sections[index] : parent;
            (kind, period) = (model.Kind, period ?? model.Period);
            says = firm[ReferenceEquals(model, parent) ? Current : brother!.Value];
        }

        // 主要预期目标 behind 2024年… goes on with its year.
        period ??= PeriodOf(kind) ?? (brother is { } before && Sections[before].Kind == kind ? Sections[before].Period : null);
        Push(rank, kind, number, place, period, says);
        if (printed.IsNumbered)
            last[(int)style] = (printed.Value, open.Count - 1);
    }

    /// <summary>二、 goes on where 一、 stood, also when an unnumbered heading came between them.</summary>
    private void Continue(PrintedNumber printed)
    {
        if (!printed.IsNumbered || last[(int)printed.Style] is not ( > 0, var depth) before || printed.Value != before.Value + 1)
            return;
        if (depth < open.Count && open[depth].Rank < Rank(printed.Style, printed.Hashes, SectionKind.Unknown))
            CloseTo(depth);
    }

    /// <summary>Opens a section that lasts from the first words of a paragraph to the next heading.</summary>
    public void OpenLead(SectionKind kind, SourceSpan place, Period? period)
    {
        CloseLead();
        Push(LeadRank, kind, null, place, period ?? PeriodOf(kind) ?? Sections[Current].Period);
    }

    /// <summary>Opens the section of a year that a paragraph turns to; it stands like an unnumbered heading.</summary>
    public void OpenYear(SectionKind kind, SourceSpan place, Period period)
    {
        if (Kind == kind && Sections[Current].Period == period)
            return;
        Pop(KindRank);
        Push(KindRank, kind, null, place, period);
    }

    /// <summary>
    /// A paragraph may tell what no heading does (今年将办好十件实事): it opens or turns a section that lasts as long as the heading above it,
    /// and the lists and headings below belong to it.
    /// </summary>
    public void Tell(ReadOnlySpan<char> paragraph, SourceSpan place)
    {
        if (document is DocumentKind.Card or DocumentKind.Interview || (open.Count > 0 && open[^1].Rank == LeadRank))
            return;
        var told = open.Count > 0 && open[^1].Told;
        var below = !told ? Current : open.Count > 1 ? open[^2].Section : 0;
        var said = Sections[below].Kind != SectionKind.Unknown && firm[below];
        // Nearly every paragraph of a long report: its heading has said what it tells, and no year turns that.
        if (said && !told && !Tense.MayNameYear(paragraph))
            return;
        var tense = Tense.Of(paragraph, time.ThisYear, whole: document == DocumentKind.WorkReport && Sections[below].Kind == SectionKind.Unknown);
        var kind = document == DocumentKind.List && tense.Kind == SectionKind.Plan ? SectionKind.List : tense.Kind;
        // What a heading said only a year that is over turns, and for its own paragraph: 2023年，… below 2024年工作计划.
        if (said)
            kind = kind == SectionKind.Review && tense.Year > 0 ? kind : Sections[below].Kind;
        else if (kind == SectionKind.Unknown && told && Kind == SectionKind.Plan && tense.Score < -1)
            kind = Sections[below].Kind;
        else if (kind == SectionKind.Unknown)
            return;
        if (kind == Kind)
            return;
        if (told)
            open.RemoveAt(open.Count - 1);
        if (kind != Kind)
            Push(open.Count > 0 ? open[^1].Rank : KindRank, kind, null, place, tense.Period ?? PeriodOf(kind), says: false, told: true);
    }

    public void CloseLead()
    {
        if (open.Count > 0 && open[^1].Rank == LeadRank)
            open.RemoveAt(open.Count - 1);
    }

    /// <summary>Closes all: page furniture behind the body, or an unnumbered close of a numbered list.</summary>
    public void CloseTo(int depth)
    {
        while (open.Count > depth)
            open.RemoveAt(open.Count - 1);
    }

    /// <summary>What a heading or an opening label says by its words and the year in it.</summary>
    public (SectionKind Kind, Period? Period) Judge(ReadOnlySpan<char> heading, bool numbered)
    {
        if (heading.Length > HeadingWords.MaxHeading)
            heading = heading[..HeadingWords.MaxHeading];
        var spoken = SpokenTime.Read(heading);
        // 三季度安排 below the results of two quarters: what is still to come is planned.
        if (IsAhead(spoken))
            return (SectionKind.Plan, spoken.In(time.Report!.Value.Year));
        // 五、2023年目标 of a card of 2022
        var weak = document == DocumentKind.Card ? spoken.Year > time.Year : numbered || spoken.Year > 0 || (document == DocumentKind.WorkReport && HeadingWords.NamesPlan(heading));
        var kind = HeadingWords.KindOfSection(heading, weak);
        // 完成困难家庭改造18万户 as a line of its own counts something: 困难 says nothing of what the section is.
        if (kind == SectionKind.Review && !numbered && !HeadingWords.Turns(heading) && Counts.Any(heading))
            kind = SectionKind.Unknown;
        if (spoken.Year > 0 && spoken.SecondYear == 0)
            kind = ByYear(spoken.Year, kind, heading);
        else if (kind == SectionKind.Unknown && !numbered && document is DocumentKind.Other or DocumentKind.WorkReport)
            kind = Tense.Of(heading, time.ThisYear).Kind;
        if (kind == SectionKind.Unknown)
            return (kind, spoken.HasPart || spoken.Year > 0 ? spoken.In(time.Year) : null);
        return (kind, SpokenPeriod(spoken, kind, heading));
    }

    /// <summary>A part of the year that begins when what the document reports is over.</summary>
    public bool IsAhead(SpokenTime spoken) =>
        spoken is { HasPart: true, SecondYear: 0 } && document == DocumentKind.Card && time.Report is { Months: < 12 } report && (spoken.Year == 0 || spoken.Year == report.Year) && spoken.FromMonth > report.LastDay.Month;

    private SectionKind ByYear(int year, SectionKind kind, ReadOnlySpan<char> heading)
    {
        if (time.ThisYear is not { } now)
            return document == DocumentKind.WorkReport && kind == SectionKind.Unknown && heading.Length < 30 ? ByFirstYear(year) : kind;
        if (year > now)
            return SectionKind.Plan;
        // 2021年实事项目 over the items of a list of that title repeats it, however much later it was printed.
        if (document == DocumentKind.List && year == time.Year)
            return kind;
        if (year < now && !(kind == SectionKind.Plan && document == DocumentKind.Card && year == time.Year))
            return SectionKind.Review;
        if (kind != SectionKind.Unknown || heading.Length >= 30)
            return kind;
        return document == DocumentKind.WorkReport || (document == DocumentKind.Other && HeadingWords.KindOfTitle(heading) == DocumentKind.List) ? SectionKind.Plan : kind;
    }

    /// <summary>A report that prints no year of its own: 2020年… looks back, 2021年… behind it looks ahead.</summary>
    private SectionKind ByFirstYear(int year)
    {
        firstYear = firstYear == 0 ? year : firstYear;
        return year == firstYear ? SectionKind.Review : year == firstYear + 1 ? SectionKind.Plan : SectionKind.Unknown;
    }

    private Period? SpokenPeriod(SpokenTime spoken, SectionKind kind, ReadOnlySpan<char> heading)
    {
        if (spoken.Year > 0 || spoken.HasPart)
            return spoken.In(kind == SectionKind.Review && time.Report is { } report ? report.Year : time.Year ?? time.ThisYear);
        if (kind == SectionKind.Plan && time.ThisYear is { } year && SaysNextYear(heading))
            return Period.OfYear(year + 1);
        return null;
    }

    public static bool SaysNextYear(ReadOnlySpan<char> text) =>
        text.Contains("明年", StringComparison.Ordinal) || text.Contains("来年", StringComparison.Ordinal) || text.Contains("下一年", StringComparison.Ordinal);

    public Period? PeriodOf(SectionKind kind) => kind switch
    {
        SectionKind.Review => time.Report,
        SectionKind.Plan or SectionKind.List => time.Plan,
        _ => null,
    };

    private static int Rank(NumberStyle style, int hashes, SectionKind kind) => (style, hashes) switch
    {
        (NumberStyle.None, 0) => kind == SectionKind.Unknown ? TopicRank : KindRank,
        (NumberStyle.None, _) => 2 + hashes,
        _ => 10 + (int)style,
    };

    /// <summary>Closes what the new heading ends; the section of its own rank that stood there, or -1.</summary>
    private int Pop(int rank)
    {
        var brother = -1;
        while (open.Count > 0 && open[^1].Rank >= rank)
        {
            brother = open[^1].Rank != rank ? -1 : brother < 0 ? open[^1].Section : brother;
            open.RemoveAt(open.Count - 1);
        }

        return brother;
    }

    private void Push(int rank, SectionKind kind, string? number, SourceSpan place, Period? period, bool says = true, bool told = false)
    {
        firm.Add(says);
        Sections.Add(new Section(kind, open.Count + 1, number, place, Current, period));
        open.Add((rank, Sections.Count - 1, told));
    }
}
