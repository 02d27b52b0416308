using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Items.Adding;

internal sealed record NewIndicator
{
    public required Guid ItemId { get; init; }

    public required string Name { get; init; }

    public required PrintedUnit Unit { get; init; }

    public Direction Direction { get; init; }

    /// <summary>In base units; null for what is watched without a promised number.</summary>
    public decimal? Promised { get; init; }

    public Bound Bound { get; init; }

    public decimal? WorkingPlan { get; init; }
}

/// <summary>Adds one indicator to an item by hand, with the first version of its target. The item's unit reports it.</summary>
internal sealed class AddIndicator(LuoshiDb db, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(NewIndicator wanted, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<Item>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == wanted.ItemId, cancellation) is not { } item)
            return LedgerRefusals.NotFound;
        if (await db.Set<PromiseList>().AnyAsync(l => l.Id == item.ListId && l.Closed, cancellation))
            return LedgerRefusals.ListClosed;
        if (Fault(wanted) is { } fault)
            return fault;

        var siblings = await db.Set<Indicator>().AsNoTracking().Where(i => i.ItemId == item.Id).ToListAsync(cancellation);
        if (siblings.Exists(s => s.Name == wanted.Name.Trim() && s.Stage == Stage.None && s.PartOfId is null && !s.Retired))
            return new Refusal("indicator.twice", "该事项已有同名指标，请换一个名称。", "The item has an indicator of this name; choose another.", "name");
        var units = await db.Set<ItemUnit>().AsNoTracking().Where(u => u.ItemId == item.Id).ToListAsync(cancellation);
        db.Begin(LedgerProcesses.AddIndicator, acting.Actor);
        var indicator = new Indicator
        {
            ItemId = item.Id,
            QuantityId = Guid.CreateVersion7(),
            Number = siblings.Select(s => s.Number).DefaultIfEmpty().Max() + 1,
            Name = wanted.Name.Trim(),
            Kind = KindOf(wanted),
            Direction = wanted.Direction,
            Unit = wanted.Unit.Unit,
            Power = wanted.Unit.Power,
            Ceiling = wanted.Unit.Unit == "%" ? 100 : null,
            UnitId = units.Count == 0 ? null : units.MinBy(u => u.Role)?.UnitId,
        };
        db.Add(indicator);
        db.Add(new Target
        {
            IndicatorId = indicator.Id,
            Version = 1,
            Promised = wanted.Promised,
            Bound = wanted.Bound,
            WorkingPlan = wanted.WorkingPlan,
            Deadline = item.Deadline,
            ByPost = acting.Actor.PostId,
            At = clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(cancellation);
        return indicator.Id;
    }

    private static Refusal? Fault(NewIndicator wanted)
    {
        if (string.IsNullOrWhiteSpace(wanted.Name))
            return LedgerRefusals.Missing("name", "指标名称", "name of the indicator");
        if (wanted.Name.Length > Indicator.MaxName)
            return LedgerRefusals.TooLong("name", Indicator.MaxName);
        if (wanted.Unit.Unit.Length == 0)
            return LedgerRefusals.Missing("unit", "计量单位", "unit");
        return wanted.Unit.Unit.Length > Indicator.MaxUnit ? LedgerRefusals.TooLong("unit", Indicator.MaxUnit) : null;
    }

    private static IndicatorKind KindOf(NewIndicator wanted) => wanted switch
    {
        { Promised: null } => IndicatorKind.Open,
        { Unit.Unit: "%" } => IndicatorKind.Rate,
        { Unit.Unit: "元" } => IndicatorKind.Money,
        _ => IndicatorKind.Quantity,
    };
}
