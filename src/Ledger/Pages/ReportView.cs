using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Pages;

internal sealed record ReportView
{
    public required ReportSheet Sheet { get; init; }

    /// <summary>The evidence by line; null when this person may not see it.</summary>
    public ILookup<Guid, EvidenceFile>? Files { get; init; }

    public required string UnitName { get; init; }

    /// <summary>This person may type and submit.</summary>
    public required bool MayFill { get; init; }

    /// <summary>What this person may do with it now.</summary>
    public required IReadOnlyList<ReportStep> Steps { get; init; }

    public IReadOnlyList<CheckFinding> Findings { get; init; } = [];

    public FormState Form { get; init; } = new();

    /// <summary>Somebody else saved first: what they wrote is on the page beside what was typed here.</summary>
    public bool Conflict { get; init; }

    public bool Saved { get; init; }

    public int RowVersion => Sheet.Report?.RowVersion ?? 0;

    public ReportState State => Sheet.Report?.State ?? ReportState.Draft;

    public bool Open => MayFill && State == ReportState.Draft;
}
