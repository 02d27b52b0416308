using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines;

/// <summary>What the words of a title or heading say the text below is about.</summary>
internal static class HeadingWords
{
    /// <summary>Headings are short; a longer text is a sentence and its words say nothing about its neighbours.</summary>
    public const int MaxHeading = 60;

    private const int LongestAnnouncement = 80;
    private const int LongestTurn = 24;

    private static readonly Dictionary<string, List<string>> Words = WordFile.Load("headings");
    private static readonly WordFinder Report = new((Words["title.report"], 0));
    private static readonly WordFinder List = new((Words["title.list"], 0));
    private static readonly WordFinder WeakList = new((Words["title.list.weak"], 0));
    private static readonly WordFinder Card = new((Words["title.list.over"], 0), (Words["title.card"], 1));
    private static readonly WordFinder Interview = new((Words["title.interview"], 0));
    private static readonly WordFinder Sections =
        new((Words["section.plan"], 0), (Words["section.review"], 1), (Words["section.plan.weak"], 2), (Words["section.review.weak"], 1));

    private static readonly WordFinder PlainSections = new((Words["section.plan"], 0), (Words["section.review"], 1), (Words["section.review.weak"], 1));
    private static readonly WordFinder StrongSections = new((Words["section.plan"], 0), (Words["section.review"], 1));
    private static readonly WordFinder Leads = new((Words["lead.plan"], 0), (Words["lead.close"], 1));

    private static readonly WordFinder Results = new((Words["results"], 0));
    private static readonly WordFinder Promised = new((Words["title.promised"], 0));
    private static readonly WordFinder LooksBack = new((Words["list.looks-back"], 0));
    private static readonly WordFinder Announced = new((Words["list.announced"], 0));
    private static readonly WordFinder Underway = new((Words["title.underway"], 0));
    private static readonly WordFinder ReportNews = new((Words["news.report"], 0));
    private static readonly WordMap<bool> PlanHeads = new(Words["section.plan.heads"].Select(word => KeyValuePair.Create(word, value: true)));
    private static readonly WordMap<bool> Targets = new(Words["targets"].Select(word => KeyValuePair.Create(word, value: true)));
    private static readonly WordFinder Answering = new((Words["answers"], 0));

    /// <summary>…，完成年度计划的104%: the paragraph answers the promise above it.</summary>
    public static bool Answers(ReadOnlySpan<char> paragraph) => Answering.Any(paragraph[..Math.Min(paragraph.Length, 160)]);

    /// <summary>市长…作政府工作报告。…</summary>
    public static bool TellsOfReport(ReadOnlySpan<char> paragraph) => ReportNews.Any(paragraph[..Math.Min(paragraph.Length, 160)]);

    /// <summary>今年的主要预期目标是：</summary>
    public static bool AnnouncesTargets(ReadOnlySpan<char> line) => Targets.AtEnd(line.TrimEnd(":：")) > 0;

    public static DocumentKind KindOfTitle(ReadOnlySpan<char> title)
    {
        // 关于分解落实政府工作报告任务的通知 hands out the work of a report.
        if (Report.Any(WithoutQuoted(title)) && !title.EndsWith("通知", StringComparison.Ordinal) && !TellsOfTasks(title))
            return DocumentKind.WorkReport;
        if (Interview.Any(title))
            return DocumentKind.Interview;
        var card = Card.LastGroup(title);
        if (card == 1)
            return DocumentKind.Card;
        // 为民办实事项目1—4月完成投资14.7亿元，占年度计划41.5%: a headline of results.
        if (title.IndexOfAnyInRange('0', '9') >= 0 && (title.Contains("占年", StringComparison.Ordinal) || title.Contains("完成投资", StringComparison.Ordinal)))
            return DocumentKind.Card;
        return card == 0 || List.Any(title) || (WeakList.Any(title) && (SpokenTime.Read(title).Year > 0 || title.Contains("今年", StringComparison.Ordinal))) ? DocumentKind.List : DocumentKind.Other;
    }

    // 政府工作报告目标任务上半年推进情况汇总表 tells how far the tasks of a report have come.
    private static bool TellsOfTasks(ReadOnlySpan<char> title) =>
        title.LastIndexOf("工作报告", StringComparison.Ordinal) is >= 0 and var at && Card.LastGroup(title[(at + 4)..]) == 1
        && (title[at..].Contains("任务", StringComparison.Ordinal) || title[at..].Contains("目标", StringComparison.Ordinal) || title[at..].Contains("事项", StringComparison.Ordinal) || title[at..].Contains("项目", StringComparison.Ordinal));

    /// <summary>会议公布了今年的十件民生实事。: a sentence that leads to a list of promises and tells no result.</summary>
    public static bool AnnouncesList(ReadOnlySpan<char> line) =>
        line.Length <= LongestAnnouncement && Promised.Any(line) && Announced.Any(line) && Card.LastGroup(line) != 1 && !Results.Any(line) && !LooksBack.Any(line);

    /// <summary>实事项目清单, 工作要点: the title calls itself a list or plan, also where it names no year.</summary>
    public static bool NamesList(ReadOnlySpan<char> title) => List.Any(title);

    /// <summary>新建81家，为计划的101%: a line of results.</summary>
    public static bool TellsResult(ReadOnlySpan<char> line) => Results.Any(line[..Math.Min(line.Length, 160)]);

    /// <summary>实事项目进度表: how far promises have come.</summary>
    public static bool TellsProgress(ReadOnlySpan<char> title) => Promised.Any(title) && Underway.Any(title);

    // 《政府工作报告》确定的重点工作完成情况 speaks of the report and is none.
    private static ReadOnlySpan<char> WithoutQuoted(ReadOnlySpan<char> title)
    {
        var (open, close) = (title.IndexOf('《'), title.LastIndexOf('》'));
        return open < 0 || close < open || close == title.Length - 1 ? title : open > title.Length - close ? title[..open] : title[(close + 1)..];
    }

    /// <summary>Review, plan, or unknown. The last word decides: 存在问题和下一步打算 is a plan.</summary>
    /// <param name="weak">Count words that also name matters of a result document (重点任务, 目标).</param>
    public static SectionKind KindOfSection(ReadOnlySpan<char> heading, bool weak) => (weak ? Sections : PlainSections).LastGroup(heading) switch
    {
        0 or 2 => SectionKind.Plan,
        1 => SectionKind.Review,
        _ => SectionKind.Unknown,
    };

    /// <summary>“十四五”发展思路和目标: a heading that ends in what a plan is made of.</summary>
    public static bool NamesPlan(ReadOnlySpan<char> heading) => heading.Length <= LongestTurn && PlanHeads.AtEnd(heading) > 0;

    /// <summary>True when the words alone turn a plan into a review or the other way round, also below a heading that says the opposite.</summary>
    public static bool Turns(ReadOnlySpan<char> heading) => StrongSections.LastGroup(heading) >= 0;

    /// <summary>How far a heading reaches that runs into its text: 2026年的工作安排|今年要…. 0 where no word ends one.</summary>
    public static int TurnEnd(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length && at < LongestTurn && !Marks.ClauseEnds.Contains(text[at]); at++)
        {
            if (StrongSections.At(text, at, out _) is { } word)
                return at + word.Length;
        }

        return 0;
    }

    /// <summary>What the first words of a paragraph say of it: 下一步,… is a plan, 据介绍,… closes what stood above.</summary>
    public static SectionKind KindOfLead(ReadOnlySpan<char> paragraph, out bool closes)
    {
        closes = false;
        if (paragraph.Length == 0 || Leads.At(paragraph, 0, out var group) is null)
            return SectionKind.Unknown;
        closes = true;
        return group == 0 ? SectionKind.Plan : SectionKind.Unknown;
    }
}
