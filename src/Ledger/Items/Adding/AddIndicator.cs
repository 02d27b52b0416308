using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Burden;
using Luoshi.Ledger.Imports.Sheets;
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

    /// <summary>Milestone and policy are told by hand; the others follow from unit and promise.</summary>
    public IndicatorKind? Kind { get; init; }

    public Counting Counting { get; init; }

    /// <summary>The verb of the promise: 开工, 建成, 发放.</summary>
    public string? StageWord { get; init; }

    public decimal? Baseline { get; init; }

    /// <summary>The headline this is a part of; its parts have to add up to it.</summary>
    public Guid? PartOf { get; init; }

    /// <summary>The officer was told that the unit is asked for the same elsewhere, and adds it all the same.</summary>
    public bool KnownTwice { get; init; }
}

/// <summary>Adds one indicator to an item by hand, with the first version of its target. The item's unit reports it.</summary>
internal sealed class AddIndicator(LuoshiDb db, BurdenMeter meter, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(NewIndicator wanted, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (await db.Set<Item>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == wanted.ItemId, cancellation) is not { } item)
            return LedgerRefusals.NotFound;
        if (await db.Set<PromiseList>().AsNoTracking().FirstAsync(l => l.Id == item.ListId, cancellation) is not { Closed: false, Year: var year })
            return LedgerRefusals.ListClosed;
        if (Fault(wanted) is { } fault)
            return fault;

        var siblings = await db.Set<Indicator>().AsNoTracking().Where(i => i.ItemId == item.Id).ToListAsync(cancellation);
        if (siblings.Exists(s => s.Name == wanted.Name.Trim() && s.Stage == TargetReader.StageOf(wanted.StageWord) && s.PartOfId == wanted.PartOf && !s.Retired))
            return new Refusal("indicator.twice", "该事项已有同名指标，请换一个名称。", "The item has an indicator of this name; choose another.", "name");
        if (await PartFaultAsync(wanted, siblings, cancellation) is { } part)
            return part;
        var units = await db.Set<ItemUnit>().AsNoTracking().Where(u => u.ItemId == item.Id).ToListAsync(cancellation);
        var reporter = units.Count == 0 ? null : units.MinBy(u => u.Role)?.UnitId;
        if (wanted is { KnownTwice: false, PartOf: null } && reporter is { } asked && await meter.AgainAsync(year, asked, item.Id, wanted.Name, wanted.Unit.Unit, cancellation) is { } again)
            return AskedAgain(again);
        db.Begin(LedgerProcesses.AddIndicator, acting.Actor);
        var indicator = new Indicator
        {
            ItemId = item.Id,
            PartOfId = wanted.PartOf,
            QuantityId = siblings.Find(s => s.Name == wanted.Name.Trim() && s.Unit == wanted.Unit.Unit && s.PartOfId == wanted.PartOf)?.QuantityId ?? Guid.CreateVersion7(),
            Stage = TargetReader.StageOf(wanted.StageWord),
            StageWord = string.IsNullOrWhiteSpace(wanted.StageWord) ? null : wanted.StageWord.Trim(),
            Counting = wanted.Counting,
            Baseline = wanted.Baseline,
            Number = siblings.Select(s => s.Number).DefaultIfEmpty().Max() + 1,
            Name = wanted.Name.Trim(),
            Kind = KindOf(wanted),
            Direction = wanted.Direction,
            Unit = wanted.Unit.Unit,
            Power = wanted.Unit.Power,
            Ceiling = wanted.Unit.Unit == "%" ? 100 : null,
            UnitId = reporter,
            GivenAt = reporter is null ? null : clock.GetUtcNow().UtcDateTime,
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

    /// <summary>Parts may be fewer than the whole while they are typed in, never more.</summary>
    private async Task<Refusal?> PartFaultAsync(NewIndicator wanted, List<Indicator> siblings, CancellationToken cancellation)
    {
        if (wanted.PartOf is not { } whole)
            return null;
        if (siblings.Find(s => s.Id == whole && s.PartOfId is null && !s.Retired) is not { } headline)
            return LedgerRefusals.NotFound with { Where = "partof" };
        if (headline.Unit != wanted.Unit.Unit)
            return new Refusal("indicator.part_unit", $"分项的单位应与“{headline.Name}”相同：{headline.Printed}。", $"A part has the unit of \"{headline.Name}\": {headline.Printed}.", "unit");
        var ids = siblings.Where(s => s.PartOfId == whole && !s.Retired).Select(s => s.Id).Append(whole).ToList();
        var targets = (await db.Set<Target>().AsNoTracking().Where(t => ids.Contains(t.IndicatorId)).ToListAsync(cancellation)).GroupBy(t => t.IndicatorId).ToDictionary(g => g.Key, g => g.MaxBy(t => t.Version)?.Promised);
        var sum = ids.Where(i => i != whole).Sum(i => targets.GetValueOrDefault(i) ?? 0) + (wanted.Promised ?? 0);
        return targets.GetValueOrDefault(whole) is { } goal && sum > goal
            ? new Refusal("indicator.parts_over", $"分项目标合计{headline.Printed.Print(sum)}，超过“{headline.Name}”的{headline.Printed.Print(goal)}。", $"The parts make {headline.Printed.Print(sum)}, more than the {headline.Printed.Print(goal)} of \"{headline.Name}\".", "promised")
            : null;
    }

    private static Refusal AskedAgain(Asked again) => new(
        "indicator.asked_twice",
        $"该单位已在《{again.ListTitle}》第{again.Number}项“{again.Item}”填报“{again.Name}”。同一承诺请关联，不要再问一遍；确需新增，请勾选“{BurdenTexts.Confirm.Chinese}”。",
        $"The unit reports \"{again.Name}\" in item {again.Number} of {again.ListTitle} already. Link the items if they carry one promise; tick \"{BurdenTexts.Confirm.English}\" to add it.",
        "name");

    private static Refusal? Fault(NewIndicator wanted)
    {
        if (string.IsNullOrWhiteSpace(wanted.Name))
            return LedgerRefusals.Missing("name", "指标名称", "name of the indicator");
        if (wanted.Name.Length > Indicator.MaxName)
            return LedgerRefusals.TooLong("name", Indicator.MaxName);
        // A step or a rule is counted in nothing.
        if (wanted.Unit.Unit.Length == 0 && wanted.Kind is not (IndicatorKind.Milestone or IndicatorKind.Policy))
            return LedgerRefusals.Missing("unit", "计量单位", "unit");
        return wanted.Unit.Unit.Length > Indicator.MaxUnit ? LedgerRefusals.TooLong("unit", Indicator.MaxUnit) : null;
    }

    private static IndicatorKind KindOf(NewIndicator wanted) => wanted switch
    {
        { Kind: { } told } => told,
        { Promised: null } => IndicatorKind.Open,
        { Unit.Unit: "%" } => IndicatorKind.Rate,
        { Unit.Unit: "元" } => IndicatorKind.Money,
        _ => IndicatorKind.Quantity,
    };
}
