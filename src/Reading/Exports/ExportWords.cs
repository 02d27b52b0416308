using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Exports;

/// <summary>The words people read in exported tables, in the language asked for.</summary>
public static class ExportWords
{
    public static string In(this ExportLanguage language, string chinese, string english) => language == ExportLanguage.Chinese ? chinese : english;

    public static string In(this ExportLanguage language, Stance stance) => stance switch
    {
        Stance.Done => language.In("已完成", "done"),
        Stance.Planned => language.In("计划", "planned"),
        _ => throw new ArgumentOutOfRangeException(nameof(stance), stance, message: null),
    };

    public static string In(this ExportLanguage language, Measure measure) => measure switch
    {
        Measure.Amount => language.In("数量", "amount"),
        Measure.Rate => language.In("比率", "rate"),
        Measure.Change => language.In("增减", "change"),
        Measure.OfPlan => language.In("占计划", "of plan"),
        Measure.Share => language.In("占比", "share"),
        Measure.Multiple => language.In("倍数", "multiple"),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, message: null),
    };

    public static string In(this ExportLanguage language, Verdict verdict) => verdict switch
    {
        Verdict.Consistent => language.In("相符", "consistent"),
        Verdict.Truncated => language.In("截尾", "cut, not rounded"),
        Verdict.Implied => language.In("反推计划", "plan implied"),
        Verdict.Inconsistent => language.In("不符", "conflict"),
        Verdict.NoPercent => language.In("未印百分比", "no percent"),
        Verdict.CannotTell => language.In("无从判断", "cannot tell"),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, message: null),
    };

    public static string In(this ExportLanguage language, Relation relation) => relation switch
    {
        Relation.OfPlan => language.In("完成计划", "result of plan"),
        Relation.Sum => language.In("合计", "sum"),
        Relation.Share => language.In("占比", "share"),
        Relation.Growth => language.In("增减幅", "growth"),
        Relation.Difference => language.In("相差", "difference"),
        Relation.Multiple => language.In("倍数", "multiple"),
        Relation.Rate => language.In("比率", "rate"),
        Relation.Count => language.In("件数", "count"),
        Relation.PerUnit => language.In("单位均值", "per unit"),
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, message: null),
    };

    public static string In(this ExportLanguage language, RepairKind kind) => kind switch
    {
        RepairKind.Simplified => language.In("繁转简", "made simplified"),
        RepairKind.PinyinRemoved => language.In("去掉夹入的拼音", "pinyin removed"),
        RepairKind.SpaceRemoved => language.In("去掉多余空格", "space removed"),
        RepairKind.WidthFolded => language.In("全角转半角", "full width folded"),
        RepairKind.LookAlikeReplaced => language.In("换掉形近字", "look-alike replaced"),
        RepairKind.LineJoined => language.In("接上断行的数", "broken number joined"),
        RepairKind.MarkRemoved => language.In("去掉多余标点", "doubled mark removed"),
        RepairKind.EntityDecoded => language.In("还原字符代号", "character name decoded"),
        RepairKind.LeftoverRemoved => language.In("去掉残留代码", "left-over removed"),
        RepairKind.Guessed => language.In("缺字按上下文推读", "lost character, guessed"),
        RepairKind.Damage => language.In("缺损字符", "damaged character"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>What stands for a lost character, told in a sentence.</summary>
    public static (string Chinese, string English) GuessNote(Repair repair, CleanText clean)
    {
        var meant = repair.Clean.Of(clean.Text);
        return ($"缺一字，按上下文读作“{meant}”", $"a character was lost here and is read as {meant}");
    }

    public static string In(this ExportLanguage language, SectionKind kind) => kind switch
    {
        SectionKind.Unknown => language.In("未定", "unknown"),
        SectionKind.Review => language.In("回顾", "review"),
        SectionKind.Plan => language.In("计划", "plan"),
        SectionKind.List => language.In("清单", "list"),
        SectionKind.Standing => language.In("固定文字", "standing text"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
