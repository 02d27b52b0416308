using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Luoshi.Ledger.Imports.Sheets;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Reports.FillIn;

namespace Luoshi.Ledger.TaskSheets;

/// <param name="IsPart">Of the number above it.</param>
internal sealed record PrintedGoal(string Text, bool IsPart);

internal sealed record PrintedMonth(int Month, string Text);

internal sealed record PrintedDay(string Name, DateOnly Day);

internal sealed record PrintedUnits(UnitRole Role, string Names);

/// <summary>One item of the task sheet as its page shows it.</summary>
internal sealed record PrintedTask
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required string Name { get; init; }

    public string? Content { get; init; }

    public string? Location { get; init; }

    public string? Basis { get; init; }

    public string? Contact { get; init; }

    public IReadOnlyList<PrintedGoal> Goals { get; init; } = [];

    public IReadOnlyList<PrintedMonth> Plan { get; init; } = [];

    public DateOnly? Deadline { get; init; }

    /// <summary>Stages and steps with days of their own.</summary>
    public IReadOnlyList<PrintedDay> Days { get; init; } = [];

    public decimal? Total { get; init; }

    public IReadOnlyList<TaskFund> Funds { get; init; } = [];

    public string? Official { get; init; }

    public IReadOnlyList<PrintedUnits> Units { get; init; } = [];
}

/// <summary>A list's task sheet as its page shows it: what is frozen when it is published.</summary>
internal sealed record PrintedTasks(string Title, string Place, IReadOnlyList<PrintedTask> Items)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() } };

    /// <param name="open">For everybody: without the people to call.</param>
    public static PrintedTasks Of(TaskSheet sheet, bool open) => new(sheet.List.Title, sheet.List.Place, [.. sheet.Items.Select(task => One(task, open))]);

    public static PrintedTasks FromJson(string json) => JsonSerializer.Deserialize<PrintedTasks>(json, Json) ?? new PrintedTasks("", "", []);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    private static PrintedTask One(TaskItem task, bool open)
    {
        var item = task.Item;
        return new PrintedTask
        {
            Id = item.Id,
            Number = item.Number,
            Name = item.Name,
            Content = item.Content == item.Name ? null : item.Content,
            Location = item.Location,
            Basis = item.PolicyBasis,
            Contact = open ? null : item.Contact,
            Goals = [.. task.Indicators.Select(line => new PrintedGoal((line.IsPart ? SheetIndicators.Part : "") + Goal(line), line.IsPart))],
            Plan = [.. task.Indicators.SelectMany(line => line.Plan.Select(entry => new PrintedMonth(entry.Month, PlanCell.Print(entry.Amount, entry.Words, line.Indicator.Printed))))],
            Deadline = item.Deadline,
            Days = [.. task.Indicators.SelectMany(line => Days(line, item))],
            Total = item.TotalInvestment,
            Funds = [.. task.Funds.Select(f => new TaskFund(f.Source, f.Planned, f.Arrived, f.Paid))],
            Official = task.Official,
            Units = [.. Enum.GetValues<UnitRole>().Select(role => new PrintedUnits(role, string.Join('、', task.Units[role]))).Where(u => u.Names.Length > 0)],
        };
    }

    private static string Goal(TaskIndicator line) =>
        $"{ReportFields.FullName(line.Indicator)} {line.Target?.Value?.Print(line.Indicator.Printed)}{line.Formerly}{(line.Target?.WorkingPlan is { } plan ? $"（计划{line.Indicator.Printed.Print(plan)}）" : "")}";

    private static IEnumerable<PrintedDay> Days(TaskIndicator line, Item item)
    {
        if (line.StageDeadline(item) is { } stage)
            yield return new PrintedDay(ReportFields.FullName(line.Indicator), stage);
        foreach (var step in line.Steps)
            yield return new PrintedDay(step.Name, step.Due);
    }
}
