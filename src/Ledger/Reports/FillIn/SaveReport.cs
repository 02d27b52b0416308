using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.Keeping;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Reports.FillIn;

/// <summary>What was typed into one line, as text: it is read here, so that page, sheet upload and interface read alike.</summary>
internal sealed record TypedLine(Guid Indicator, string? Value, string? WarningReason = null, DateOnly? StepDone = null);

internal sealed record TypedNote(Guid Item, string? Progress, string? Problem, string? HelpNeeded, string? NextStep);

internal sealed record TypedReport
{
    public required Guid UnitId { get; init; }

    public required Period Period { get; init; }

    /// <summary>The row version the form was opened on; 0 when nothing was saved then.</summary>
    public required int SeenVersion { get; init; }

    public IReadOnlyList<TypedLine> Lines { get; init; } = [];

    public IReadOnlyList<TypedNote> Notes { get; init; } = [];

    public IReadOnlyList<HandedFile> Files { get; init; } = [];

    /// <summary>Pieces of evidence to take off the report.</summary>
    public IReadOnlyList<Guid> Dropped { get; init; } = [];

    /// <summary>What this person had typed where the other's version was chosen; it goes into the journal, so that nothing is lost.</summary>
    public string? LeftAside { get; init; }

    /// <summary>Why numbers are empty, where some are.</summary>
    public string? BlankReason { get; init; }

    /// <summary>Send it on to the unit's leader after saving.</summary>
    public bool Submit { get; init; }
}

/// <param name="Findings">What the checks noticed. On a draft they are shown; on submission each warning needs a reason.</param>
internal sealed record SavedReport(Guid ReportId, int RowVersion, IReadOnlyList<CheckFinding> Findings);

/// <summary>Saves a draft, and submits it when asked. A draft may be wrong; a submitted report may not be impossible.</summary>
internal sealed class SaveReport(LuoshiDb db, ReportSheets sheets, ReportEvidence evidence, LookOver look, KeepTyped keep, TimeProvider clock)
{
    public const string ReasonNeeded = "report.reason_needed";

    public static Refusal Settled { get; } = new("report.settled", "这一项本期已审定，补报不能改动；原数有误的，请在页面下方点“更正”。", "This was accepted for the period, and a supplement cannot change it; if it is wrong, make the supplement a correction below.");

    public async Task<Outcome<SavedReport>> RunAsync(TypedReport typed, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (!acting.MayAct(Hand.Reporter, typed.UnitId))
            return LedgerRefusals.NotAllowed;
        var sheet = await sheets.OfAsync(typed.UnitId, typed.Period, await sheets.ToChangeAsync(typed.UnitId, typed.Period, cancellation), cancellation);
        if ((sheet.Report?.RowVersion ?? 0) != typed.SeenVersion)
            return LedgerRefusals.Conflict;
        if (!Values(sheet, typed).TryGet(out var values, out var unreadable))
            return unreadable;
        if (TooLong(typed) is { } tooLong)
            return tooLong;
        if (Touched(sheet, typed, values) is { } touched)
            return touched;
        typed = OpenOnly(sheet, typed);

        var report = sheet.Report ?? New(typed);
        var findings = await look.ValuesAsync(sheet, values, l => ReportEvidence.After(l, typed), cancellation);
        var blank = BlankReport.Find(sheet.Lines.Where(l => !l.Settled).Select(l => l.ToCheck() with { Value = values[l.Indicator.Id] }));
        // What was asked about a settled number was answered when it was accepted; what cannot be true is refused all the same.
        var settled = sheet.Lines.Where(l => l.Settled).Select(l => l.Indicator.Id).ToHashSet();
        var blocked = typed.Submit ? Blocking([.. findings.Where(f => f.Severity == Severity.Impossible || !settled.Contains(f.Indicator ?? default))], blank, typed) : null;
        // A page can show typed numbers again, but not chosen files: a submission that is refused keeps them as a draft.
        if (blocked is not null && typed.Files.Count == 0)
            return blocked;
        var submit = typed.Submit && blocked is null;
        var action = submit ? ReportAction.Submit : ReportAction.Save;
        if (!report.Paper.Try(action, Hand.Reporter, acting.Signatory, Now).TryGet(out var paper, out var refusal))
            return refusal;

        db.Begin(LedgerProcesses.Report(action), acting.Actor, typed.LeftAside);
        if (sheet.Report is null)
            db.Add(report);
        report.Take(paper);
        // The counter moves on every save, also when only lines changed: the next writer must have seen them.
        report.SavedAt = Now;
        report.BlankReason = blank is null ? null : Blank(typed.BlankReason);
        report.SubmittedAt = submit ? Now : report.SubmittedAt;
        await StoreLinesAsync(report, typed, values, cancellation);
        await StoreNotesAsync(report, typed, cancellation);
        if (!(await evidence.TakeAsync(sheet, typed, report.Id, acting.Actor.AccountId, cancellation)).TryGet(out var hints, out var notTaken))
            return notTaken;
        report.Noticed = Noticed.Weigh(findings, hints) + (blank is null ? 0 : 1);
        var saved = await SaveAsync(report, findings, cancellation);
        if (saved.IsOk && acting.Actor.AccountId is { } account)
            await keep.ForgetAsync(account, typed.UnitId, typed.Period, cancellation);
        return saved.IsOk && blocked is not null ? blocked : saved;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private UnitReport New(TypedReport typed) => new()
    {
        UnitId = typed.UnitId,
        Period = typed.Period,
        PeriodEnd = typed.Period.LastDay,
        Version = 1,
        Since = Now,
    };

    /// <summary>The numbers of the lines that were sent; lines that were not sent keep what they had.</summary>
    private static Outcome<Dictionary<Guid, decimal?>> Values(ReportSheet sheet, TypedReport typed)
    {
        var values = sheet.Lines.ToDictionary(l => l.Indicator.Id, l => l.Value);
        var known = sheet.Lines.ToDictionary(l => l.Indicator.Id, l => l.Indicator);
        if (typed.Files.Any(f => !known.ContainsKey(f.Indicator)))
            return LedgerRefusals.NotAllowed;
        foreach (var line in typed.Lines)
        {
            if (!known.TryGetValue(line.Indicator, out var indicator))
                return LedgerRefusals.NotAllowed;
            if (!TypedFigure.Parse(line.Value, indicator.Printed).TryGet(out var value, out var refusal))
                return refusal with { Where = line.Indicator.ToString() };
            values[line.Indicator] = value;
        }

        return values;
    }

    /// <summary>A supplement leaves alone what was accepted: a form or a sheet that says otherwise is refused, not half taken.</summary>
    private static Refusal? Touched(ReportSheet sheet, TypedReport typed, Dictionary<Guid, decimal?> values)
    {
        foreach (var line in sheet.Lines.Where(l => l.Settled))
        {
            var id = line.Indicator.Id;
            var said = typed.Lines.FirstOrDefault(l => l.Indicator == id);
            if (values[id] != line.Value || (said is not null && said.StepDone != line.StepDone) || typed.Files.Any(f => f.Indicator == id) || line.Evidence.Any(e => typed.Dropped.Contains(e.Id)))
                return Settled with { Where = id.ToString() };
        }

        return null;
    }

    private static TypedReport OpenOnly(ReportSheet sheet, TypedReport typed)
    {
        var (lines, items) = (sheet.Lines.Where(l => l.Settled).Select(l => l.Indicator.Id).ToHashSet(), sheet.Items.Where(i => !i.IsOpen).Select(i => i.Id).ToHashSet());
        return lines.Count == 0 ? typed : typed with { Lines = [.. typed.Lines.Where(l => !lines.Contains(l.Indicator))], Notes = [.. typed.Notes.Where(n => !items.Contains(n.Item))] };
    }

    private static Refusal? Blocking(IReadOnlyList<CheckFinding> findings, CheckFinding? blank, TypedReport typed)
    {
        if (findings.FirstOrDefault(f => f.Severity == Severity.Impossible) is { } impossible)
            return LedgerRefusals.Impossible(impossible.Message.Chinese, impossible.Message.English) with { Where = impossible.Indicator?.ToString() };
        var reasons = typed.Lines.Where(l => !string.IsNullOrWhiteSpace(l.WarningReason)).Select(l => l.Indicator).ToHashSet();
        if (findings.FirstOrDefault(f => f.Indicator is { } line && !reasons.Contains(line)) is { } open)
            return new Refusal(ReasonNeeded, open.Message.Chinese, open.Message.English, open.Indicator?.ToString());
        return blank is not null && string.IsNullOrWhiteSpace(typed.BlankReason)
            ? new Refusal("report.confirm_blank", $"{blank.Message.Chinese}确要这样上报，请写明原因再报。", $"{blank.Message.English} To send it on like this, say why and submit again.", ReportFields.Blank)
            : null;
    }

    private static Refusal? TooLong(TypedReport typed)
    {
        if (typed.Lines.Any(l => l.WarningReason?.Length > ReportLine.MaxReason))
            return LedgerRefusals.TooLong("reason", ReportLine.MaxReason);
        if (typed.BlankReason?.Length > UnitReport.MaxReason)
            return LedgerRefusals.TooLong(ReportFields.Blank, UnitReport.MaxReason);
        foreach (var note in typed.Notes)
        {
            string?[] texts = [note.Progress, note.Problem, note.HelpNeeded, note.NextStep];
            if (texts.Any(t => t?.Length > ReportNote.MaxText))
                return LedgerRefusals.TooLong("words", ReportNote.MaxText);
        }

        return null;
    }

    private async Task StoreLinesAsync(UnitReport report, TypedReport typed, Dictionary<Guid, decimal?> values, CancellationToken cancellation)
    {
        var stored = await db.Set<ReportLine>().Where(l => l.ReportId == report.Id).ToDictionaryAsync(l => l.IndicatorId, cancellation);
        foreach (var line in typed.Lines)
        {
            if (!stored.TryGetValue(line.Indicator, out var row))
            {
                row = new ReportLine { ReportId = report.Id, IndicatorId = line.Indicator };
                db.Add(row);
            }

            (row.Value, row.StepDone, row.WarningReason) = (values[line.Indicator], line.StepDone, Blank(line.WarningReason));
        }
    }

    private async Task StoreNotesAsync(UnitReport report, TypedReport typed, CancellationToken cancellation)
    {
        var stored = await db.Set<ReportNote>().Where(n => n.ReportId == report.Id).ToDictionaryAsync(n => n.ItemId, cancellation);
        foreach (var note in typed.Notes)
        {
            if (!stored.TryGetValue(note.Item, out var row))
            {
                row = new ReportNote { ReportId = report.Id, ItemId = note.Item };
                db.Add(row);
            }

            (row.Progress, row.Problem, row.HelpNeeded, row.NextStep) = (Blank(note.Progress), Blank(note.Problem), Blank(note.HelpNeeded), Blank(note.NextStep));
        }
    }

    private async Task<Outcome<SavedReport>> SaveAsync(UnitReport report, IReadOnlyList<CheckFinding> findings, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new SavedReport(report.Id, report.RowVersion, findings);
        }
        catch (DbUpdateException)
        {
            // Either the row moved on between reading and writing, or two first drafts met in the unique index.
            return LedgerRefusals.Conflict;
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
