using System.Globalization;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Pages;
using Luoshi.Platform.Attachments;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Verifying;

using Level = Assessments.Verification;

/// <summary>The page of one number, and what verifiers do on it.</summary>
internal static class VerificationRoutes
{
    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/verify/{indicator:guid}/{period}", ShowAsync);
        pages.MapPost("/verify/{indicator:guid}/{period}", SpeakAsync).RequireRateLimiting(RateLimits.Reports);
        pages.MapPost("/verify/voices/{id:guid}/clear", ClearAsync);
        pages.MapGet("/verify/voices/{id:guid}/file", FileAsync);
    }

    private static async Task<IResult> ShowAsync(Guid indicator, string period, VerificationViews views, PageModel<VerificationView> model, HttpContext context) =>
        LedgerRoutes.PeriodOf(period) is { Months: 1 } month && await views.OfAsync(indicator, month, new FormState(), context.RequestAborted) is { } view
            ? LedgerRoutes.Show<VerificationPage, VerificationView>(model, view)
            : Page.NotFound();

    private static async Task<IResult> SpeakAsync(Guid indicator, string period, LedgerAccess access, SpeakUp speak, VerificationViews views, PageModel<VerificationView> model, LuoshiDb db, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (LedgerRoutes.PeriodOf(period) is not { Months: 1 } month || await UnitAsync(db, indicator, cancellation) is not { } unit)
            return Page.NotFound();
        var hand = await access.VerifierAsync(unit, cancellation);
        if (!hand.IsOk)
            hand = await access.LeaderAsync(unit, cancellation);
        if (!hand.TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var sent = await context.Request.ReadFormAsync(cancellation);
        var form = FormState.From(sent).With("file", "");
        var (name, content) = await FileOfAsync(sent, cancellation);
        // A number nobody can read is no nought: the verdict would be on another number than the one that was looked at.
        var outcome = decimal.TryParse(form["value"], NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? await speak.RunAsync(
                new NewVoice { IndicatorId = indicator, Period = month, Level = Enum.TryParse<Level>(form["level"], out var level) ? level : Level.None, SeenValue = value, Basis = form["basis"], FileName = name, Content = content },
                acting,
                cancellation)
            : VerificationRefusals.Unreadable;
        if (outcome.IsOk)
            return Results.Redirect($"/ledger/verify/{indicator}/{month}");
        form.Reject(outcome.Refusal);
        return await views.OfAsync(indicator, month, form, cancellation) is { } view ? LedgerRoutes.Show<VerificationPage, VerificationView>(model, view, StatusCodes.Status422UnprocessableEntity) : Page.NotFound();
    }

    private static async Task<IResult> ClearAsync(Guid id, LedgerAccess access, SpeakUp speak, LuoshiDb db, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await db.Set<Voice>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, cancellation) is not { } voice || await UnitAsync(db, voice.IndicatorId, cancellation) is not { } unit)
            return Page.NotFound();
        if (!(await access.VerifierAsync(unit, cancellation)).TryGet(out var acting, out var refused))
            return LedgerRoutes.Refused(refused);
        var form = FormState.From(await context.Request.ReadFormAsync(cancellation));
        var outcome = await speak.ClearAsync(id, form["reason"], acting, cancellation);
        return outcome.IsOk ? Results.Redirect($"/ledger/verify/{voice.IndicatorId}/{voice.Period}") : LedgerRoutes.Refused(outcome.Refusal);
    }

    private static async Task<IResult> FileAsync(Guid id, LedgerAccess access, AttachmentStore store, LuoshiDb db, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (await db.Set<Voice>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == id, cancellation) is not { Evidence: { } hash } voice || await UnitAsync(db, voice.IndicatorId, cancellation) is not { } unit)
            return Page.NotFound();
        if (!await access.MaySeeEvidenceAsync(unit, cancellation))
            return LedgerRoutes.Refused(LedgerRefusals.NotAllowed);
        var file = (await store.ByContentAsync([hash], cancellation)).GetValueOrDefault(hash);
        return file is not null && await store.OpenAsync(file.Id, cancellation) is { } content ? content.ToResult(context) : Page.NotFound();
    }

    private static Task<Guid?> UnitAsync(LuoshiDb db, Guid indicator, CancellationToken cancellation) =>
        db.Set<Indicator>().Where(i => i.Id == indicator).Select(i => i.UnitId).FirstOrDefaultAsync(cancellation);

    private static async Task<(string? Name, byte[]? Content)> FileOfAsync(IFormCollection sent, CancellationToken cancellation)
    {
        if (sent.Files is not [{ Length: > 0 } file])
            return (null, null);
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellation);
        return (Path.GetFileName(file.FileName), memory.ToArray());
    }
}
