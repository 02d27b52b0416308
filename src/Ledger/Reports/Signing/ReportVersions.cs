using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reports.FillIn;

namespace Luoshi.Ledger.Reports.Signing;

/// <summary>A field as the version before had it and as this one has it.</summary>
internal sealed record FieldChange(Words Label, string Before, string After);

/// <param name="Changes">Against the version before; empty for the first.</param>
internal sealed record ReportVersion(int Version, ReportState State, DateTime Since, string? Reason, Guid? WriterPost, IReadOnlyList<FieldChange> Changes, bool Supplement = false);

/// <summary>The versions of a unit's report for a period. A late correction never hides what stood there before.</summary>
internal sealed class ReportVersions(ReportSheets sheets)
{
    /// <param name="known">The versions whoever asks may see, the newest first.</param>
    public async Task<IReadOnlyList<ReportVersion>> OfAsync(IReadOnlyList<UnitReport> known, CancellationToken cancellation = default)
    {
        var found = new List<ReportVersion>();
        ReportSheet? before = null;
        foreach (var report in known.Reverse())
        {
            var sheet = await sheets.OfAsync(report.UnitId, report.Period, report, cancellation);
            found.Add(new ReportVersion(report.Version, report.State, report.Since, report.Reason, report.ReporterPost, before is null ? [] : Changes(before, sheet), report.Supplement));
            before = sheet;
        }

        found.Reverse();
        return found;
    }

    private static IReadOnlyList<FieldChange> Changes(ReportSheet before, ReportSheet after)
    {
        var old = ReportFields.Of(before).ToDictionary(f => f.Name, StringComparer.Ordinal);
        return
        [
            .. ReportFields.Of(after).Where(f => old.TryGetValue(f.Name, out var was) && !f.IsSame(was.Stored, f.Stored))
                .Select(f => new FieldChange(f.Label, Printed(old[f.Name].Stored, f), Printed(f.Stored, f))),
        ];
    }

    /// <summary>What was left empty has no unit either.</summary>
    private static string Printed(string stored, ReportField field) => stored.Length > 0 && field.Unit is { } unit ? stored + unit : stored;
}
