using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Keeping;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Pages;

internal sealed record ReportView
{
    public required ReportSheet Sheet { get; init; }

    /// <summary>The evidence by line; null when this person sees of the unit only what it has handed in.</summary>
    public ILookup<Guid, WeighedEvidence>? Files { get; init; }

    public required string UnitName { get; init; }

    /// <summary>Who typed the version at hand, by post; null for a new one.</summary>
    public string? Writer { get; init; }

    /// <summary>This person may type and submit.</summary>
    public required bool MayFill { get; init; }

    /// <summary>Whose typing the browser keeps: another person at the same machine must not be offered it.</summary>
    public Guid? Account { get; init; }

    /// <summary>What this person may do with it now.</summary>
    public required IReadOnlyList<ReportStep> Steps { get; init; }

    /// <summary>All versions, the newest first, each with what it changed.</summary>
    public IReadOnlyList<ReportVersion> Versions { get; init; } = [];

    /// <summary>An older version is looked at; it is never typed into.</summary>
    public bool Old { get; init; }

    public IReadOnlyList<CheckFinding> Findings { get; init; } = [];

    public FormState Form { get; init; } = new();

    /// <summary>What this person typed here or elsewhere and has not saved; shown in the form.</summary>
    public KeptTyping? Kept { get; init; }

    /// <summary>Fields somebody else saved while this person was typing, by name.</summary>
    public IReadOnlyDictionary<string, FieldConflict> Conflicts { get; init; } = new Dictionary<string, FieldConflict>(StringComparer.Ordinal);

    /// <summary>Somebody else saved first: both versions stand side by side.</summary>
    public bool Conflict { get; init; }

    public bool Saved { get; init; }

    /// <summary>Whoever sent it back sees that it went.</summary>
    public bool JustReturned { get; init; }

    public int RowVersion => Sheet.Report?.RowVersion ?? 0;

    /// <summary>The version a save has to have seen. Typing that was kept goes on from where it was begun.</summary>
    public int Seen => Kept?.SeenVersion ?? RowVersion;

    public ReportState State => Sheet.Report?.State ?? ReportState.Draft;

    public bool Open => MayFill && State == ReportState.Draft && !Old;

    /// <summary>What a field shows: what was typed, even nothing, before what is stored.</summary>
    public string Shown(string field, string stored) => Form.Has(field) ? Form[field] : stored;
}
