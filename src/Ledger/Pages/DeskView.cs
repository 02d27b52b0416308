using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Platform.Access;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <param name="Findings">What the checks noticed, the reporter's reasons notwithstanding: the outliers come first.</param>
internal sealed record DeskLine(UnitReport Report, string UnitName, IReadOnlyList<CheckFinding> Findings, int Changed, int Lines, IReadOnlyList<WeighedEvidence> Evidence)
{
    /// <summary>What stands out about the evidence is as good a reason to look as a number.</summary>
    public int Hints => Evidence.Sum(e => e.Hints.Count);

    /// <summary>Only what nothing stands out about is ready to be signed with others.</summary>
    public bool IsPlain => Findings.Count + Hints == 0;

    public int Weight => Noticed.Weigh(Findings, Hints);

    /// <summary>What is signed: the numbers that moved most.</summary>
    public IReadOnlyList<MovedFigure> Figures { get; init; } = [];
}

/// <param name="Total">How many wait in all.</param>
internal sealed record DeskView(IReadOnlyList<DeskLine> Waiting, int Total, int Page, FormState Form, int Done)
{
    /// <summary>The newest open lists: where the office goes on once it has signed.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Lists { get; init; } = [];
}

/// <summary>The reports that wait for this person, the conspicuous ones first.</summary>
internal sealed class DeskViews(LuoshiDb db, LedgerAccess access, WaitingLines lines)
{
    public const int Size = 25;

    public async Task<DeskView> OfAsync(FormState form, int done, int page, CancellationToken cancellation)
    {
        var office = (await access.OfficeAsync(cancellation)).IsOk;
        var leads = await access.UnitsAsync(Role.Approver, cancellation);
        var waiting = db.Set<UnitReport>().AsNoTracking()
            .Where(r => (office && r.State == ReportState.UnitApproved) || (r.State == ReportState.Submitted && leads.Contains(r.UnitId)));
        var total = await waiting.CountAsync(cancellation);
        var at = Math.Clamp(page, 1, Math.Max(1, (total + Size - 1) / Size));
        var reports = await waiting.OrderByDescending(r => r.Noticed).ThenBy(r => r.Since).ThenBy(r => r.Id).Skip((at - 1) * Size).Take(Size).ToListAsync(cancellation);
        var shown = await lines.OfAsync(reports, cancellation);
        return new DeskView([.. shown.OrderByDescending(l => l.Weight).ThenBy(l => l.Report.Since)], total, at, form, done) { Lists = office && done > 0 ? await ListsAsync(cancellation) : [] };
    }

    private async Task<IReadOnlyList<(Guid Id, string Title)>> ListsAsync(CancellationToken cancellation) =>
        [.. (await db.Set<PromiseList>().AsNoTracking().Where(l => !l.Closed).OrderByDescending(l => l.Id).Take(3).Select(l => new { l.Id, l.Title }).ToListAsync(cancellation)).Select(l => (l.Id, l.Title))];
}
