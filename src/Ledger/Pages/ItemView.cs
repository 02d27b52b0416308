using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Targets;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <param name="Promised">What held at the end of each month.</param>
/// <param name="Planned">To date, month by month; null where nothing is planned.</param>
internal sealed record IndicatorSheet(IndicatorLine Line, IReadOnlyList<Target> Versions, IReadOnlyList<decimal?> Planned, IReadOnlyList<decimal?> Actual, IReadOnlyList<decimal?> Promised, LightHistory History);

internal sealed record UnitShare(Guid UnitId, string Name, UnitRole Role, DateTime? SignedAt);

internal sealed record AssignChoices(IReadOnlyList<PostView> Posts, IReadOnlyList<string> UnitNames)
{
    public static AssignChoices None { get; } = new([], []);

    public static string Print(PostView post) => post.PersonName is { } person ? $"{post.UnitName}{post.Title}（{person}）" : post.UnitName + post.Title;
}

internal sealed record ItemView
{
    public required Item Item { get; init; }

    public required PromiseList List { get; init; }

    public required RulePack Pack { get; init; }

    public required IReadOnlyList<IndicatorSheet> Indicators { get; init; }

    public required IReadOnlyList<UnitShare> Units { get; init; }

    /// <summary>分管领导: the post that was chosen, else what the task sheet prints.</summary>
    public string? LeadOfficial { get; init; }

    /// <summary>What the office may choose from when it assigns the item; empty for everybody else.</summary>
    public AssignChoices Choices { get; init; } = AssignChoices.None;

    public required IReadOnlyList<ItemFund> Funds { get; init; }

    /// <summary>The same promise in other lists.</summary>
    public IReadOnlyList<Items.Linking.Pages.LinkedItem> Links { get; init; } = [];

    public required bool IsOffice { get; init; }

    /// <summary>How far the numbers of <see cref="Period"/> were checked by somebody other than their reporters.</summary>
    public IReadOnlyDictionary<Guid, Assessments.Verification> Levels { get; init; } = new Dictionary<Guid, Assessments.Verification>();

    public required Period Period { get; init; }

    /// <summary>What the unit that would report a new indicator is asked for already; for the office alone.</summary>
    public Burden.UnitBurden? Burden { get; init; }

    public FormState Form { get; init; } = new();
}

/// <summary>The whole life of one item: promise, curve, lights, money, owners, history.</summary>
internal sealed class ItemViews(LuoshiDb db, ListViews lists, LedgerAccess access, LocalRules rules, OrgDirectory directory, Verifying.VerificationLevels levels, Burden.BurdenMeter meter, Items.Linking.Pages.LinkViews links, TimeProvider clock)
{
    private const int MostOffered = 300;

    public async Task<ItemView?> OfAsync(Guid id, FormState form, CancellationToken cancellation)
    {
        if (await db.Set<Item>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellation) is not { } item)
            return null;
        var list = await db.Set<PromiseList>().AsNoTracking().SingleAsync(l => l.Id == item.ListId, cancellation);
        var period = await lists.PeriodAsync(list, cancellation);
        var office = (await access.OfficeAsync(cancellation)).IsOk;
        var lines = (await lists.LinesAsync(list, period, [item], cancellation)).SelectMany(i => i.Indicators).ToList();
        var ids = lines.Select(l => l.Facts.Indicator.Id).ToList();
        var targets = (await db.Set<Target>().AsNoTracking().Where(t => ids.Contains(t.IndicatorId)).OrderBy(t => t.Version).ToListAsync(cancellation)).ToLookup(t => t.IndicatorId);
        var (start, end) = (list.Plan.FirstDay, list.Plan.LastDay);
        var figures = (await db.Set<AcceptedFigure>().AsNoTracking().Where(f => ids.Contains(f.IndicatorId) && f.PeriodEnd >= start && f.PeriodEnd <= end).ToListAsync(cancellation)).ToLookup(f => f.IndicatorId);
        var rated = (await db.Set<StoredAssessment>().AsNoTracking().Where(a => ids.Contains(a.IndicatorId)).ToListAsync(cancellation)).ToLookup(a => a.IndicatorId);
        var units = await db.Set<ItemUnit>().AsNoTracking().Where(u => u.ItemId == id).ToListAsync(cancellation);
        var names = await directory.NamesAsync([.. units.Select(u => u.UnitId)], cancellation);
        return new ItemView
        {
            Item = item,
            List = list,
            Pack = rules.PackOf(list, period.LastDay),
            IsOffice = office,
            Indicators = [.. lines.Select(l => Sheet(l, list, period, [.. targets[l.Facts.Indicator.Id]], [.. figures[l.Facts.Indicator.Id]], [.. rated[l.Facts.Indicator.Id]]))],
            Units = [.. units.OrderBy(u => u.Role).Select(u => new UnitShare(u.UnitId, names.GetValueOrDefault(u.UnitId, "—"), u.Role, u.SignedAt))],
            LeadOfficial = await OfficialAsync(item, cancellation),
            Choices = office ? await ChoicesAsync(cancellation) : AssignChoices.None,
            Funds = await db.Set<ItemFund>().AsNoTracking().Where(f => f.ItemId == id).ToListAsync(cancellation),
            Period = period,
            Levels = await levels.AtAsync(ids, period.LastDay, cancellation),
            Links = await links.OfItemAsync(id, cancellation),
            Burden = office && units.OrderBy(u => u.Role).Select(u => (Guid?)u.UnitId).FirstOrDefault() is { } reporter ? (await meter.OfAsync(list.Year, reporter, cancellation)) is [var asked, ..] ? asked : null : null,
            Form = form,
        };
    }

    private async Task<string?> OfficialAsync(Item item, CancellationToken cancellation)
    {
        if (item.LeadPostId is not { } post)
            return item.LeadOfficial;
        return (await directory.PostsAsync(LocalTime.Today(clock), [post], cancellation)) is [var held, ..] ? AssignChoices.Print(held) : item.LeadOfficial;
    }

    private async Task<AssignChoices> ChoicesAsync(CancellationToken cancellation)
    {
        var today = LocalTime.Today(clock);
        var units = await directory.UnitsAsync(today, cancellation: cancellation);
        // Of thousands nobody chooses from a list: names are typed, and the posts are those of leaders.
        if (units.Count > MostOffered)
            return new AssignChoices([.. (await directory.PostsAsync(today, await access.LeadingPostsAsync(cancellation), cancellation)).DistinctBy(p => p.Id)], []);
        return new AssignChoices(await directory.PostsAsync(today, cancellation: cancellation), [.. units.Select(u => u.Name).Distinct(StringComparer.Ordinal)]);
    }

    private IndicatorSheet Sheet(IndicatorLine line, PromiseList list, Period period, Target[] versions, AcceptedFigure[] figures, StoredAssessment[] rated)
    {
        var known = line.Facts.Known;
        var curve = known.Curve ?? rules.Of(list, period.LastDay).Curve;
        var months = Enumerable.Range(1, 12).Select(m => new DateOnly(list.Plan.Year, m, 1).AddMonths(1).AddDays(-1)).ToArray();
        var byMonth = figures.ToDictionary(f => f.PeriodEnd, f => f.Value);
        return new IndicatorSheet(
            line,
            versions,
            [.. months.Select(m => known.Denominator is { } whole ? (decimal?)decimal.Round(whole * curve.ShareOn(m, known.Plan), 4) : null)],
            [.. months.Select(m => byMonth.TryGetValue(m, out var value) ? (decimal?)value : null)],
            [.. months.Select(m => Target.InForce(versions, m)?.Promised)],
            LightHistory.Of(rated.Select(r => new LightOf(r.Period, r.Judgement.Light))));
    }
}
