using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Targets;

namespace Luoshi.Ledger.TaskSheets;

/// <summary>分解表 of a list: who does what by when, with which money.</summary>
internal sealed record TaskSheet(PromiseList List, IReadOnlyList<TaskItem> Items);

internal sealed record TaskItem
{
    public required Item Item { get; init; }

    public string? Category { get; init; }

    public string? Promise { get; init; }

    /// <summary>The post, else what the sheet printed; never the person who holds it.</summary>
    public string? Official { get; init; }

    public required ILookup<UnitRole, string> Units { get; init; }

    public required IReadOnlyList<ItemFund> Funds { get; init; }

    public required IReadOnlyList<TaskIndicator> Indicators { get; init; }

    public MapPlace? Place => Item is { Latitude: { } north, Longitude: { } east } ? new MapPlace(north, east) : null;

    public ItemFund? Fund(string source) => Funds.FirstOrDefault(f => f.Source == source);
}

internal sealed record TaskIndicator
{
    public required Indicator Indicator { get; init; }

    /// <summary>As it holds today.</summary>
    public Target? Target { get; init; }

    /// <summary>The promise as first published, where a decision changed it since: 原25处.</summary>
    public TargetValue? Original { get; init; }

    public string Formerly => Original is { } original ? $"（原{original.Print(Indicator.Printed)}）" : "";

    /// <summary>Only where another unit than the item's lead reports it.</summary>
    public string? Reporter { get; init; }

    public IReadOnlyList<PlanEntry> Plan { get; init; } = [];

    public IReadOnlyList<IndicatorStep> Steps { get; init; } = [];

    public bool IsPart => Indicator.PartOfId is not null;

    /// <summary>The stage's own deadline, where it differs from the item's.</summary>
    public DateOnly? StageDeadline(Item item) => Target?.Deadline is { } deadline && deadline != item.Deadline ? deadline : null;

    public PlanEntry? At(int month) => Plan.FirstOrDefault(p => p.Month == month);
}
