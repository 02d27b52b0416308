using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Matching;

/// <summary>The statements of a list in the ledger at the end of a period: its current promises and the accepted results.</summary>
internal sealed class LedgerStatements(LuoshiDb db, PeriodFacts facts)
{
    public async Task<IReadOnlyList<Statement>> OfAsync(PromiseList list, Period period, CancellationToken cancellation = default)
    {
        var items = await db.Set<Item>().AsNoTracking().Where(i => i.ListId == list.Id).ToDictionaryAsync(i => i.Id, cancellation);
        var headings = await db.Set<Commitment>().AsNoTracking().Where(c => c.ListId == list.Id).ToDictionaryAsync(c => c.Id, c => c.Promise, cancellation);
        var known = await facts.OfAsync(list, period, reportsDue: false, cancellation);
        return [.. known.Where(f => f.Indicator.PartOfId is null)
            .OrderBy(f => items[f.Indicator.ItemId].Number).ThenBy(f => f.Indicator.Number)
            .Select(f => One(f, items[f.Indicator.ItemId], items[f.Indicator.ItemId].CommitmentId is { } id ? headings.GetValueOrDefault(id) : null))];
    }

    public static string KeyOf(Guid indicator) => $"x:{indicator:N}";

    private static Statement One(IndicatorFacts one, Item item, string? heading)
    {
        var indicator = one.Indicator;
        return new Statement
        {
            Key = KeyOf(indicator.Id),
            Name = indicator.Name,
            Topic = item.Name,
            Heading = heading ?? "",
            Item = $"{item.Number}",
            Block = $"i:{item.Id:N}",
            Unit = indicator.Printed,
            Promised = one.Known.Promised,
            Denominator = one.Known.Denominator,
            Reported = one.Known.Actual,
            Stage = indicator.Stage,
            StageWord = indicator.StageWord,
            LowerIsBetter = indicator.Direction == Direction.LowerIsBetter,
            IsRate = indicator.Kind == IndicatorKind.Rate,
            Sentence = one.Current?.Wording ?? one.Current?.Source?.Sentence ?? item.Source?.Sentence ?? (item.Content.Length > 0 ? item.Content : heading ?? item.Name),
            Href = $"/ledger/items/{item.Id}#x-{indicator.Id}",
        };
    }
}
