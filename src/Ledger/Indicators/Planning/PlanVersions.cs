using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Reports;
using Luoshi.Platform;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Indicators.Planning;

/// <summary>What a changed plan rests on.</summary>
/// <param name="From">The first day it holds, not later than today; null for today. Months before it keep the plan that held in them.</param>
internal readonly record struct PlanGround(DateOnly? From, string? Decision, string? Reason);

/// <param name="Months">As they are stored; null where they stay.</param>
/// <param name="Steps">As they are stored; null where they stay.</param>
internal readonly record struct FormerPlan(IReadOnlyList<PlanEntry>? Months, IReadOnlyList<IndicatorStep>? Steps = null);

/// <summary>Keeps the plan that a decision takes the place of. A draft, against which nothing was accepted yet, is no version.</summary>
internal sealed class PlanVersions(LuoshiDb db, TimeProvider clock)
{
    public static Refusal NotYet { get; } = new("plan.not_yet", "生效日不能晚于今天；到那一天再记录调整。", "The plan cannot hold from a later day than today; record it when the day has come.", "from");

    /// <summary>Something was accepted against one of the plans: from then on they change only by a recorded decision.</summary>
    public async Task<bool> InForceAsync(List<Guid> indicators, CancellationToken cancellation) =>
        await db.Set<AcceptedFigure>().AnyAsync(f => indicators.Contains(f.IndicatorId), cancellation) || await db.Set<IndicatorStep>().AnyAsync(s => indicators.Contains(s.IndicatorId) && s.Done != null, cancellation);

    public async Task<Refusal?> FaultAsync(PlanGround ground, List<Guid> indicators, CancellationToken cancellation)
    {
        if (ground.From > LocalTime.Today(clock))
            return NotYet;
        var unfounded = string.IsNullOrWhiteSpace(ground.Decision) || string.IsNullOrWhiteSpace(ground.Reason);
        return unfounded && await InForceAsync(indicators, cancellation) ? LedgerRefusals.NeedsDecision : null;
    }

    /// <summary>Adds to the context what is to be kept of each plan before it is written over; saved with the change.</summary>
    /// <returns>The first day with another plan: every day for a draft.</returns>
    public async Task<DateOnly> KeepAsync(IReadOnlyDictionary<Guid, FormerPlan> plans, PlanGround ground, ActingPerson acting, CancellationToken cancellation)
    {
        var ids = plans.Keys.ToList();
        if (!await InForceAsync(ids, cancellation))
            return DateOnly.MinValue;
        var from = ground.From ?? LocalTime.Today(clock);
        var kept = await db.Set<PlanChange>().Where(c => ids.Contains(c.IndicatorId)).GroupBy(c => c.IndicatorId).Select(g => new { g.Key, Last = g.Max(c => c.Number) }).ToDictionaryAsync(g => g.Key, g => g.Last, cancellation);
        foreach (var (indicator, stored) in plans)
        {
            db.Add(new PlanChange
            {
                IndicatorId = indicator,
                Number = kept.GetValueOrDefault(indicator) + 1,
                From = from,
                Before = stored.Months is { } months ? PlanChange.Write(months) : null,
                StepsBefore = stored.Steps is { } steps ? PlanChange.Write(steps) : null,
                Decision = ground.Decision?.Trim(),
                Reason = ground.Reason?.Trim(),
                ByPost = acting.Actor.PostId,
                At = clock.GetUtcNow().UtcDateTime,
            });
        }

        return from;
    }
}
