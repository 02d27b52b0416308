using System.Globalization;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Platform.Attachments;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <summary>Filling in, signing and returning monthly reports.</summary>
internal static class ReportRoutes
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/reports/{unit:guid}/{period}", ShowAsync);
        pages.MapPost("/reports/{unit:guid}/{period}", SaveAsync);
        pages.MapGet("/reports/evidence/{id:guid}", EvidenceAsync);
        pages.MapPost("/reports/move/{id:guid}", MoveAsync);
        pages.MapGet("/desk", DeskAsync);
        pages.MapPost("/desk", SignAsync);
    }

    private static async Task<IResult> ShowAsync(Guid unit, string period, ReportViews views, PageModel<ReportView> model, HttpContext context, bool? saved)
    {
        if (LedgerRoutes.PeriodOf(period) is not { Months: 1 } month || await views.OfAsync(unit, month, context.RequestAborted) is not { } view)
            return Page.NotFound();
        return LedgerRoutes.Show<ReportPage, ReportView>(model, view with { Saved = saved == true });
    }

    private static async Task<IResult> SaveAsync(Guid unit, string period, LedgerAccess access, SaveReport save, ReportViews views, PageModel<ReportView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (LedgerRoutes.PeriodOf(period) is not { Months: 1 } month)
            return Page.NotFound();
        if (!(await access.ReporterAsync(unit, cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var sent = await context.Request.ReadFormAsync(cancellation);
        var form = FormState.From(sent);
        var typed = Typed(unit, month, form, await views.OfAsync(unit, month, cancellation)) with
        {
            Files = await FilesAsync(sent, cancellation),
            Dropped = [.. sent["drop"].Select(id => Guid.TryParse(id, out var piece) ? piece : Guid.Empty)],
        };
        var outcome = await save.RunAsync(typed, acting, cancellation);
        if (outcome.TryGet(out var done, out var refusal))
        {
            if (typed.Submit || done.Findings.Count == 0)
                return Results.Redirect($"/ledger/reports/{unit}/{month}?saved=true");
            return await AgainAsync(StatusCodes.Status200OK);
        }

        form.Reject(refusal.Where is { } line ? refusal with { Where = "v-" + line } : refusal);
        return await AgainAsync(StatusCodes.Status422UnprocessableEntity);

        async Task<IResult> AgainAsync(int status)
        {
            if (await views.OfAsync(unit, month, cancellation) is not { } view)
                return Page.NotFound();
            var findings = outcome.IsOk ? outcome.Value.Findings : await views.CheckAsync(view, form, cancellation);
            return LedgerRoutes.Show<ReportPage, ReportView>(model, view with { Form = form, Findings = findings, Saved = outcome.IsOk, Conflict = outcome.Refusal == LedgerRefusals.Conflict }, status);
        }
    }

    private static TypedReport Typed(Guid unit, Period month, FormState form, ReportView? view)
    {
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        return new TypedReport
        {
            UnitId = unit,
            Period = month,
            SeenVersion = seen,
            Submit = form["action"] == "submit",
            Lines = [.. (view?.Sheet.Lines ?? []).Select(l => l.Indicator.Id).Select(id => new TypedLine(id, form[$"v-{id}"], form[$"w-{id}"], DateOnly.TryParseExact(form[$"d-{id}"], "yyyy-MM-dd", out var day) ? day : null))],
            Notes = [.. (view?.Sheet.Items ?? []).Select(i => i.Id).Select(id => new TypedNote(id, form[$"p-{id}"], form[$"q-{id}"], form[$"h-{id}"], form[$"n-{id}"]))],
        };
    }

    private static async Task<IReadOnlyList<HandedFile>> FilesAsync(IFormCollection sent, CancellationToken cancellation)
    {
        var files = new List<HandedFile>();
        foreach (var file in sent.Files.Where(f => f.Length > 0 && f.Name.StartsWith("e-", StringComparison.Ordinal)))
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, cancellation);
            files.Add(new HandedFile(Guid.TryParse(file.Name.AsSpan(2), out var line) ? line : Guid.Empty, Path.GetFileName(file.FileName), memory.ToArray()));
        }

        return files;
    }

    private static async Task<IResult> EvidenceAsync(Guid id, LedgerAccess access, AttachmentStore store, LuoshiDb db, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        var found = await db.Set<Evidence>().AsNoTracking().Where(e => e.Id == id)
            .Join(db.Set<UnitReport>(), e => e.ReportId, r => r.Id, (e, r) => new { e.Content, r.UnitId }).FirstOrDefaultAsync(cancellation);
        if (found is null)
            return Page.NotFound();
        if (!await access.MaySeeEvidenceAsync(found.UnitId, cancellation))
            return LedgerRoutes.Refused(LedgerRefusals.NotAllowed);
        if (!(await store.ByContentAsync([found.Content], cancellation)).TryGetValue(found.Content, out var file) || await store.OpenAsync(file.Id, cancellation) is not { } content)
            return Page.NotFound();
        return content.ToResult(context);
    }

    private static async Task<IResult> MoveAsync(Guid id, LedgerAccess access, MoveReport move, LuoshiDb db, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        if (!Enum.TryParse<ReportAction>(form["do"], out var action) || await db.Set<UnitReport>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } report)
            return Page.NotFound();
        if (!(await access.ForAsync(action, report.State, report.UnitId, cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var outcome = await move.RunAsync(new ReportMove(id, action, seen, form["reason"]), acting, cancellation);
        return outcome.IsOk ? Results.Redirect($"/ledger/reports/{report.UnitId}/{report.Period}") : LedgerRoutes.Refused(outcome.Refusal);
    }

    private static async Task<IResult> DeskAsync(DeskViews views, PageModel<DeskView> model, HttpContext context, int? done) =>
        LedgerRoutes.Show<DeskPage, DeskView>(model, await views.OfAsync(new FormState(), done ?? 0, context.RequestAborted));

    /// <summary>Signs one by one: what is refused stays on the desk with its reason, the rest goes through.</summary>
    private static async Task<IResult> SignAsync(LedgerAccess access, DeskViews views, PageModel<DeskView> model, IServiceProvider services, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        var typed = await context.Request.ReadFormAsync(cancellation);
        var form = FormState.From(typed);
        var done = 0;
        foreach (var pick in typed["pick"].OfType<string>())
        {
            if (pick.Split(':') is not [var key, var version] || !Guid.TryParse(key, out var id) || !int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen))
                continue;
            var refusal = await SignOneAsync(id, seen, access, services, cancellation);
            if (refusal is null)
                done++;
            else
                form.Reject(refusal);
        }

        if (!form.HasErrors)
            return Results.Redirect($"/ledger/desk?done={done}");
        return LedgerRoutes.Show<DeskPage, DeskView>(model, await views.OfAsync(form, done, cancellation), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Kernel.Outcomes.Refusal?> SignOneAsync(Guid id, int seen, LedgerAccess access, IServiceProvider services, CancellationToken cancellation)
    {
        var scopes = (Microsoft.Extensions.DependencyInjection.IServiceScopeFactory?)services.GetService(typeof(Microsoft.Extensions.DependencyInjection.IServiceScopeFactory));
        ArgumentNullException.ThrowIfNull(scopes);
        // A scope for each: a refused signature must not leave its changes in the context of the next.
        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(scopes);
        var db = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<LuoshiDb>(scope.ServiceProvider);
        if (await db.Set<UnitReport>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } report)
            return LedgerRefusals.NotFound;
        var action = report.State == ReportState.Submitted ? ReportAction.Approve : ReportAction.Accept;
        if (!(await access.ForAsync(action, report.State, report.UnitId, cancellation)).TryGet(out var acting, out var refused))
            return refused;
        var move = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<MoveReport>(scope.ServiceProvider);
        return (await move.RunAsync(new ReportMove(id, action, seen), acting, cancellation)).Refusal;
    }
}

/// <summary>A unit's page with what this person may do on it.</summary>
internal sealed class ReportViews(ReportSheets sheets, ReportEvidence evidence, LedgerAccess access, OrgDirectory directory)
{
    public async Task<ReportView?> OfAsync(Guid unit, Period period, CancellationToken cancellation)
    {
        if (await directory.UnitAsync(unit, cancellation) is not { } named)
            return null;
        var sheet = await sheets.OfAsync(unit, period, cancellation);
        var steps = new List<ReportStep>();
        foreach (var step in ReportFlow.Steps.Where(s => s.From == (sheet.Report?.State ?? ReportState.Draft)).DistinctBy(s => s.Action))
        {
            if ((await access.ForAsync(step.Action, step.From, unit, cancellation)).IsOk)
                steps.Add(step);
        }

        var files = await access.MaySeeEvidenceAsync(unit, cancellation) ? await evidence.FilesAsync(sheet, cancellation) : null;
        return new ReportView { Sheet = sheet, Files = files, UnitName = named.Name, MayFill = (await access.ReporterAsync(unit, cancellation)).IsOk, Steps = steps };
    }

    /// <summary>The checks on what was typed but refused, so that each field shows its own.</summary>
    public async Task<IReadOnlyList<CheckFinding>> CheckAsync(ReportView view, FormState form, CancellationToken cancellation)
    {
        var used = await evidence.UsedBeforeAsync(view.Sheet, [.. view.Sheet.Lines.SelectMany(l => l.Evidence).Select(e => e.Content)], cancellation);
        return ReportChecks.Run(
            [.. view.Sheet.Lines.Select(l => l.ToCheck() with { Value = TypedFigure.Parse(form[$"v-{l.Indicator.Id}"], l.Indicator.Printed) is { IsOk: true } value ? value.Value : null })],
            used,
            CheckLimits.Default);
    }
}
