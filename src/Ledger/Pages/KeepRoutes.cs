using System.Globalization;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Keeping;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Ledger.Pages;

/// <summary>What the form's script asks while somebody types: check these lines, keep this aside, throw it away.</summary>
internal static class KeepRoutes
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapPost("/reports/{unit:guid}/{period}/check", CheckAsync).RequireRateLimiting(RateLimits.Reports);
        pages.MapPost("/reports/{unit:guid}/{period}/keep", KeepAsync).RequireRateLimiting(RateLimits.Reports);
        pages.MapPost("/reports/{unit:guid}/{period}/forget", ForgetAsync);
    }

    /// <summary>The findings of the lines that were sent, each in the region that stands beside its field.</summary>
    private static async Task<IResult> CheckAsync(Guid unit, string period, LedgerAccess access, ReportSheets sheets, LookOver look, PageModel<LineCheck> model, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (LedgerRoutes.PeriodOf(period) is not { Months: 1 } month)
            return Page.NotFound();
        if (!(await access.ReporterAsync(unit, cancellation)).TryGet(out _, out var refused))
            return LedgerRoutes.Refused(refused);
        var sent = await context.Request.ReadFormAsync(cancellation);
        var form = FormState.From(sent);
        var sheet = await sheets.OfAsync(unit, month, cancellation);
        var findings = await look.TypedAsync(
            sheet,
            id => form.Has(ReportFields.Value(id)) ? form[ReportFields.Value(id)] : null,
            // Files still lie on the reporter's device; the browser sends what they will be called here.
            line => [.. line.Evidence.Select(e => e.Content).Concat(sent["x-" + line.Indicator.Id].OfType<string>()).Distinct(StringComparer.Ordinal)],
            cancellation);
        var asked = sheet.Lines.Where(l => form.Has(ReportFields.Value(l.Indicator.Id))).Select(l => l.Indicator.Id).ToArray();
        model.Value = new LineCheck(asked, findings);
        return Page.Of<LineCheckPart>();
    }

    private static async Task<IResult> KeepAsync(Guid unit, string period, LedgerAccess access, KeepTyped keep, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (LedgerRoutes.PeriodOf(period) is not { Months: 1 } month)
            return Results.NotFound();
        if (!(await access.ReporterAsync(unit, cancellation)).TryGet(out var acting, out _))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var sent = await context.Request.ReadFormAsync(cancellation);
        _ = int.TryParse(sent["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var fields = sent.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);
        var outcome = await keep.RunAsync(unit, month, seen, fields, acting, cancellation);
        return outcome.IsOk ? Results.NoContent() : Results.StatusCode(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ForgetAsync(Guid unit, string period, LedgerAccess access, KeepTyped keep, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (LedgerRoutes.PeriodOf(period) is not { Months: 1 } month)
            return Page.NotFound();
        if (!(await access.ReporterAsync(unit, cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        if (acting.Actor.AccountId is { } account)
            await keep.ForgetAsync(account, unit, month, cancellation);
        return Results.Redirect($"/ledger/reports/{unit}/{month}?forgotten=true");
    }
}

/// <summary>What the check found on the lines it was asked about.</summary>
internal sealed record LineCheck(IReadOnlyList<Guid> Lines, IReadOnlyList<CheckFinding> Findings);
