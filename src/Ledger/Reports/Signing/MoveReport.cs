using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Reports.Signing;

/// <summary>One person's action on one report.</summary>
internal sealed record ReportMove(Guid ReportId, ReportAction Action, int SeenVersion, string? Reason = null);

/// <summary>Approves, returns, accepts, withdraws, locks and corrects. Accepted numbers become the ledger's figures in the same transaction.</summary>
internal sealed class MoveReport(LuoshiDb db, ReportSheets sheets, Items.Linking.LinkedFigures linked, RateUnits rate, ReportedSteps steps, TimeProvider clock, ReturnNotices returned)
{
    public static Refusal NothingToAdd { get; } = new("report.nothing_to_add", "这份报告没有缺数，不需要补报；数有错的，请更正。", "Nothing is lacking in this report; where a number is wrong, correct it.");

    public async Task<Outcome<UnitReport>> RunAsync(ReportMove move, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (await db.Set<UnitReport>().FirstOrDefaultAsync(r => r.Id == move.ReportId, cancellation) is not { } report)
            return LedgerRefusals.NotFound;
        if (!acting.MayAct(acting.Hand, report.UnitId))
            return LedgerRefusals.NotAllowed;
        if (report.RowVersion != move.SeenVersion)
            return LedgerRefusals.Conflict;
        if (move.Reason?.Length > UnitReport.MaxReason)
            return LedgerRefusals.TooLong("reason", UnitReport.MaxReason);
        if (move.Action is ReportAction.Save or ReportAction.Submit)
            return ApprovalRefusals.NotNow(move.Action, report.State);
        if (!report.Paper.Try(move.Action, acting.Hand, acting.Signatory, clock.GetUtcNow().UtcDateTime, move.Reason).TryGet(out var paper, out var refusal))
            return refusal;
        if (move.Action == ReportAction.Supplement && !(await sheets.OfAsync(report.UnitId, report.Period, report, cancellation)).Lines.Any(l => l.IsLacking))
            return NothingToAdd;

        db.Begin(LedgerProcesses.Report(move.Action), acting.Actor, move.Reason);
        var (before, reporter) = (report.State, report.ReporterPerson);
        var result = paper.Version == report.Version ? report : await NextVersionAsync(report, paper, cancellation);
        if (result != report)
            report.Take(report.Paper.Behind(clock.GetUtcNow().UtcDateTime));
        // What had been handed in as a supplement was returned as one; the correction it becomes was not.
        else if (move.Action == ReportAction.Correct)
            report.SubmittedAt = null;
        result.Take(paper);
        if (move is { Action: ReportAction.Return, Reason: { } reason })
            await returned.TellAsync(report, reporter, reason, cancellation);
        var taken = move.Action == ReportAction.Accept;
        var dropped = move.Action == ReportAction.Return && before == ReportState.Accepted;
        if (taken)
            await TakeFiguresAsync(report, cancellation);
        if (dropped)
            await DropFiguresAsync(report, cancellation);
        if (taken || dropped)
            await steps.FollowAsync(report, taken, cancellation);
        if (move.Action is ReportAction.Accept or ReportAction.Return)
        {
            var indicators = await db.Set<ReportLine>().Where(l => l.ReportId == report.Id).Select(l => l.IndicatorId).ToListAsync(cancellation);
            if (dropped)
                await linked.FallBackAsync(indicators, report.PeriodEnd, cancellation);
            await linked.FollowAsync(indicators, report.PeriodEnd, cancellation);
        }

        return await SaveAsync(result, taken || dropped, cancellation);
    }

    /// <summary>A correction or a supplement starts from what the version before says; its numbers are not touched.</summary>
    private async Task<UnitReport> NextVersionAsync(UnitReport locked, ReportPaper paper, CancellationToken cancellation)
    {
        var next = new UnitReport { UnitId = locked.UnitId, Period = locked.Period, PeriodEnd = locked.PeriodEnd, Version = paper.Version };
        db.Add(next);
        foreach (var line in await db.Set<ReportLine>().AsNoTracking().Where(l => l.ReportId == locked.Id).ToListAsync(cancellation))
            db.Add(new ReportLine { ReportId = next.Id, IndicatorId = line.IndicatorId, Value = line.Value, StepDone = line.StepDone, WarningReason = line.WarningReason });
        foreach (var note in await db.Set<ReportNote>().AsNoTracking().Where(n => n.ReportId == locked.Id).ToListAsync(cancellation))
            db.Add(new ReportNote { ReportId = next.Id, ItemId = note.ItemId, Progress = note.Progress, Problem = note.Problem, HelpNeeded = note.HelpNeeded, NextStep = note.NextStep });
        foreach (var piece in await db.Set<Evidence>().AsNoTracking().Where(e => e.ReportId == locked.Id).ToListAsync(cancellation))
            db.Add(new Evidence { ReportId = next.Id, IndicatorId = piece.IndicatorId, Content = piece.Content, FileName = piece.FileName, Caption = piece.Caption, Public = piece.Public });
        return next;
    }

    private async Task TakeFiguresAsync(UnitReport report, CancellationToken cancellation)
    {
        var lines = await db.Set<ReportLine>().AsNoTracking().Where(l => l.ReportId == report.Id).ToListAsync(cancellation);
        var ids = lines.ConvertAll(l => l.IndicatorId);
        var stored = await db.Set<AcceptedFigure>().Where(f => ids.Contains(f.IndicatorId) && f.PeriodEnd == report.PeriodEnd).ToDictionaryAsync(f => f.IndicatorId, cancellation);
        var own = await db.Set<UnitReport>().Where(r => r.UnitId == report.UnitId && r.PeriodEnd == report.PeriodEnd).Select(r => (Guid?)r.Id).ToListAsync(cancellation);
        foreach (var line in lines)
        {
            stored.TryGetValue(line.IndicatorId, out var figure);
            // A supplement adds to what is in force and takes the place of nothing, whoever was accepted in the meantime.
            if (report.Supplement && figure is not null && figure.ReportId != report.Id)
                continue;
            if (line.Value is not { } value)
            {
                // A number that came through a link is another unit's to take back.
                if (figure is not null && own.Contains(figure.ReportId))
                    db.Remove(figure);
            }
            else if (figure is null)
            {
                db.Add(new AcceptedFigure { IndicatorId = line.IndicatorId, Period = report.Period, PeriodEnd = report.PeriodEnd, Value = value, ReportId = report.Id });
            }
            else
            {
                (figure.Value, figure.ReportId) = (value, report.Id);
            }
        }
    }

    /// <summary>The ledger falls back to what was accepted before this version, or to nothing.</summary>
    private async Task DropFiguresAsync(UnitReport report, CancellationToken cancellation)
    {
        var figures = await db.Set<AcceptedFigure>().Where(f => f.ReportId == report.Id).ToListAsync(cancellation);
        var before = await db.Set<UnitReport>().AsNoTracking()
            .Where(r => r.UnitId == report.UnitId && r.PeriodEnd == report.PeriodEnd && r.Version < report.Version && r.State == ReportState.Locked)
            .OrderByDescending(r => r.Version).FirstOrDefaultAsync(cancellation);
        var beforeId = before?.Id;
        var old = await db.Set<ReportLine>().AsNoTracking().Where(l => l.ReportId == beforeId).ToDictionaryAsync(l => l.IndicatorId, cancellation);
        foreach (var figure in figures)
        {
            if (before is not null && old.TryGetValue(figure.IndicatorId, out var line) && line.Value is { } value)
                (figure.Value, figure.ReportId) = (value, before.Id);
            else
                db.Remove(figure);
        }
    }

    /// <param name="figures">The ledger's figures change, and with them what was rated.</param>
    private async Task<Outcome<UnitReport>> SaveAsync(UnitReport report, bool figures, CancellationToken cancellation)
    {
        try
        {
            if (figures)
                await rate.SaveAsync(report.UnitId, [.. db.ChangeTracker.Entries<AcceptedFigure>().Where(e => e.State != EntityState.Unchanged).Select(e => e.Entity.IndicatorId)], report.Period, cancellation);
            else
                await db.SaveChangesAsync(cancellation);
            return report;
        }
        catch (DbUpdateException)
        {
            return LedgerRefusals.Conflict;
        }
    }
}
