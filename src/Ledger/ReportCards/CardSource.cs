using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.ReportCards;

/// <summary>The ledger as a card sees it: one list at the end of a period. Everything a card prints comes from here.</summary>
internal sealed record CardSource
{
    public required string Place { get; init; }

    /// <summary>What the list calls its promises: 民生实事, 市办实事.</summary>
    public required string ListName { get; init; }

    public required Period Plan { get; init; }

    public required Period Period { get; init; }

    /// <summary>In the order they are printed; items outside any 件 stand in a bundle without a promise.</summary>
    public required IReadOnlyList<CardCommitment> Commitments { get; init; }

    public IEnumerable<CardItem> Items => Commitments.SelectMany(c => c.Items);
}

/// <param name="Promise">The promise as printed, or null for items that belong to no 件.</param>
internal sealed record CardCommitment(int Number, string? Promise, IReadOnlyList<CardItem> Items)
{
    /// <summary>A 类: its words are a heading, not a promise that is counted.</summary>
    public bool IsCategory { get; init; }
}

internal sealed record CardItem
{
    public required Guid Id { get; init; }

    /// <summary>Runs through all 件.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>As the officer decided.</summary>
    public required Progress Progress { get; init; }

    public IReadOnlyList<CardFigure> Figures { get; init; } = [];

    /// <summary>Steps that have happened.</summary>
    public IReadOnlyList<CardStep> Steps { get; init; } = [];

    /// <summary>What was done, in the unit's words.</summary>
    public string? Words { get; init; }

    public string? NextStep { get; init; }

    /// <summary>Nothing was accepted of it that could be told, and nobody judged how far it is.</summary>
    public bool HasNoData => Progress is (Progress.NotDue or Progress.Awaited or Progress.Unmeasured) && Figures.Count == 0 && Steps.Count == 0 && string.IsNullOrWhiteSpace(Words);
}

internal readonly record struct CardStep(string Name, DateOnly Done);

/// <summary>One indicator with its result.</summary>
internal sealed record CardFigure
{
    public required Guid Indicator { get; init; }

    public required string Name { get; init; }

    public required PrintedUnit Unit { get; init; }

    public required decimal Actual { get; init; }

    public IndicatorKind Kind { get; init; }

    public Direction Direction { get; init; }

    public TargetValue? Promised { get; init; }

    /// <summary>The bigger working plan, where there is one.</summary>
    public decimal? WorkingPlan { get; init; }

    /// <summary>The verb in print: 开工, 完工, 建成, 发放; null for a plain 完成.</summary>
    public string? StageWord { get; init; }

    /// <summary>What a decision made of the plan, where it is no longer the one first published.</summary>
    public PromiseChange? Changed { get; init; }

    public Guid Quantity { get; init; }

    public Stage Stage { get; init; }

    /// <summary>Whether or not they make the whole: what does not add up is shown and named, not left out.</summary>
    public IReadOnlyList<CardFigure> Parts { get; init; } = [];

    /// <summary>Parts nobody has reported yet.</summary>
    public int PartsMissing { get; init; }

    public decimal? Denominator => WorkingPlan ?? Promised?.Value;

    /// <summary>What is printed behind the amount; none for a level or where less is better, since nobody reads those as a share of a plan.</summary>
    public Percent? OfPlan => Kind is IndicatorKind.Rate || Direction == Direction.LowerIsBetter || Denominator is not { } whole ? null : Percent.Of(Actual, whole);
}

/// <summary>A promise that was changed by decision: both numbers are printed, with the paper.</summary>
/// <param name="IsPlan">What percentages are taken of changed; else the promise alone.</param>
internal sealed record PromiseChange(TargetValue Old, TargetValue New, string Decision, bool IsPlan);
