using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Exports;

/// <summary>The stable words machine-readable outputs use for closed sets. They are a contract: they never change with the language.</summary>
public static class GuideWords
{
    public static string Word(this Stance stance) => stance switch
    {
        Stance.Done => "done",
        Stance.Planned => "planned",
        _ => throw new ArgumentOutOfRangeException(nameof(stance), stance, message: null),
    };

    public static string Word(this Measure measure) => measure switch
    {
        Measure.Amount => "amount",
        Measure.Rate => "rate",
        Measure.Change => "change",
        Measure.OfPlan => "of_plan",
        Measure.Share => "share",
        Measure.Multiple => "multiple",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, message: null),
    };

    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Consistent => "consistent",
        Verdict.Truncated => "truncated",
        Verdict.Implied => "implied",
        Verdict.Inconsistent => "inconsistent",
        Verdict.NoPercent => "no_percent",
        Verdict.CannotTell => "cannot_tell",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, message: null),
    };

    public static string Word(this Relation relation) => relation switch
    {
        Relation.OfPlan => "of_plan",
        Relation.Sum => "sum",
        Relation.Share => "share",
        Relation.Growth => "growth",
        Relation.Difference => "difference",
        Relation.Multiple => "multiple",
        Relation.Rate => "rate",
        Relation.Count => "count",
        Relation.PerUnit => "per_unit",
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, message: null),
    };

    public static string Word(this RepairKind kind) => kind switch
    {
        RepairKind.Simplified => "simplified",
        RepairKind.PinyinRemoved => "pinyin_removed",
        RepairKind.SpaceRemoved => "space_removed",
        RepairKind.WidthFolded => "width_folded",
        RepairKind.LookAlikeReplaced => "look_alike_replaced",
        RepairKind.LineJoined => "line_joined",
        RepairKind.MarkRemoved => "mark_removed",
        RepairKind.EntityDecoded => "entity_decoded",
        RepairKind.LeftoverRemoved => "leftover_removed",
        RepairKind.Guessed => "guessed",
        RepairKind.Damage => "damage",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
