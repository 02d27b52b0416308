using Luoshi.Kernel.Time;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Overview.Units;
using Luoshi.Ledger.ReportCards;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Pages;

/// <summary>How far a list has come on its way from the task sheet to the published card, and what comes next.</summary>
internal sealed record ListSteps
{
    public required int Items { get; init; }

    /// <summary>An item with an indicator nobody reports.</summary>
    public Guid? Unassigned { get; init; }

    public required Period Month { get; init; }

    /// <summary>What the next card is about.</summary>
    public required Period Span { get; init; }

    public required IReadOnlyList<UnitStanding> Units { get; init; }

    /// <summary>Who has not reported, by name; only where they are few.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public Guid? Draft { get; init; }

    public Guid? Published { get; init; }

    /// <summary>The ledger has corrected numbers of the published card, and no correction is being written.</summary>
    public bool Stale { get; init; }

    public int NotReported => Units.Count(u => u.Standing == ReportStanding.NotReported);

    /// <summary>They have reported and are writing a later version: nobody reminds them.</summary>
    public int Correcting => Units.Count(u => u.Standing == ReportStanding.Correcting);

    /// <summary>They owe what came after their report was accepted.</summary>
    public int Supplements => Units.Count(u => u.Standing == ReportStanding.Supplement);

    public int AtUnit => Units.Count(u => u.Holder == Hand.UnitLeader);

    public int AtOffice => Units.Count(u => u.Holder == Hand.Office);

    public bool AllAccepted => Units.Count > 0 && Units.All(u => u.Holder is null);
}

internal sealed class ListStepViews(LuoshiDb db, UnitStandings standings, ReportCards.Changing.Corrections corrections, OrgDirectory directory)
{
    /// <summary>Above this a list has lines for so many units that all who owe a report are as good an answer, and a quicker one.</summary>
    private const int ManyLines = 5_000;
    private const int FewNames = 6;

    public async Task<ListSteps> OfAsync(Guid list, int items, int lines, Period month, IReadOnlyList<Card> cards, CancellationToken cancellation)
    {
        var indicators = db.Set<Indicator>().AsNoTracking().Where(i => !i.Retired).Join(db.Set<Item>().Where(i => i.ListId == list), i => i.ItemId, i => i.Id, (indicator, _) => indicator);
        var units = (await standings.OfAsync(month, cancellation)).ToList();
        if (lines <= ManyLines)
        {
            var own = (await indicators.Where(i => i.UnitId != null).Select(i => i.UnitId ?? default).Distinct().ToListAsync(cancellation)).ToHashSet();
            units.RemoveAll(u => !own.Contains(u.Unit));
        }

        var missing = units.Where(u => u.Owes).Select(u => u.Unit).ToList();
        var span = SpanOf(month);
        var published = cards.FirstOrDefault(c => c.State == CardState.Published && c.Period == span);
        var draft = cards.FirstOrDefault(c => c.State == CardState.Draft && c.Period == span)?.Id;
        return new ListSteps
        {
            Items = items,
            Unassigned = await indicators.Where(i => i.UnitId == null).OrderBy(i => i.Id).Select(i => (Guid?)i.ItemId).FirstOrDefaultAsync(cancellation),
            Month = month,
            Span = span,
            Units = units,
            Missing = missing.Count is 0 or > FewNames ? [] : [.. (await directory.NamesAsync(missing, cancellation)).Values.Order(StringComparer.Ordinal)],
            Draft = draft,
            Published = published?.Id,
            Stale = draft is null && published is not null && lines <= ManyLines && (await corrections.OfAsync(published, await db.Set<Lists.PromiseList>().AsNoTracking().FirstAsync(l => l.Id == list, cancellation), cancellation)).Count > 0,
        };
    }

    /// <summary>The spans a card is written for.</summary>
    public static IReadOnlyList<Period> Spans(int year) => [Period.OfQuarter(year, 1), Period.OfHalf(year, 1), Period.Of(year, 1, year, 9), Period.OfYear(year)];

    /// <summary>The first that is not over before the month is.</summary>
    public static Period SpanOf(Period month) => Spans(month.Year).First(s => s.LastDay >= month.LastDay);
}
