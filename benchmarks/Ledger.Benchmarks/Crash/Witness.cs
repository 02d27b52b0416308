using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Benchmarks.Serving;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Benchmarks.Crash;

/// <summary>Reads the database after a crash and says what is there, and whether it hangs together.</summary>
internal sealed class Witness(Installed installed)
{
    /// <summary>The report as stored, and what is wrong with it; an empty list when nothing is.</summary>
    public async Task<(Mark Found, IReadOnlyList<string> Faults)> OfAsync(ReportTrack track)
    {
        await using var db = await installed.DoAsync((IDbContextFactory<LuoshiDb> factory) => factory.CreateDbContextAsync());
        if (await db.Set<UnitReport>().AsNoTracking().FirstOrDefaultAsync(r => r.UnitId == track.Unit) is not { } report)
            return (default, []);
        track.Report = report.Id;
        var line = await db.Set<ReportLine>().AsNoTracking().FirstOrDefaultAsync(l => l.ReportId == report.Id);
        var figure = await db.Set<AcceptedFigure>().AsNoTracking().FirstOrDefaultAsync(f => f.IndicatorId == track.Indicator);
        var changes = await ChangesAsync(db, report.Id);
        var found = new Mark(report.State, (int)(line?.Value ?? 0), report.RowVersion, changes);
        var faults = new List<string>();
        if (found.Changes != found.RowVersion)
            faults.Add($"the report was changed {found.RowVersion} times, the journal knows {found.Changes}");
        if ((report.State == ReportState.Accepted) != (figure is not null))
            faults.Add($"the report is {report.State}, but the ledger {(figure is null ? "has no" : "has a")} figure");
        if (figure is not null && figure.Value != line?.Value)
            faults.Add($"the report says {line?.Value}, the ledger {figure.Value}");
        return (found, faults);
    }

    public Task<JournalReport> JournalAsync() => installed.DoAsync((JournalVerifier verifier) => verifier.VerifyAsync());

    private static async Task<int> ChangesAsync(LuoshiDb db, Guid report)
    {
        var sql = db.IsPostgres
            ? "SELECT count(*)::int AS \"Value\" FROM platform_journal_events WHERE subject_id = {0}"
            : "SELECT count(*) AS \"Value\" FROM platform_journal_events WHERE subject_id = {0}";
        return await db.Database.SqlQueryRaw<int>(sql, report).SingleAsync();
    }
}
