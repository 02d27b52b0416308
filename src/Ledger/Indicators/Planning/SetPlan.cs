using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Indicators.Planning;

/// <summary>What is planned of one indicator: an amount to date by month, or dated steps counted back from the deadline.</summary>
internal sealed record WantedPlan
{
    public required Guid IndicatorId { get; init; }

    /// <summary>The version of the indicator that was looked at.</summary>
    public required int SeenVersion { get; init; }

    /// <summary>To date, in base units, by month of the plan; months left out are not planned.</summary>
    public IReadOnlyDictionary<int, decimal> Amounts { get; init; } = new Dictionary<int, decimal>();

    /// <summary>In the order they are taken; the last is done on <see cref="Deadline"/>.</summary>
    public IReadOnlyList<StepLength> Steps { get; init; } = [];

    public DateOnly? Deadline { get; init; }

    /// <summary>The first day the changed plan holds, not later than today; null for today.</summary>
    public DateOnly? From { get; init; }

    public string? Decision { get; init; }

    public string? Reason { get; init; }

    public PlanGround Ground => new(From, Decision, Reason);
}

/// <summary>
/// Writes the planned curve by month and counts steps back from their deadline (倒排工期). Until the first number is accepted the
/// plan is a draft; afterwards it changes only by a recorded decision, and the months before keep the plan that held in them. The promise is
/// not touched.
/// </summary>
internal sealed class SetPlan(LuoshiDb db, PlanVersions versions, RateUnits rate)
{
    public const int MostSteps = 30;

    public async Task<Outcome<Guid>> RunAsync(WantedPlan wanted, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<Indicator>().FirstOrDefaultAsync(i => i.Id == wanted.IndicatorId, cancellation) is not { } indicator)
            return LedgerRefusals.NotFound;
        if (indicator.RowVersion != wanted.SeenVersion)
            return LedgerRefusals.Conflict;
        var item = await db.Set<Item>().FirstAsync(i => i.Id == indicator.ItemId, cancellation);
        var list = await db.Set<PromiseList>().FirstAsync(l => l.Id == item.ListId, cancellation);
        if (list.Closed)
            return LedgerRefusals.ListClosed;
        if (await FaultAsync(wanted, indicator, list, cancellation) is { } fault)
            return fault;

        db.Begin(LedgerProcesses.SetPlan, acting.Actor, wanted.Reason, wanted.Decision);
        var since = await WriteAsync(wanted, acting, cancellation);
        // Plans are rows of their own: the indicator's version moves with them, and the item's too, since the task sheet shows
        // and writes the same months. So nobody overwrites them unseen.
        db.Entry(item).Property(i => i.Status).IsModified = true;
        db.Entry(indicator).Property(i => i.Number).IsModified = true;
        try
        {
            await rate.SaveAsync([indicator.Id], since, cancellation);
            return indicator.ItemId;
        }
        catch (DbUpdateException)
        {
            return LedgerRefusals.Conflict;
        }
    }

    private async Task<Refusal?> FaultAsync(WantedPlan wanted, Indicator indicator, PromiseList list, CancellationToken cancellation)
    {
        if (Lengths.Fault(("decision", wanted.Decision, Target.MaxDecision), ("reason", wanted.Reason, Target.MaxReason)) is { } tooLong)
            return tooLong;
        if (wanted.Amounts.Keys.Any(m => m < 1 || m > list.Plan.Months))
            return PlanRefusals.NoSuchMonth(list.Plan.Months);
        var ordered = wanted.Amounts.OrderBy(a => a.Key).Select(a => a.Value).ToArray();
        if (indicator.Kind != IndicatorKind.Rate && ordered.Zip(ordered.Skip(1)).Any(pair => pair.Second < pair.First))
            return PlanRefusals.Falls;
        if (wanted.Steps.Count > MostSteps || wanted.Steps.Any(s => s.Name.Length is 0 or > IndicatorStep.MaxName || s.Days is < 1 or > 3660))
            return PlanRefusals.BadSteps;
        if (wanted.Steps.Count > 0 && wanted.Deadline is null)
            return LedgerRefusals.Missing("deadline", "完成时限", "deadline");
        if (wanted.Steps.Count > 0 && indicator.Kind is not (IndicatorKind.Milestone or IndicatorKind.Policy))
            return PlanRefusals.NoSteps;
        return await versions.FaultAsync(wanted.Ground, [indicator.Id], cancellation);
    }

    /// <returns>The first day with another plan; null where it stays as it is.</returns>
    private async Task<DateOnly?> WriteAsync(WantedPlan wanted, ActingPerson acting, CancellationToken cancellation)
    {
        var months = await db.Set<PlanEntry>().Where(p => p.IndicatorId == wanted.IndicatorId).ToListAsync(cancellation);
        var steps = await db.Set<IndicatorStep>().Where(s => s.IndicatorId == wanted.IndicatorId).OrderBy(s => s.Number).ToListAsync(cancellation);
        var former = new FormerPlan(Differ(wanted, months) ? months : null, Differ(wanted, steps) ? steps : null);
        if (former == default)
            return null;
        var since = await versions.KeepAsync(new Dictionary<Guid, FormerPlan> { [wanted.IndicatorId] = former }, wanted.Ground, acting, cancellation);
        if (former.Months is not null)
            Months(wanted, months);
        if (former.Steps is not null)
            Steps(wanted, steps);
        return since;
    }

    private static bool Differ(WantedPlan wanted, List<PlanEntry> stored)
    {
        var planned = stored.Where(r => r.Amount is not null).ToDictionary(r => r.Month, r => r.Amount);
        return planned.Count != wanted.Amounts.Count || planned.Any(p => !wanted.Amounts.TryGetValue(p.Key, out var amount) || amount != p.Value);
    }

    /// <summary>Nothing typed leaves the steps as they are; what is done is no longer planned.</summary>
    private static bool Differ(WantedPlan wanted, List<IndicatorStep> stored)
    {
        if (wanted.Steps.Count == 0)
            return false;
        var planned = BackwardSchedule.From(wanted.Deadline ?? default, wanted.Steps);
        return stored.Any(s => s.Done is null && planned.All(p => p.Name != s.Name))
            || planned.Where((p, i) => stored.Find(s => s.Name == p.Name) is not { } step || (step.Done is null && (step.Due, step.Number) != (p.Due, i + 1))).Any();
    }

    private void Months(WantedPlan wanted, List<PlanEntry> stored)
    {
        foreach (var row in stored.Where(r => !wanted.Amounts.ContainsKey(r.Month)))
        {
            // Words of the quarter stay, the number goes.
            if (row.Words is null)
                db.Remove(row);
            else
                row.Amount = null;
        }

        foreach (var (month, amount) in wanted.Amounts)
        {
            var row = stored.Find(r => r.Month == month);
            if (row is null)
                db.Add(row = new PlanEntry { IndicatorId = wanted.IndicatorId, Month = month });
            row.Amount = amount;
        }
    }

    /// <summary>A step that is done stays as it was; the others are planned anew behind it.</summary>
    private void Steps(WantedPlan wanted, List<IndicatorStep> stored)
    {
        var planned = BackwardSchedule.From(wanted.Deadline ?? default, wanted.Steps);
        foreach (var gone in stored.Where(s => s.Done is null && planned.All(p => p.Name != s.Name)))
            db.Remove(gone);
        for (var i = 0; i < planned.Count; i++)
        {
            var row = stored.Find(s => s.Name == planned[i].Name);
            if (row is null)
                db.Add(new IndicatorStep { IndicatorId = wanted.IndicatorId, Number = i + 1, Name = planned[i].Name, Due = planned[i].Due });
            else if (row.Done is null)
                (row.Number, row.Due) = (i + 1, planned[i].Due);
        }
    }
}

internal static class PlanRefusals
{
    public static Refusal Falls { get; } = new("plan.falls", "计划数是年初以来的累计数，后一个月不能小于前一个月。", "Planned amounts are to date: a later month cannot be smaller than an earlier one.", "plan");

    public static Refusal BadSteps { get; } = new("plan.bad_steps", "每行写一个节点和所需天数，例如“公开招标 30”；名称不能为空，天数在 1 到 3660 之间。", "One step a line with the days it takes, such as \"公开招标 30\"; no empty names, 1 to 3660 days.", "steps");

    public static Refusal NoSteps { get; } = new("plan.no_steps", "节点计划只用于节点类或政策类指标；按数量考核的指标请填各月计划数。", "Steps are for milestones and policies; an indicator that is counted has amounts by month.", "steps");

    public static Refusal NoSuchMonth(int months) => new("plan.no_such_month", $"计划期只有{months}个月。", $"The plan has {months} months only.", "plan");
}
