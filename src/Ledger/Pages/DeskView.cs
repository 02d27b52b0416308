using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Platform.Access;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <param name="Findings">What the checks noticed, the reporter's reasons notwithstanding: the outliers come first.</param>
internal sealed record DeskLine(UnitReport Report, string UnitName, IReadOnlyList<CheckFinding> Findings, int Changed, int Lines, IReadOnlyList<WeighedEvidence> Evidence);

internal sealed record DeskView(IReadOnlyList<DeskLine> Waiting, FormState Form, int Done);

/// <summary>The reports that wait for this person, the conspicuous ones first.</summary>
internal sealed class DeskViews(LuoshiDb db, LedgerAccess access, ReportSheets sheets, ReportEvidence evidence, LookOver look, OrgDirectory directory)
{
    private const int Most = 200;

    public async Task<DeskView> OfAsync(FormState form, int done, CancellationToken cancellation)
    {
        var office = (await access.OfficeAsync(cancellation)).IsOk;
        var leads = await access.UnitsAsync(Role.Approver, cancellation);
        var reports = await db.Set<UnitReport>().AsNoTracking()
            .Where(r => (office && r.State == ReportState.UnitApproved) || (r.State == ReportState.Submitted && leads.Contains(r.UnitId)))
            .OrderBy(r => r.Since).Take(Most).ToListAsync(cancellation);
        var names = await directory.NamesAsync([.. reports.Select(r => r.UnitId).Distinct()], cancellation);
        var lines = new List<DeskLine>(reports.Count);
        foreach (var report in reports)
            lines.Add(await LineAsync(report, names.GetValueOrDefault(report.UnitId, "—"), cancellation));
        return new DeskView([.. lines.OrderByDescending(l => l.Findings.Count).ThenBy(l => l.Report.Since)], form, done);
    }

    private async Task<DeskLine> LineAsync(UnitReport report, string name, CancellationToken cancellation)
    {
        var sheet = await sheets.OfAsync(report.UnitId, report.Period, cancellation);
        var lines = sheet.Lines.ToArray();
        var findings = await look.StoredAsync(sheet, cancellation);
        var files = (await evidence.WeighAsync(sheet, cancellation)).SelectMany(f => f).ToArray();
        return new DeskLine(report, name, findings, lines.Count(l => l.Value != l.Previous && l.Indicator.Counting == Counting.Cumulative), lines.Length, files);
    }
}
