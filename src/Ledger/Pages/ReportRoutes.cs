using System.Globalization;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Platform.Attachments;
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
        pages.MapPost("/reports/{unit:guid}/{period}", SaveAsync).RequireRateLimiting(RateLimits.Reports);
        KeepRoutes.Map(pages);
        WorkbookRoutes.Map(pages);
        pages.MapGet("/reports/evidence/{id:guid}", EvidenceAsync);
        pages.MapGet("/reports/evidence/{id:guid}/small", SmallAsync);
        pages.MapPost("/reports/move/{id:guid}", MoveAsync);
        pages.MapGet("/desk", DeskAsync);
        pages.MapPost("/desk", SignAsync);
    }

    private static async Task<IResult> ShowAsync(Guid unit, string period, ReportViews views, PageModel<ReportView> model, HttpContext context, bool? saved, int? version, string? moved)
    {
        if (LedgerRoutes.PeriodOf(period) is not { Months: 1 } month || await views.GoOnAsync(unit, month, version, context.RequestAborted) is not { } view)
            return Page.NotFound();
        return LedgerRoutes.Show<ReportPage, ReportView>(model, view with { Saved = saved == true, JustReturned = moved == "return" && view.State == ReportState.Draft });
    }

    private static async Task<IResult> SaveAsync(Guid unit, string period, LedgerAccess access, SaveReport save, ReportViews views, PageModel<ReportView> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (LedgerRoutes.PeriodOf(period) is not { Months: 1 } month)
            return Page.NotFound();
        if (!(await access.ReporterAsync(unit, cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        if (await views.OfAsync(unit, month, cancellation) is not { } before)
            return Page.NotFound();
        var sent = await context.Request.ReadFormAsync(cancellation);
        var form = TypedForm.Chosen(FormState.From(sent), before.Sheet);
        if (form["action"] == "no-news")
            form.With(ReportFields.Blank, ReportTexts.NoNews.Chinese).With("action", "submit");
        if (form["action"] == "carry")
            form = TypedForm.Carried(form, before.Sheet);
        var read = TypedForm.Read(before.Sheet, form);
        var outcome = read.TryGet(out var typed, out var unreadable)
            ? await save.RunAsync(typed with { Files = await FilesAsync(sent, cancellation), Dropped = [.. sent["drop"].Select(id => Guid.TryParse(id, out var piece) ? piece : Guid.Empty)] }, acting, cancellation)
            : unreadable;
        if (outcome.TryGet(out var done, out var refusal))
        {
            if (form["action"] == "submit" || done.Findings.Count == 0)
                return Results.Redirect($"/ledger/reports/{unit}/{month}?saved=true");
            return await AgainAsync(StatusCodes.Status200OK);
        }

        // The field for this reason comes to the page with the question for it.
        if (refusal.Where == ReportFields.Blank)
            form.Reject(ReportFields.Blank, new Words(refusal.Chinese, refusal.English));
        else if (refusal != LedgerRefusals.Conflict)
            form.Reject(refusal.Where is { } line && Guid.TryParse(line, out _) ? refusal with { Where = (refusal.Code == SaveReport.ReasonNeeded ? "w-" : "v-") + line } : refusal);
        return await AgainAsync(refusal == LedgerRefusals.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);

        async Task<IResult> AgainAsync(int status)
        {
            // The refused save left its half-made rows in this request's context; what is stored is read past them.
            if (await views.OfAsync(unit, month, cancellation) is not { } view)
                return Page.NotFound();
            var conflict = status == StatusCodes.Status409Conflict;
            var findings = outcome.IsOk ? outcome.Value.Findings : await views.CheckAsync(view, form, cancellation);
            if (form["action"] == "submit" && !conflict)
                RejectAll(form, findings);
            return LedgerRoutes.Show<ReportPage, ReportView>(
                model,
                view with
                {
                    Form = form,
                    Findings = findings,
                    Saved = outcome.IsOk,
                    Conflict = conflict,
                    Conflicts = conflict ? FieldConflict.Find(view.Sheet, name => view.Shown(name, form[name]), ReportFields.Unpack(form["opened"])) : view.Conflicts,
                },
                status);
        }
    }

    /// <summary>Everything that keeps the report back, so that it is put right in one go: the impossible at its number, a missing reason at the reason.</summary>
    private static void RejectAll(FormState form, IReadOnlyList<CheckFinding> findings)
    {
        foreach (var finding in findings.Where(f => f.Indicator is not null))
        {
            var line = finding.Indicator ?? default;
            if (finding.Severity == Severity.Impossible)
                form.Reject(ReportFields.Value(line), finding.Message);
            else if (form[ReportFields.Reason(line)].Length == 0)
                form.Reject(ReportFields.Reason(line), finding.Message);
        }
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

    /// <summary>The photo at the size of a stamp, for whoever may open the original.</summary>
    private static async Task<IResult> SmallAsync(Guid id, LedgerAccess access, SmallPictures pictures, AttachmentStore store, LuoshiDb db, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        var found = await db.Set<Evidence>().AsNoTracking().Where(e => e.Id == id)
            .Join(db.Set<UnitReport>(), e => e.ReportId, r => r.Id, (e, r) => new { e.Content, r.UnitId }).FirstOrDefaultAsync(cancellation);
        if (found is null || !await access.MaySeeEvidenceAsync(found.UnitId, cancellation))
            return Results.NotFound();
        if (await pictures.OfAsync(found.Content, OriginalAsync, cancellation) is not { } picture)
            return Results.NotFound();
        // Kept by this person's browser alone; another session asks anew.
        context.Response.Headers.CacheControl = "private, max-age=86400";
        context.Response.Headers.Vary = "Cookie";
        return Results.File(picture, "image/jpeg");

        async Task<byte[]?> OriginalAsync() =>
            (await store.ByContentAsync([found.Content], cancellation)).TryGetValue(found.Content, out var file) ? (await store.OpenAsync(file.Id, cancellation))?.Content : null;
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
        return outcome.IsOk ? Results.Redirect($"/ledger/reports/{report.UnitId}/{report.Period}{(action == ReportAction.Return ? "?moved=return" : "")}") : LedgerRoutes.Refused(outcome.Refusal);
    }

    private static async Task<IResult> DeskAsync(DeskViews views, PageModel<DeskView> model, HttpContext context, int? done, int? page) =>
        LedgerRoutes.Show<DeskPage, DeskView>(model, await views.OfAsync(new FormState(), done ?? 0, page ?? 1, context.RequestAborted));

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
        return LedgerRoutes.Show<DeskPage, DeskView>(model, await views.OfAsync(form, done, page: 1, cancellation), StatusCodes.Status422UnprocessableEntity);
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
