using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Demo;

/// <summary>One year of the fictional city's ledger.</summary>
internal sealed class DemoYear(LuoshiDb db, DemoPeople people, DemoProof proof, int year, Period now)
{
    private static readonly ProcessKind Kind = new("demo.fill", "生成示例数据", "Make the demonstration");

    private readonly Random random = new(year);
    private readonly List<(Indicator Indicator, decimal[] ByMonth)> series = [];
    private readonly Dictionary<Guid, (int Number, string Name)> items = [];
    private readonly Dictionary<Guid, decimal> goals = [];
    private readonly HashSet<(Guid Indicator, int Month)> accepted = [];
    private int handedOut;
    private int handed;

    public async Task MakeAsync(CancellationToken cancellation)
    {
        db.Begin(Kind, Actor.System("示例数据"));
        var list = new PromiseList { Title = $"海岳市{year}年市办实事", Kind = ListKind.Livelihood, Plan = Period.OfYear(year), Year = year, Place = "海岳市", DivisionCode = "990100", Closed = year < now.Year };
        db.Add(list);
        var (bundles, items) = (0, 0);
        foreach (var bundle in DemoWork.Year)
        {
            var commitment = new Commitment { ListId = list.Id, Number = ++bundles, Level = CommitmentLevel.Commitment, Promise = Promise(bundle) };
            db.Add(commitment);
            foreach (var item in bundle.Items)
                Add(list, commitment, item, ++items);
        }

        await ReportsAsync(cancellation);
        await VerifyAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Last year promised a little less.</summary>
    private decimal Scaled(DemoCount count) => year == now.Year || count.Kind == IndicatorKind.Rate ? count.Target : Round(count.Target * 0.9m, count.Unit);

    private string Promise(DemoBundle bundle) => bundle.Theme + "，" + string.Join("，", bundle.Items.SelectMany(i => i.Counts).Where(c => c.Promised)
        .Select(c => c.Verb + c.Name + new TargetValue(Scaled(c), c.Bound).Print(PrintedUnit.Parse(c.Unit))));

    private void Add(PromiseList list, Commitment commitment, DemoItem wanted, int number)
    {
        var lead = people.Units["市" + wanted.Lead];
        var item = new Item { ListId = list.Id, CommitmentId = commitment.Id, Number = number, Name = wanted.Name, Status = ItemStatus.InProgress, LeadPostId = commitment.Number % 2 == 1 ? people.LeaderPost : null, Deadline = new DateOnly(year, 12, 31), TotalInvestment = random.Next(20, 900) * 1_000_000m };
        db.Add(item);
        items[item.Id] = (number, wanted.Name);
        (item.Location, item.Contact) = (wanted.District.Length > 0 ? string.Join('、', DemoWork.Districts) : "市区", "示例联系人（督查室转）");
        var place = DemoProof.Place(number);
        (item.Latitude, item.Longitude) = (place.Latitude, place.Longitude);
        Share(item, lead, UnitRole.Lead);
        Funds(item);
        var quantities = wanted.Counts.GroupBy(c => c.Name).ToDictionary(g => g.Key, _ => Guid.CreateVersion7(), StringComparer.Ordinal);
        var order = 0;
        decimal[]? before = null;
        foreach (var count in wanted.Counts)
        {
            var pace = Pace();
            var headline = Indicator(item, count, ++order, quantities[count.Name], partOf: null, lead);
            Target(headline, count.Promised ? Scaled(count) : null, count);
            if (count.Promised && count.Kind == IndicatorKind.Quantity)
                goals[headline.Id] = Scaled(count);
            if (order == 1)
                Plan(headline);
            Steps(headline, count.Steps);
            var path = count.Promised ? Path(Scaled(count), pace, count) : Behind(before ?? new decimal[12], count.Unit);
            if (count.Districts)
                path = Parts(item, count, headline, wanted.District, path, ref order);
            before = path;
            series.Add((headline, path));
        }
    }

    /// <summary>Most units have signed; in the current year a few have not yet.</summary>
    private void Share(Item item, Guid unit, UnitRole role)
    {
        var open = year == now.Year && ++handedOut % 9 == 4;
        db.Add(new ItemUnit { ItemId = item.Id, UnitId = unit, Role = role, SignedAt = open ? null : new DateTime(year, 1, 22 + (handedOut % 7), 2, handedOut % 60, 0, DateTimeKind.Utc) });
    }

    private void Funds(Item item)
    {
        var whole = item.TotalInvestment ?? 0;
        (string Source, decimal Share)[] parts = [(FundSources.Higher, 0.3m), (FundSources.City, 0.4m), (FundSources.County, 0.2m), (FundSources.Other, 0.1m)];
        foreach (var (source, share) in parts)
            db.Add(new ItemFund { ItemId = item.Id, Source = source, Planned = whole * share, Arrived = whole * share * 0.6m, Paid = whole * share * 0.45m });
        item.YearInvestment = whole * 0.7m;
    }

    /// <summary>In words alone: a number for each quarter would take the place of the city's own curve.</summary>
    private void Plan(Indicator indicator)
    {
        string[] words = ["完成选址、招标和实施方案", "全面铺开，完成过半", "主体任务基本完成", "全部完成并组织验收"];
        for (var quarter = 1; quarter <= 4; quarter++)
            db.Add(new PlanEntry { IndicatorId = indicator.Id, Month = quarter * 3, Words = words[quarter - 1] });
    }

    /// <summary>What was due by now was done, most of it some days early; a step of last week may still be open.</summary>
    private void Steps(Indicator indicator, IReadOnlyList<DemoStep> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            var due = new DateOnly(year, steps[i].Month, steps[i].Day);
            db.Add(new IndicatorStep { IndicatorId = indicator.Id, Number = i + 1, Name = steps[i].Name, Due = due, Done = due <= now.FirstDay ? due.AddDays(-(due.Day % 8)) : null });
        }
    }

    /// <summary>The districts' numbers make the city's: each has its share and its own pace.</summary>
    private decimal[] Parts(Item item, DemoCount count, Indicator headline, string bureau, decimal[] whole, ref int order)
    {
        var sum = new decimal[12];
        var portions = DemoWork.Districts.Select(_ => random.Next(2, 6)).ToArray();
        for (var d = 0; d < DemoWork.Districts.Count; d++)
        {
            var unit = people.Units[DemoWork.Districts[d] + bureau];
            var part = Indicator(item, count, ++order, Guid.CreateVersion7(), headline.Id, unit, DemoWork.Districts[d]);
            Target(part, promised: null, count);
            Share(item, unit, UnitRole.Responsible);
            var share = (decimal)portions[d] / portions.Sum();
            var path = whole.Select(v => Round(v * share, count.Unit)).ToArray();
            for (var m = 0; m < 12; m++)
                sum[m] += path[m];
            series.Add((part, path));
        }

        return sum;
    }

    private Indicator Indicator(Item item, DemoCount count, int number, Guid quantity, Guid? partOf, Guid unit, string? name = null)
    {
        var printed = PrintedUnit.Parse(count.Unit);
        var indicator = new Indicator
        {
            ItemId = item.Id,
            Number = number,
            QuantityId = quantity,
            PartOfId = partOf,
            Name = name ?? count.Name,
            Kind = count.Kind,
            Stage = partOf is null ? count.Stage : Stage.None,
            StageWord = partOf is null ? count.StageWord : null,
            CountsAsPromised = count.Promised,
            Unit = printed.Unit,
            Power = printed.Power,
            Ceiling = count.Unit == "%" ? 100 : null,
            UnitId = unit,
        };
        db.Add(indicator);
        return indicator;
    }

    private void Target(Indicator indicator, decimal? promised, DemoCount count) => db.Add(new Target
    {
        IndicatorId = indicator.Id,
        Version = 1,
        Promised = promised,
        Bound = count.Bound,
        WorkingPlan = promised is null || count.WorkingPlan is not { } plan ? null : year == now.Year ? plan : Round(plan * 0.9m, count.Unit),
        Deadline = new DateOnly(year, 12, 31),
        At = new DateTime(year, 1, 20, 2, 0, 0, DateTimeKind.Utc),
    });

    /// <summary>Most keep the pace, some run ahead, a few fall behind.</summary>
    private decimal Pace() => random.Next(10) switch
    {
        0 => 0.55m,
        1 => 0.8m,
        2 or 3 => 1.25m,
        4 => 1.6m,
        _ => 0.95m + (random.Next(0, 15) / 100m),
    };

    private decimal[] Path(decimal target, decimal pace, DemoCount count)
    {
        var path = new decimal[12];
        for (var m = 0; m < 12; m++)
        {
            var share = Math.Min((m + 1) / 12m * pace, 1 + (pace / 12));
            if (count.Kind == IndicatorKind.Rate)
                share = 0.8m + (share * 0.22m);
            path[m] = Math.Max(m == 0 ? 0 : path[m - 1], Round(target * share, count.Unit));
        }

        return path;
    }

    /// <summary>What is finished follows what was started by some months.</summary>
    private static decimal[] Behind(decimal[] started, string unit) => [.. started.Select((_, m) => m < 3 ? 0 : Round(started[m - 3] * 0.6m, unit))];

    private static decimal Round(decimal value, string unit) => unit switch
    {
        "%" => decimal.Round(value, 1),
        "公里" => decimal.Round(value, 1),
        _ when PrintedUnit.Parse(unit).Power > 1 => decimal.Round(value / 100) * 100,
        _ => decimal.Round(value),
    };

    private async Task VerifyAsync(CancellationToken cancellation)
    {
        var rated = series.Where(s => s.Indicator is { PartOfId: null, CountsAsPromised: true }).ToArray();
        for (var month = 3; month <= 12 && Period.OfMonth(year, month) <= now; month += 3)
        {
            var (period, values) = (Period.OfMonth(year, month), rated.Where(r => accepted.Contains((r.Indicator.Id, month))).Select(r => (r.Indicator, r.ByMonth[month - 1])).ToArray());
            await proof.VerifyAsync(values, period, cancellation);
        }
    }

    private async Task ReportsAsync(CancellationToken cancellation)
    {
        var units = series.GroupBy(s => s.Indicator.UnitId ?? default).ToList();
        for (var month = 1; month <= 12; month++)
        {
            var period = Period.OfMonth(year, month);
            if (period > now)
                return;
            for (var u = 0; u < units.Count; u++)
                await ReportAsync(units[u].Key, [.. units[u]], period, period == now ? StateNow(units[u].Key) : ReportState.Locked, cancellation);
        }
    }

    /// <summary>
    /// In the current month the bureaus a visitor can be have typed and not sent, and their districts are on the way: nothing of these is
    /// accepted, so that the city's numbers stay the sums of the districts'. Everybody else is through.
    /// </summary>
    private ReportState? StateNow(Guid unit)
    {
        if (people.Reporting.Contains(unit))
            return ReportState.Draft;
        if (!people.UnderReporting.Contains(unit))
            return ReportState.Accepted;
        return (handed++ % 4) switch
        {
            0 or 1 => ReportState.UnitApproved,
            2 => ReportState.Submitted,
            _ => null,
        };
    }

    private async Task ReportAsync(Guid unit, (Indicator Indicator, decimal[] ByMonth)[] lines, Period period, ReportState? state, CancellationToken cancellation)
    {
        if (state is not { } reached)
            return;
        var at = period.FirstDay.AddDays(17).ToDateTime(new TimeOnly(1, 30), DateTimeKind.Utc);
        var report = new UnitReport { UnitId = unit, Period = period, PeriodEnd = period.LastDay, Version = 1, State = reached, Since = at, SubmittedAt = reached == ReportState.Draft ? null : at, SavedAt = at, ReporterPerson = unit, ReporterPost = unit };
        if (reached >= ReportState.UnitApproved)
            (report.ApproverPerson, report.ApproverPost) = (lines[0].Indicator.ItemId, lines[0].Indicator.ItemId);
        if (reached >= ReportState.Accepted)
            (report.AccepterPerson, report.AccepterPost) = (people.OfficePost, people.OfficePost);
        db.Add(report);
        foreach (var (indicator, byMonth) in lines)
        {
            var value = byMonth[period.LastDay.Month - 1];
            db.Add(new ReportLine { ReportId = report.Id, IndicatorId = indicator.Id, Value = value });
            if (year == now.Year && period.LastDay.Month >= now.LastDay.Month - 1 && (indicator.PartOfId is null || reached is ReportState.Submitted or ReportState.UnitApproved))
                await proof.PhotoAsync(report, indicator, items[indicator.ItemId].Number, cancellation);
            if (reached >= ReportState.Accepted && accepted.Add((indicator.Id, period.LastDay.Month)))
                db.Add(new AcceptedFigure { IndicatorId = indicator.Id, Period = period, PeriodEnd = period.LastDay, Value = value, ReportId = report.Id });
        }

        Say(report, lines);
    }

    private void Say(UnitReport report, (Indicator Indicator, decimal[] ByMonth)[] lines)
    {
        var month = report.PeriodEnd.Month;
        foreach (var item in lines.GroupBy(l => l.Indicator.ItemId))
        {
            // A district writes of its own part, under its own name.
            var district = item.All(l => l.Indicator.PartOfId is not null) ? item.First().Indicator.Name : null;
            var pace = item.Where(l => goals.ContainsKey(l.Indicator.Id)).Select(l => l.ByMonth[month - 1] * 12 / (goals[l.Indicator.Id] * month)).DefaultIfEmpty(1).Min();
            var (number, name) = items[item.Key];
            db.Add(DemoWords.Of(report.Id, item.Key, name, district, number, report.Period, pace));
        }
    }
}
