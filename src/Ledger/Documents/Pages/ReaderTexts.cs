using Luoshi.Kernel.Quantities;
using Luoshi.Platform.Ui;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Outlines;

namespace Luoshi.Ledger.Documents.Pages;

/// <summary>Texts of the reading page, and how its statuses look.</summary>
internal static class ReaderTexts
{
    public static readonly Words Text = new("原文", "Text");
    public static readonly Words Table = new("读出的内容", "What was read");
    public static readonly Words View = new("查看", "View");
    public static readonly Words Figures = new("数字", "Figures");
    public static readonly Words Audit = new("核算", "Audit");
    public static readonly Words Outline = new("结构", "Outline");
    public static readonly Words Repairs = new("缺损与修复", "Damage and repairs");
    public static readonly Words Downloads = new("下载", "Download");
    public static readonly Words Original = new("原始文件", "Original file");
    public static readonly Words MachineOnly = new("不含人工更正", "without corrections");
    public static readonly Words Print = new("打印", "Print");
    public static readonly Words Help = new("快捷键", "Keys");

    public static readonly Words Format = new("格式", "Format");
    public static readonly Words Size = new("大小", "Size");
    public static readonly Words Received = new("收到", "Received");
    public static readonly Words Issued = new("发布", "Issued");
    public static readonly Words Place = new("地方", "Place");
    public static readonly Words Year = new("年度", "Year");
    public static readonly Words FileName = new("文件名", "File");
    public static readonly Words Corrected = new("人工更正", "Corrected");

    public static readonly Words Search = new("查找数字", "Search figures");
    public static readonly Words SearchHint = new("指标、单位、句中的词", "indicator, unit, word in the sentence");
    public static readonly Words AnyStance = new("计划和完成", "Any stance");
    public static readonly Words AnyMeasure = new("全部类别", "Any measure");
    public static readonly Words AnyVerdict = new("全部结论", "Any verdict");
    public static readonly Words AnySection = new("全文", "Whole text");
    public static readonly Words Apply = new("筛选", "Filter");
    public static readonly Words Clear = new("清除筛选", "Clear filter");
    public static readonly Words NoneMatch = new("没有符合筛选条件的数字", "No figure matches the filter");
    public static readonly Words NoFigures = new("没有读到数字", "No figures were read");
    public static readonly Words NoFiguresHint = new("这份文件里没有计量性的数字，或者文字没有被正确提取。请看“缺损与修复”。", "The document has no measuring figures, or its text was not extracted properly. See “Damage and repairs”.");

    public static readonly Words Line = new("行", "Line");
    public static readonly Words Indicator = new("指标", "Indicator");
    public static readonly Words Figure = new("数字", "Figure");
    public static readonly Words StanceColumn = new("状态", "Stance");
    public static readonly Words Measure = new("类别", "Measure");
    public static readonly Words Verdict = new("结论", "Verdict");
    public static readonly Words Exact = new("确切值", "Exact value");
    public static readonly Words Bound = new("界限", "Bound");
    public static readonly Words Period = new("时期", "Period");
    public static readonly Words Stage = new("环节", "Stage");
    public static readonly Words Section = new("所在", "Section");
    public static readonly Words PartOf = new("属于", "Part of");
    public static readonly Words Of = new("所占", "Relates to");
    public static readonly Words Repaired = new("修复", "Repairs");
    public static readonly Words Numbers = new("所用数字", "Numbers used");

    public static readonly Words NoChecks = new("没有可以核算的关系", "Nothing to recompute");
    public static readonly Words NoChecksHint = new("没有发现计划与完成、合计、占比、增幅等可以重算的数字组合。", "No plan with a result, no sum, share or growth was found that could be recomputed.");
    public static readonly Words NoSuchChecks = new("没有这种结论的核算", "No check has this verdict");
    public static readonly Words AllChecks = new("全部", "All");
    public static readonly Words Ungrouped = new("其他", "Other");
    public static readonly Words StageMark = new("完成数按较早环节计", "counted at an earlier stage");
    public static readonly Words LowerMark = new("越低越好", "lower is better");

    public static readonly Words NoSections = new("没有读出章节结构", "No sections were found");
    public static readonly Words SectionHeading = new("章节", "Section");
    public static readonly Words SectionKindColumn = new("性质", "Kind");
    public static readonly Words NoRepairs = new("文字完好，没有需要修复的地方", "The text is sound; nothing needed repair");
    public static readonly Words Notices = new("关于整份文件", "About the document");
    public static readonly Words AsPrinted = new("原文", "As printed");
    public static readonly Words ReadAs = new("读作", "Read as");
    public static readonly Words Kind = new("类别", "Kind");
    public static readonly Words Removed = new("（去掉）", "(removed)");
    public static readonly Words KeptAsIs = new("（保留原样）", "(kept as it is)");

    public static readonly StatusLook Conflict = new(StatusShape.Cross, new("不符", "conflict"), Tone.Cinnabar, new("印出来的数字互相对不上", "the printed numbers disagree"));

    public static StatusLook Look(Verdict verdict) => verdict switch
    {
        Reading.Audits.Verdict.Inconsistent => Conflict,
        Reading.Audits.Verdict.Truncated => new(StatusShape.HalfDot, new("截尾", "cut off"), Tone.Amber, new("只有截去尾数才对得上，没有四舍五入", "fits only when digits are cut instead of rounded")),
        Reading.Audits.Verdict.Implied => new(StatusShape.Diamond, new("反推计划", "plan implied"), Tone.Indigo, new("没有印计划数，由百分比反推", "no plan is printed; the percentage implies one")),
        Reading.Audits.Verdict.Consistent => new(StatusShape.Check, new("相符", "consistent"), Tone.Jade, new("重算结果与印出来的一致", "recomputing gives what is printed")),
        Reading.Audits.Verdict.NoPercent => new(StatusShape.Dash, new("未印百分比", "no percent"), Tone.Plain, new("有计划和完成，没有印百分比", "plan and result are printed, no percentage")),
        Reading.Audits.Verdict.CannotTell => new(StatusShape.Question, new("无从判断", "cannot tell"), Tone.Plain, new("原文没有说清哪个数对哪个数", "the text does not settle what belongs to what")),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, message: null),
    };

    public static StatusLook Look(Stance stance) => stance == Stance.Planned
        ? new(StatusShape.Ring, new("计划", "planned"), Tone.Indigo)
        : new(StatusShape.Dot, new("完成", "done"), Tone.Plain);

    public static Words Name(Measure measure) => measure switch
    {
        Reading.Claims.Measure.Amount => new("数量", "amount"),
        Reading.Claims.Measure.Rate => new("比率", "rate"),
        Reading.Claims.Measure.Change => new("增减", "change"),
        Reading.Claims.Measure.OfPlan => new("占计划", "of plan"),
        Reading.Claims.Measure.Share => new("占比", "share"),
        Reading.Claims.Measure.Multiple => new("倍数", "multiple"),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, message: null),
    };

    public static Words Name(Relation relation) => relation switch
    {
        Relation.OfPlan => new("完成与计划", "result of plan"),
        Relation.Sum => new("合计", "sum"),
        Relation.Share => new("占比", "share"),
        Relation.Growth => new("增减幅", "growth"),
        Relation.Difference => new("相差", "difference"),
        Relation.Multiple => new("倍数", "multiple"),
        Relation.Rate => new("比率", "rate"),
        Relation.Count => new("件数", "count"),
        Relation.PerUnit => new("单位均值", "per unit"),
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, message: null),
    };

    public static Words Name(Bound bound) => bound switch
    {
        Kernel.Quantities.Bound.Exact => new("等于", "exactly"),
        Kernel.Quantities.Bound.AtLeast => new("不少于", "at least"),
        Kernel.Quantities.Bound.MoreThan => new("多于", "more than"),
        Kernel.Quantities.Bound.AtMost => new("不超过", "at most"),
        Kernel.Quantities.Bound.LessThan => new("少于", "less than"),
        Kernel.Quantities.Bound.About => new("约", "about"),
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, message: null),
    };

    public static Words Name(SectionKind kind) => kind switch
    {
        SectionKind.Unknown => new("未定", "unknown"),
        SectionKind.Review => new("回顾", "review"),
        SectionKind.Plan => new("计划", "plan"),
        SectionKind.List => new("清单", "list"),
        SectionKind.Standing => new("固定文字", "standing text"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>A character was lost, whether or not it could be guessed.</summary>
    public static bool IsLoss(RepairKind kind) => kind is RepairKind.Damage or RepairKind.Guessed;

    public static Words Guessed(string meant) => new($"“{meant}”：原文缺一字，按上下文推读", $"“{meant}”: a character was lost and is read by what stands around it");

    public static Words Name(RepairKind kind) => kind switch
    {
        RepairKind.Simplified => new("繁转简", "made simplified"),
        RepairKind.PinyinRemoved => new("去掉夹入的拼音", "pinyin removed"),
        RepairKind.SpaceRemoved => new("去掉多余空格", "space removed"),
        RepairKind.WidthFolded => new("全角转半角", "full width folded"),
        RepairKind.LookAlikeReplaced => new("换掉形近字", "look-alike replaced"),
        RepairKind.LineJoined => new("接上断行的数", "broken number joined"),
        RepairKind.MarkRemoved => new("去掉多余标点", "doubled mark removed"),
        RepairKind.EntityDecoded => new("还原字符代号", "character name decoded"),
        RepairKind.LeftoverRemoved => new("去掉残留代码", "left-over removed"),
        RepairKind.Guessed => new("缺字按上下文推读", "lost character, guessed"),
        RepairKind.Damage => new("缺损字符", "lost character"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    public static Words TextPage(int page, int pages) => new($"第 {page} 页，共 {pages} 页", $"page {page} of {pages}");

    public static Words FilteredOf(int shown, int all) => shown == all
        ? new($"{all:N0} 个数字", all == 1 ? "1 figure" : $"{all:N0} figures")
        : new($"{shown:N0} 个，共 {all:N0} 个数字", $"{shown:N0} of {all:N0} figures");

    public static Words Item(string number) => new($"第 {number} 项", $"Item {number}");
}
