using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Indicators;

/// <summary>One thing that is counted for an item: a quantity at a stage. 开工 and 完工 of one quantity are two indicators that share <see cref="QuantityId"/>.</summary>
internal sealed class Indicator : EditableEntity
{
    public const int MaxName = 200;
    public const int MaxUnit = 40;

    public required Guid ItemId { get; init; }

    /// <summary>The headline this is a part of, or null.</summary>
    public Guid? PartOfId { get; set; }

    /// <summary>The same count in another list, whose reports count here too: nobody is asked for one number twice.</summary>
    public Guid? CountedById { get; set; }

    /// <summary>Shared by the stages of one quantity.</summary>
    public required Guid QuantityId { get; set; }

    /// <summary>Order inside the item, from 1.</summary>
    public int Number { get; set; }

    public required string Name { get; set; }

    public IndicatorKind Kind { get; set; }

    public Counting Counting { get; set; }

    public Direction Direction { get; set; }

    public Stage Stage { get; set; }

    /// <summary>The verb a card prints for the stage, where the usual one does not fit: 开工, 建成, 发放.</summary>
    public string? StageWord { get; set; }

    /// <summary>False for a stage short of the promise: it is shown and never counts as fulfilment.</summary>
    public bool CountsAsPromised { get; set; } = true;

    /// <summary>Bare unit: 人, 平方米, %.</summary>
    public required string Unit { get; set; }

    /// <summary>1, 10,000 or 100,000,000: what the printed numbers are written in.</summary>
    public decimal Power { get; set; } = 1;

    public decimal? Baseline { get; set; }

    /// <summary>The most there can be: all villages, 100 of a percentage.</summary>
    public decimal? Ceiling { get; set; }

    /// <summary>The unit that reports it.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>When it came to its unit: what was handed in before could not tell of it. Null where nobody was given it.</summary>
    [Unjournalled("the change of the unit is journalled, with its time")]
    public DateTime? GivenAt { get; set; }

    /// <summary>Retired by a decision; its history stays.</summary>
    public bool Retired { get; set; }

    /// <summary>Its light is one of those that are shown and counted.</summary>
    public bool IsRated => CountsAsPromised && PartOfId is null;

    public PrintedUnit Printed => new(Unit, Power);
}

/// <summary>A dated step of a milestone or policy indicator.</summary>
internal sealed class IndicatorStep : EditableEntity
{
    public const int MaxName = 200;

    public required Guid IndicatorId { get; init; }

    public required int Number { get; set; }

    public required string Name { get; set; }

    public required DateOnly Due { get; set; }

    /// <summary>The day it happened, once a report that says so is accepted.</summary>
    public DateOnly? Done { get; set; }
}

/// <summary>What is to be reached by the end of a month of the plan, in a number, in words, or both.</summary>
internal sealed class PlanEntry : EditableEntity
{
    public const int MaxWords = 500;

    public required Guid IndicatorId { get; init; }

    /// <summary>Months from the start of the plan.</summary>
    public required int Month { get; init; }

    /// <summary>To date, in base units.</summary>
    public decimal? Amount { get; set; }

    /// <summary>形象进度.</summary>
    public string? Words { get; set; }
}
