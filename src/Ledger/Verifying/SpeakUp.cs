using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Attachments;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Verifying;

using Level = Assessments.Verification;

internal sealed record NewVoice
{
    public required Guid IndicatorId { get; init; }

    public required Period Period { get; init; }

    public required Level Level { get; init; }

    /// <summary>The number the verifier looked at; another one by now is a conflict.</summary>
    public required decimal SeenValue { get; init; }

    public required string Basis { get; init; }

    public string? FileName { get; init; }

    public byte[]? Content { get; init; }
}

/// <summary>Says of a number how far it was checked, or clears up what was said. Who reported it or signed for it does not verify it.</summary>
internal sealed class SpeakUp(LuoshiDb db, AttachmentStore store, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(NewVoice wanted, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (await db.Set<Indicator>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == wanted.IndicatorId, cancellation) is not { } indicator)
            return LedgerRefusals.NotFound;
        if (Hands(wanted.Level, acting, indicator) is { } denied)
            return denied;
        if (Text(wanted.Basis) is { } fault)
            return fault;
        if (wanted.Level == Level.Certified && wanted.Content is null)
            return VerificationRefusals.PaperNeeded;
        if (await FigureAsync(wanted, acting, cancellation) is { } refusal)
            return refusal;

        db.Begin(LedgerProcesses.Verify, acting.Actor, wanted.Basis);
        AttachmentView? paper = null;
        if (wanted is { Content: { } content } && !(await store.AddAsync(wanted.FileName ?? "file", content, acting.Actor.AccountId, cancellation)).TryGet(out paper, out var notTaken))
            return notTaken with { Where = "file" };
        var voice = new Voice
        {
            IndicatorId = wanted.IndicatorId,
            Period = wanted.Period,
            PeriodEnd = wanted.Period.LastDay,
            Level = wanted.Level,
            Value = wanted.SeenValue,
            Basis = wanted.Basis.Trim(),
            Evidence = paper?.Sha256,
            FileName = paper?.FileName,
            VerifierPerson = acting.Person,
            VerifierPost = acting.Actor.PostId,
            At = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(voice);
        return await SaveAsync(voice, [voice], cancellation);
    }

    /// <summary>A contradiction is cleared up, or a confirmation taken back, by those who may verify; the report's own people may not.</summary>
    public async Task<Outcome<Guid>> ClearAsync(Guid id, string reason, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (await db.Set<Voice>().FirstOrDefaultAsync(v => v.Id == id, cancellation) is not { } voice)
            return LedgerRefusals.NotFound;
        if (acting.Hand is not (Hand.Office or Hand.Inspector))
            return LedgerRefusals.NotAllowed;
        if (Text(reason, "reason") is { } fault)
            return fault;
        if (voice.ClearedAt is not null)
            return VerificationRefusals.Cleared;
        if (await OwnAsync(voice.IndicatorId, voice.PeriodEnd, acting, withApprover: true, cancellation) is { } own)
            return own;
        db.Begin(LedgerProcesses.ClearVerification, acting.Actor, reason);
        (voice.ClearedAt, voice.ClearedReason, voice.ClearedByPost) = (clock.GetUtcNow().UtcDateTime, reason.Trim(), acting.Actor.PostId);
        return await SaveAsync(voice, [], cancellation);
    }

    private static Refusal? Hands(Level level, ActingPerson acting, Indicator indicator) => level switch
    {
        Level.Certified when acting.Hand == Hand.UnitLeader && acting.Unit == indicator.UnitId => null,
        Level.Certified or Level.Inspected or Level.CitizenConfirmed or Level.Contradicted when acting.Hand is Hand.Office or Hand.Inspector => null,
        Level.None or Level.SelfReported => VerificationRefusals.NoLevel,
        _ => LedgerRefusals.NotAllowed,
    };

    private static Refusal? Text(string text, string field = "basis")
    {
        if (string.IsNullOrWhiteSpace(text))
            return field == "basis" ? LedgerRefusals.Missing(field, "核验依据", "ground") : LedgerRefusals.Missing(field, "理由", "reason");
        return text.Length > Voice.MaxBasis ? LedgerRefusals.TooLong(field, Voice.MaxBasis) : null;
    }

    private async Task<Refusal?> FigureAsync(NewVoice wanted, ActingPerson acting, CancellationToken cancellation)
    {
        var end = wanted.Period.LastDay;
        if (await db.Set<AcceptedFigure>().AsNoTracking().FirstOrDefaultAsync(f => f.IndicatorId == wanted.IndicatorId && f.PeriodEnd == end, cancellation) is not { } figure)
            return VerificationRefusals.NoFigure;
        if (figure.Value != wanted.SeenValue)
            return VerificationRefusals.FigureMoved;
        // Certifying is the unit leader's own duty; everything stronger is for people who had no part in the report.
        return await OwnAsync(wanted.IndicatorId, end, acting, withApprover: wanted.Level != Level.Certified, cancellation);
    }

    private async Task<Refusal?> OwnAsync(Guid indicator, DateOnly end, ActingPerson acting, bool withApprover, CancellationToken cancellation)
    {
        var report = await db.Set<AcceptedFigure>().AsNoTracking().Where(f => f.IndicatorId == indicator && f.PeriodEnd == end)
            .Join(db.Set<UnitReport>(), f => f.ReportId, r => r.Id, (f, r) => new { r.ReporterPerson, r.ApproverPerson }).FirstOrDefaultAsync(cancellation);
        return report?.ReporterPerson == acting.Person || (withApprover && report?.ApproverPerson == acting.Person) ? VerificationRefusals.OwnReport : null;
    }

    /// <summary>The rating of the period shows the level too, so that lists can be filtered by it.</summary>
    private async Task<Outcome<Guid>> SaveAsync(Voice changed, IReadOnlyList<Voice> added, CancellationToken cancellation)
    {
        var (indicator, end) = (changed.IndicatorId, changed.PeriodEnd);
        var others = await db.Set<Voice>().Where(v => v.IndicatorId == indicator && v.PeriodEnd == end).ToListAsync(cancellation);
        var figure = await db.Set<AcceptedFigure>().AsNoTracking().Where(f => f.IndicatorId == indicator && f.PeriodEnd == end).Select(f => (decimal?)f.Value).FirstOrDefaultAsync(cancellation);
        if (await db.Set<StoredAssessment>().FirstOrDefaultAsync(a => a.IndicatorId == indicator && a.PeriodEnd == end, cancellation) is { } rated)
            rated.Verification = VerificationLevels.Of(figure, others.Concat(added));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return changed.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return LedgerRefusals.Conflict;
        }
    }
}
