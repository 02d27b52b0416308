using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Targets;

namespace Luoshi.Ledger.Benchmarks.Scale;

/// <summary>
/// A made-up province of so many places (towns and streets), thirty to a county. A county has a list of promises; every place of the
/// county reports every promise, so that a place's 200 indicators are 200 rows with its unit, as the ledger knows them.
/// </summary>
internal sealed class Province(int places, int indicators, int months)
{
    public const int PlacesPerCounty = 30;
    public const int Year = 2026;

    private readonly Random random = new(7);

    public int Counties => (places + PlacesPerCounty - 1) / PlacesPerCounty;

    public int Indicators => indicators;

    public int Months => months;

    private static DateTime At { get; } = new(Year, 1, 20, 2, 0, 0, DateTimeKind.Utc);

    public static PromiseList List(int county) => new() { Title = $"第{county + 1}县{Year}年民生实事", Place = $"第{county + 1}县", Plan = Period.OfYear(Year), Year = Year };

    public static Item Item(PromiseList list, int number) => new() { ListId = list.Id, Number = number + 1, Name = $"第{number + 1}项实事", Status = ItemStatus.InProgress, Deadline = new DateOnly(Year, 12, 31) };

    public Indicator Indicator(Item item, Guid unit, int place)
    {
        var (kind, unitName) = item.Number % 50 == 0 ? (IndicatorKind.Milestone, "个") : item.Number % 20 == 0 ? (IndicatorKind.Rate, "%") : (IndicatorKind.Quantity, "个");
        return new Indicator
        {
            ItemId = item.Id,
            Number = place + 1,
            QuantityId = Guid.CreateVersion7(),
            Name = $"{item.Name}完成数",
            Kind = kind,
            Counting = item.Number % 10 == 3 ? Counting.InPeriod : Counting.Cumulative,
            Direction = item.Number % 40 == 0 ? Direction.LowerIsBetter : Direction.HigherIsBetter,
            Unit = unitName,
            UnitId = unit,
        };
    }

    public Target Target(Indicator indicator) => new()
    {
        IndicatorId = indicator.Id,
        Version = 1,
        Promised = indicator.Kind == IndicatorKind.Rate ? random.Next(60, 100) : random.Next(20, 2000),
        Bound = random.Next(3) == 0 ? Bound.AtLeast : Bound.Exact,
        WorkingPlan = random.Next(8) == 0 ? 2100 : null,
        Deadline = random.Next(6) == 0 ? new DateOnly(Year, 10, 31) : null,
        At = At,
    };

    /// <summary>One in ten brings a plan of its own.</summary>
    public static IEnumerable<PlanEntry> Plan(Indicator indicator, Target target)
    {
        if (indicator.Number % 10 != 0 || target.Promised is not { } whole)
            return [];
        return Enumerable.Range(1, 4).Select(quarter => quarter * 3).Select(month => new PlanEntry { IndicatorId = indicator.Id, Month = month, Amount = whole * month / 12 });
    }

    public IEnumerable<IndicatorStep> Steps(Indicator indicator)
    {
        if (indicator.Kind != IndicatorKind.Milestone)
            yield break;
        for (var step = 1; step <= 3; step++)
        {
            var due = new DateOnly(Year, step * 4, 28);
            yield return new IndicatorStep { IndicatorId = indicator.Id, Number = step, Name = $"第{step}步", Due = due, Done = random.Next(4) == 0 ? null : due.AddDays(random.Next(-20, 20)) };
        }
    }

    public UnitReport Report(Guid unit, int month)
    {
        var period = Period.OfMonth(Year, month);
        var at = period.LastDay.AddDays(2).ToDateTime(new TimeOnly(1, 30), DateTimeKind.Utc);
        return new UnitReport { UnitId = unit, Period = period, PeriodEnd = period.LastDay, Version = 1, State = month == months ? ReportState.Accepted : ReportState.Locked, Since = at, SubmittedAt = at, SavedAt = at };
    }

    /// <summary>Most keep the pace, some run ahead, some fall behind.</summary>
    public IEnumerable<decimal> Values(Indicator indicator, Target target)
    {
        var pace = random.Next(40, 140) / 100m;
        var whole = target.Promised ?? 100;
        for (var month = 1; month <= months; month++)
        {
            var share = (indicator.Counting == Counting.InPeriod ? 1m : month) / 12 * pace;
            yield return indicator.Kind == IndicatorKind.Rate ? decimal.Round((whole * 0.8m) + (whole * share * 0.2m), 1) : decimal.Round(whole * share);
        }
    }
}
