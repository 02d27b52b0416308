using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.TaskSheets;

internal sealed record TaskFund(string Source, decimal Planned, decimal Arrived, decimal Paid);

internal sealed record TaskPlan(Guid Indicator, int Month, decimal? Amount, string? Words);

/// <summary>An item's line of the task sheet as typed. Units, posts and deadlines change by assigning, targets by decision.</summary>
internal sealed record TaskEdit
{
    public required Guid ItemId { get; init; }

    /// <summary>The version of the item that was looked at.</summary>
    public required int SeenVersion { get; init; }

    public string Content { get; init; } = "";

    public string? Location { get; init; }

    public MapPlace? Place { get; init; }

    public string? Contact { get; init; }

    public string? PolicyBasis { get; init; }

    public string? PublicSummary { get; init; }

    public decimal? TotalInvestment { get; init; }

    public decimal? YearInvestment { get; init; }

    /// <summary>All sources; one without any money is left out of the sheet.</summary>
    public IReadOnlyList<TaskFund> Funds { get; init; } = [];

    /// <summary>The months that were on the form; an empty one takes its entry away.</summary>
    public IReadOnlyList<TaskPlan> Plan { get; init; } = [];

    /// <summary>The first day a changed plan holds, not later than today; null for today.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The paper a changed plan rests on, once something was accepted against the old one.</summary>
    public string? Decision { get; init; }

    public string? Reason { get; init; }

    public PlanGround Ground => new(From, Decision, Reason);
}

/// <summary>Writes an item's line of the task sheet by hand.</summary>
internal sealed class EditTask(LuoshiDb db, PlanVersions versions, RateUnits rate)
{
    public async Task<Outcome<Guid>> RunAsync(TaskEdit wanted, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<Item>().FirstOrDefaultAsync(i => i.Id == wanted.ItemId, cancellation) is not { } item)
            return LedgerRefusals.NotFound;
        if (item.RowVersion != wanted.SeenVersion)
            return LedgerRefusals.Conflict;
        if (await db.Set<PromiseList>().AnyAsync(l => l.Id == item.ListId && l.Closed, cancellation))
            return LedgerRefusals.ListClosed;
        var plans = await PlannedAsync(wanted, cancellation);
        if (await FaultAsync(wanted, plans, cancellation) is { } fault)
            return fault;

        db.Begin(LedgerProcesses.EditTask, acting.Actor, Blank(wanted.Reason), Blank(wanted.Decision));
        item.Content = wanted.Content.Trim();
        (item.Location, item.Contact, item.PolicyBasis, item.PublicSummary) = (Blank(wanted.Location), Blank(wanted.Contact), Blank(wanted.PolicyBasis), Blank(wanted.PublicSummary));
        (item.Latitude, item.Longitude) = (wanted.Place?.Latitude, wanted.Place?.Longitude);
        (item.TotalInvestment, item.YearInvestment) = (wanted.TotalInvestment, wanted.YearInvestment);
        // Funds and plans are rows of their own: the item's version moves with them, so that nobody overwrites them unseen.
        db.Entry(item).Property(i => i.Content).IsModified = true;
        await FundsAsync(wanted, cancellation);
        var counted = plans.Where(p => p.AmountsDiffer).ToDictionary(p => p.Indicator.Id, p => new FormerPlan(p.Stored));
        var since = counted.Count > 0 ? await versions.KeepAsync(counted, wanted.Ground, acting, cancellation) : (DateOnly?)null;
        foreach (var plan in plans)
            Write(plan);
        try
        {
            await rate.SaveAsync(plans.ConvertAll(p => p.Indicator.Id), since, cancellation);
            return item.Id;
        }
        catch (DbUpdateException)
        {
            return LedgerRefusals.Conflict;
        }
    }

    private async Task<Refusal?> FaultAsync(TaskEdit wanted, List<ChangedPlan> plans, CancellationToken cancellation)
    {
        if (Lengths.Fault(
            ("content", wanted.Content, Item.MaxContent),
            ("location", wanted.Location, Item.MaxLocation),
            ("contact", wanted.Contact, Item.MaxContact),
            ("basis", wanted.PolicyBasis, Item.MaxBasis),
            ("summary", wanted.PublicSummary, Item.MaxSummary),
            ("decision", wanted.Decision, Target.MaxDecision),
            ("reason", wanted.Reason, Target.MaxReason)) is { } tooLong)
            return tooLong;
        if (wanted.Funds.FirstOrDefault(f => !FundSources.All.Contains(f.Source) || f.Planned < 0 || f.Arrived < 0 || f.Paid < 0) is { } odd)
            return new Refusal("task.bad_fund", $"“{odd.Source}”的金额不能为负。", $"Money from \"{odd.Source}\" cannot be negative.", "funds");
        if (wanted.Funds.FirstOrDefault(f => f.Paid > f.Arrived) is { } fast)
            return new Refusal("task.paid_over_arrived", $"{fast.Source}拨付数大于到位数，请核对。", $"More was allocated from {FundSources.Name(fast.Source).English} than has arrived; please check.", "funds");
        if (wanted.Plan.FirstOrDefault(p => p.Words?.Length > PlanEntry.MaxWords) is not null)
            return LedgerRefusals.TooLong("plan", PlanEntry.MaxWords);
        var ids = wanted.Plan.Select(p => p.Indicator).Distinct().ToList();
        if (await db.Set<Indicator>().CountAsync(i => ids.Contains(i.Id) && i.ItemId == wanted.ItemId, cancellation) != ids.Count)
            return LedgerRefusals.NotFound;
        if (plans.Exists(p => p.Falls))
            return PlanRefusals.Falls;
        return await versions.FaultAsync(wanted.Ground, plans.ConvertAll(p => p.Indicator.Id), cancellation);
    }

    private async Task FundsAsync(TaskEdit wanted, CancellationToken cancellation)
    {
        var stored = await db.Set<ItemFund>().Where(f => f.ItemId == wanted.ItemId).ToListAsync(cancellation);
        foreach (var fund in wanted.Funds)
        {
            var row = stored.Find(f => f.Source == fund.Source);
            if (fund is { Planned: 0, Arrived: 0, Paid: 0 })
            {
                if (row is not null)
                    db.Remove(row);
                continue;
            }

            if (row is null)
                db.Add(row = new ItemFund { ItemId = wanted.ItemId, Source = fund.Source });
            (row.Planned, row.Arrived, row.Paid) = (fund.Planned, fund.Arrived, fund.Paid);
        }
    }

    /// <summary>The indicators whose months are not as they stand; the others are left alone.</summary>
    private async Task<List<ChangedPlan>> PlannedAsync(TaskEdit wanted, CancellationToken cancellation)
    {
        var ids = wanted.Plan.Select(p => p.Indicator).Distinct().ToList();
        var stored = (await db.Set<PlanEntry>().Where(p => ids.Contains(p.IndicatorId)).ToListAsync(cancellation)).ToLookup(p => p.IndicatorId);
        var indicators = await db.Set<Indicator>().Where(i => ids.Contains(i.Id)).ToListAsync(cancellation);
        return [.. indicators.Select(i => new ChangedPlan(i, [.. stored[i.Id]], [.. wanted.Plan.Where(p => p.Indicator == i.Id).Select(p => p with { Words = Blank(p.Words) })])).Where(p => p.Differs)];
    }

    private void Write(ChangedPlan plan)
    {
        // The indicator's version moves with its months, as where the plan is set by itself.
        db.Entry(plan.Indicator).Property(i => i.Number).IsModified = true;
        foreach (var month in plan.Wanted)
        {
            var row = plan.Row(month);
            if (month is { Amount: null, Words: null })
            {
                if (row is not null)
                    db.Remove(row);
                continue;
            }

            if (row is null)
                db.Add(row = new PlanEntry { IndicatorId = plan.Indicator.Id, Month = month.Month });
            (row.Amount, row.Words) = (month.Amount, month.Words);
        }
    }

    private sealed record ChangedPlan(Indicator Indicator, IReadOnlyList<PlanEntry> Stored, IReadOnlyList<TaskPlan> Wanted)
    {
        public bool Differs => Wanted.Any(w => (w.Amount, w.Words) != (Row(w)?.Amount, Row(w)?.Words));

        public bool AmountsDiffer => Wanted.Any(w => w.Amount != Row(w)?.Amount);

        /// <summary>To date, a later month cannot be smaller than an earlier one.</summary>
        public bool Falls
        {
            get
            {
                var months = Stored.ToDictionary(p => p.Month, p => p.Amount);
                foreach (var month in Wanted)
                    months[month.Month] = month.Amount;
                var amounts = months.OrderBy(m => m.Key).Select(m => m.Value).OfType<decimal>().ToArray();
                return Indicator.Kind != IndicatorKind.Rate && amounts.Zip(amounts.Skip(1)).Any(pair => pair.Second < pair.First);
            }
        }

        public PlanEntry? Row(TaskPlan month) => Stored.FirstOrDefault(p => p.Month == month.Month);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
