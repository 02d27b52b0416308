using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Keeping;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Pages;

/// <summary>A unit's page with what this person may do on it.</summary>
internal sealed class ReportViews(ReportSheets sheets, ReportEvidence evidence, ReportVersions versions, LookOver look, KeepTyped keep, LedgerAccess access, OrgDirectory directory, TimeProvider clock)
{
    /// <param name="version">An older version to look at; null for the one at hand.</param>
    public async Task<ReportView?> OfAsync(Guid unit, Period period, CancellationToken cancellation, int? version = null)
    {
        if (await directory.UnitAsync(unit, cancellation) is not { } named)
            return null;
        var inside = await access.MaySeeEvidenceAsync(unit, cancellation);
        var known = (await sheets.VersionsAsync(unit, period, cancellation)).Where(r => inside || r.IsHandedIn).ToList();
        var latest = known.FirstOrDefault();
        var old = version is { } asked && asked != latest?.Version ? known.Find(r => r.Version == asked) : null;
        var sheet = await sheets.OfAsync(unit, period, old ?? latest, cancellation);
        var reporter = await access.ReporterAsync(unit, cancellation);
        return new ReportView
        {
            Sheet = sheet,
            Files = inside ? await evidence.WeighAsync(sheet, cancellation) : null,
            UnitName = named.Name,
            Writer = await PostAsync(sheet.Report?.ReporterPost, cancellation),
            // Whoever signs sees beside each number what the reporter was asked.
            Findings = inside && old is null && latest is { State: ReportState.Submitted or ReportState.UnitApproved } ? await look.StoredAsync(sheet, cancellation) : [],
            MayFill = reporter.IsOk,
            Account = reporter.IsOk ? reporter.Value.Actor.AccountId : null,
            Steps = old is null ? await StepsAsync(sheet, cancellation) : [],
            Versions = known.Count > 1 ? await versions.OfAsync(known, cancellation) : [],
            Old = old is not null,
        };
    }

    /// <summary>The form as this person left it, with what they typed and did not save.</summary>
    public async Task<ReportView?> GoOnAsync(Guid unit, Period period, int? version, CancellationToken cancellation)
    {
        if (await OfAsync(unit, period, cancellation, version) is not { } view)
            return null;
        if (!view.Open || view.Account is not { } account || await keep.OfAsync(account, unit, period, cancellation) is not { } kept)
            return view;
        // What was saved in the meantime, or typed back to what it was, is no news to anybody.
        if (ReportFields.Open(view.Sheet).All(f => !kept.Fields.TryGetValue(f.Name, out var typed) || f.IsSame(typed, f.Stored)))
            return view;
        var form = new FormState();
        foreach (var (name, value) in kept.Fields)
            form.With(name, value);
        return view with { Kept = kept, Form = form, Findings = await CheckAsync(view, form, cancellation) };
    }

    /// <summary>The checks on what stands in the form, so that each field shows its own.</summary>
    public Task<IReadOnlyList<CheckFinding>> CheckAsync(ReportView view, FormState form, CancellationToken cancellation) =>
        look.TypedAsync(view.Sheet, id => form.Has(ReportFields.Value(id)) ? form[ReportFields.Value(id)] : null, pieces: null, cancellation);

    private async Task<IReadOnlyList<ReportStep>> StepsAsync(ReportSheet sheet, CancellationToken cancellation)
    {
        var (state, supplement, lacking) = (sheet.Report?.State ?? ReportState.Draft, sheet.Report is { Supplement: true }, sheet.Lines.Any(l => l.IsLacking));
        var steps = new List<ReportStep>();
        foreach (var step in ReportFlow.Steps.Where(s => s.From == state && (supplement || !s.OfSupplement) && (lacking || s.Action != ReportAction.Supplement)).DistinctBy(s => s.Action))
        {
            if ((await access.ForAsync(step.Action, step.From, sheet.UnitId, cancellation)).IsOk)
                steps.Add(step);
        }

        // What is asked of the unit comes before what it may do besides.
        return [.. steps.OrderBy(s => s.Action != ReportAction.Supplement)];
    }

    private async Task<string?> PostAsync(Guid? post, CancellationToken cancellation) =>
        post is { } id && (await directory.PostsAsync(LocalTime.Today(clock), [id], cancellation)) is [var found, ..] ? AssignChoices.Print(found) : null;
}
