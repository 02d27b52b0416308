using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Reports.Keeping;

/// <param name="Fields">By the names they have in the form.</param>
internal sealed record KeptTyping(int SeenVersion, IReadOnlyDictionary<string, string> Fields, DateTime At);

/// <summary>Keeps what somebody is typing on the server, so that another device or a new session can go on with it.</summary>
internal sealed class KeepTyped(LuoshiDb db, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Refusal TooMuch { get; } = new("report.typed_too_much", "填写的内容过多，未能暂存；请先保存草稿。", "Too much was typed to keep it aside; save the draft.");

    public async Task<Outcome<DateTime>> RunAsync(Guid unit, Period period, int seen, IReadOnlyDictionary<string, string> fields, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (!acting.MayAct(Hand.Reporter, unit) || acting.Actor.AccountId is not { } account)
            return LedgerRefusals.NotAllowed;
        var end = period.LastDay;
        if (await db.Set<UnitReport>().Where(r => r.UnitId == unit && r.PeriodEnd == end).OrderByDescending(r => r.Version).Select(r => (ReportState?)r.State).FirstOrDefaultAsync(cancellation) is { } state and not ReportState.Draft)
            return ApprovalRefusals.NotNow(ReportAction.Save, state);
        var text = JsonSerializer.Serialize(fields, Json);
        if (text.Length > TypedDraft.MaxLength)
            return TooMuch;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await UpdateAsync(account, unit, end, seen, text, now, cancellation))
            return now;
        db.Add(new TypedDraft { AccountId = account, UnitId = unit, PeriodEnd = end, SeenVersion = seen, Fields = text, At = now });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another window of the same person was first.
            await UpdateAsync(account, unit, end, seen, text, now, cancellation);
        }

        return now;
    }

    public async Task<KeptTyping?> OfAsync(Guid account, Guid unit, Period period, CancellationToken cancellation = default)
    {
        var end = period.LastDay;
        var kept = await db.Set<TypedDraft>().AsNoTracking().FirstOrDefaultAsync(d => d.AccountId == account && d.UnitId == unit && d.PeriodEnd == end, cancellation);
        return kept is null ? null : new KeptTyping(kept.SeenVersion, JsonSerializer.Deserialize<Dictionary<string, string>>(kept.Fields, Json) ?? [], kept.At);
    }

    /// <summary>At once and by itself: the report that took its place is stored, or the person threw it away.</summary>
    public async Task ForgetAsync(Guid account, Guid unit, Period period, CancellationToken cancellation = default)
    {
        var end = period.LastDay;
        await db.Set<TypedDraft>().Where(d => d.AccountId == account && d.UnitId == unit && d.PeriodEnd == end).ExecuteDeleteAsync(cancellation);
    }

    private async Task<bool> UpdateAsync(Guid account, Guid unit, DateOnly end, int seen, string text, DateTime now, CancellationToken cancellation) =>
        await db.Set<TypedDraft>().Where(d => d.AccountId == account && d.UnitId == unit && d.PeriodEnd == end)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.SeenVersion, seen).SetProperty(d => d.Fields, text).SetProperty(d => d.At, now), cancellation) > 0;
}
