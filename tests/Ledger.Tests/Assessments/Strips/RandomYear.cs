using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Storage;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Assessments.Strips;

/// <summary>A ledger of made-up indicators of every kind, and changes to it of every kind.</summary>
internal sealed class RandomYear(TestDatabase database, int seed)
{
    private readonly Random random = new(seed);
    private readonly Guid?[] units = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), null];
    private readonly List<Guid> indicators = [];

    private static DateTime At => new(2025, 1, 20, 2, 0, 0, DateTimeKind.Utc);

    public PromiseList List { get; } = new() { Title = "海岳市2025年市办实事", Place = "海岳市", Plan = Period.OfYear(2025), Year = 2025 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task MakeAsync()
    {
        await using var db = LedgerDatabase.Open(database);
        db.Add(List);
        var item = new Item { ListId = List.Id, Number = 1, Name = "事项" };
        db.Add(item);
        for (var i = 0; i < 24; i++)
            Indicator(db, item, i);
        await db.SaveChangesAsync(Stop);
        foreach (var indicator in indicators)
            Figures(db, indicator);
        await db.SaveChangesAsync(Stop);
    }

    /// <summary>Some of the rows rating reads are changed, as handlers change them: by entities.</summary>
    public async Task ChangeAsync()
    {
        await using var db = LedgerDatabase.Open(database);
        for (var i = random.Next(1, 5); i > 0; i--)
            await ChangeOneAsync(db, indicators[random.Next(indicators.Count)]);
        await db.SaveChangesAsync(Stop);
    }

    private async Task ChangeOneAsync(LuoshiDb db, Guid indicator)
    {
        switch (random.Next(9))
        {
            case 0:
                var version = await db.Set<Target>().CountAsync(t => t.IndicatorId == indicator, Stop) + db.Set<Target>().Local.Count(t => t.IndicatorId == indicator) + 1;
                db.Add(Target(indicator, version));
                break;
            case 1:
                foreach (var figure in await db.Set<AcceptedFigure>().Where(f => f.IndicatorId == indicator).ToListAsync(Stop))
                    figure.Value = Value();
                break;
            case 2:
                db.RemoveRange(await db.Set<AcceptedFigure>().Where(f => f.IndicatorId == indicator).Take(1).ToListAsync(Stop));
                break;
            case 3:
                (await db.Set<Indicator>().SingleAsync(i => i.Id == indicator, Stop)).UnitId = units[random.Next(units.Length)];
                break;
            case 4:
                (await db.Set<Indicator>().SingleAsync(i => i.Id == indicator, Stop)).Retired = random.Next(2) == 0;
                break;
            case 6:
                var number = await db.Set<PlanChange>().CountAsync(c => c.IndicatorId == indicator, Stop) + db.Set<PlanChange>().Local.Count(c => c.IndicatorId == indicator) + 1;
                db.Add(new PlanChange { IndicatorId = indicator, Number = number, From = Day(), Before = random.Next(3) == 0 ? "" : $"3={random.Next(9)} 9={random.Next(9, 400)}.5", At = At });
                break;
            case 8:
                var next = await db.Set<PlanChange>().CountAsync(c => c.IndicatorId == indicator, Stop) + db.Set<PlanChange>().Local.Count(c => c.IndicatorId == indicator) + 1;
                db.Add(new PlanChange { IndicatorId = indicator, Number = next, From = Day(), StepsBefore = random.Next(3) == 0 ? "" : $"{Day():yyyy-MM-dd} 公开 招标\n{Day():yyyy-MM-dd} 竣工", At = At });
                break;
            case 5:
                if (await db.Set<IndicatorStep>().FirstOrDefaultAsync(s => s.IndicatorId == indicator && s.Done == null, Stop) is { } step)
                    step.Done = Day();
                break;
            default:
                var entry = await db.Set<PlanEntry>().FirstOrDefaultAsync(p => p.IndicatorId == indicator, Stop);
                if (entry is not null)
                    entry.Amount = random.Next(3) == 0 ? null : Value();
                break;
        }
    }

    private void Indicator(LuoshiDb db, Item item, int number)
    {
        var kind = Enum.GetValues<IndicatorKind>()[random.Next(6)];
        var indicator = new Indicator
        {
            ItemId = item.Id,
            Number = number,
            QuantityId = Guid.NewGuid(),
            Name = "指标",
            Kind = kind,
            Counting = random.Next(2) == 0 ? Counting.Cumulative : Counting.InPeriod,
            Direction = random.Next(4) == 0 ? Direction.LowerIsBetter : Direction.HigherIsBetter,
            CountsAsPromised = random.Next(4) > 0,
            Unit = random.Next(2) == 0 ? "人" : "公里",
            Power = random.Next(3) == 0 ? 10_000 : 1,
            Baseline = kind == IndicatorKind.Rate && random.Next(2) == 0 ? Value() : null,
            UnitId = units[random.Next(units.Length)],
        };
        db.Add(indicator);
        indicators.Add(indicator.Id);
        for (var version = 1; version <= random.Next(4); version++)
            db.Add(Target(indicator.Id, version));
        if (random.Next(3) == 0)
        {
            foreach (var month in new[] { 3, 6, 9, 12 })
                db.Add(new PlanEntry { IndicatorId = indicator.Id, Month = month, Amount = random.Next(4) == 0 ? null : Value(), Words = "按月" });
        }

        if (kind is IndicatorKind.Milestone or IndicatorKind.Policy)
        {
            for (var step = 1; step <= random.Next(4); step++)
                db.Add(new IndicatorStep { IndicatorId = indicator.Id, Number = step, Name = $"第{step}步", Due = Day(), Done = random.Next(2) == 0 ? Day() : null });
        }
    }

    private Target Target(Guid indicator, int version) => new()
    {
        IndicatorId = indicator,
        Version = version,
        From = version == 1 || random.Next(3) == 0 ? null : Day(),
        Promised = random.Next(6) == 0 ? null : Value(),
        Bound = Enum.GetValues<Bound>()[random.Next(Enum.GetValues<Bound>().Length)],
        WorkingPlan = random.Next(4) == 0 ? Value() : null,
        Deadline = random.Next(3) == 0 ? Day() : null,
        At = At,
    };

    private void Figures(LuoshiDb db, Guid indicator)
    {
        var from = random.Next(1, 13);
        for (var month = from; month <= Math.Min(12, from + random.Next(6)); month++)
        {
            var period = Period.OfMonth(2025, month);
            var report = new UnitReport { UnitId = Guid.NewGuid(), Period = period, PeriodEnd = period.LastDay, Version = 1, State = ReportState.Accepted, Since = At };
            // Some units have a report on its way, others none: both are rated.
            if (random.Next(3) == 0 && units[random.Next(3)] is { } unit && !db.Set<UnitReport>().Local.Any(r => r.UnitId == unit && r.PeriodEnd == period.LastDay))
                report = new UnitReport { UnitId = unit, Period = period, PeriodEnd = period.LastDay, Version = 1, State = ReportState.Submitted, Since = At };
            db.Add(report);
            db.Add(new AcceptedFigure { IndicatorId = indicator, Period = period, PeriodEnd = period.LastDay, Value = Value(), ReportId = report.Id });
        }
    }

    private DateOnly Day() => new DateOnly(2025, 1, 1).AddDays(random.Next(400));

    /// <summary>Noughts, fractions, long fractions and numbers too large for a machine word.</summary>
    private decimal Value() => random.Next(8) switch
    {
        0 => 0,
        1 => random.Next(1, 1000) / 3m,
        2 => 79_228_162_514_264_337.5m,
        3 => random.Next(1, 100_000) / 10m,
        _ => random.Next(1, 500),
    };
}
