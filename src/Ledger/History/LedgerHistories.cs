using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Commitments;
using Luoshi.Ledger.Documents;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Targets;
using Luoshi.Ledger.TaskSheets;
using Luoshi.Ledger.Verifying;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.History;

/// <summary>What belongs to a list, an item, an indicator, a report, a card, a document and a piece of evidence, and who may look.</summary>
internal static class LedgerHistories
{
    public static IServiceCollection AddLedgerHistories(this IServiceCollection services) => services
        .AddHistoryWords(LedgerWords.All)
        .AddHistoryNames(NamesAsync)
        .AddHistory("lists", Reading(ListAsync))
        .AddHistory("items", Reading(ItemAsync))
        .AddHistory("indicators", IndicatorAsync)
        .AddHistory("reports", ReportAsync)
        .AddHistory("documents", Reading(DocumentAsync))
        .AddHistory("cards", CardAsync)
        .AddHistory("evidence", EvidenceAsync);

    /// <summary>Whoever has a role may read the ledger, and so its history.</summary>
    private static Func<IServiceProvider, Guid, CancellationToken, Task<Outcome<HistoryScope?>>> Reading(Func<LuoshiDb, Guid, CancellationToken, Task<HistoryScope?>> find) =>
        async (services, id, cancellation) => await services.GetRequiredService<LedgerAccess>().MayReadAsync(cancellation)
            ? await find(services.GetRequiredService<LuoshiDb>(), id, cancellation)
            : LedgerRefusals.NotAllowed;

    private static async Task<HistoryScope?> ListAsync(LuoshiDb db, Guid id, CancellationToken cancellation)
    {
        if (await db.Set<PromiseList>().Where(l => l.Id == id).Select(l => l.Title).FirstOrDefaultAsync(cancellation) is not { } title)
            return null;
        var commitments = await db.Set<Commitment>().Where(c => c.ListId == id).Select(c => c.Id).ToListAsync(cancellation);
        var items = await db.Set<Item>().Where(i => i.ListId == id).Select(i => i.Id).ToListAsync(cancellation);
        var cards = await db.Set<Card>().Where(c => c.ListId == id && c.State != CardState.Draft).Select(c => c.Id).ToListAsync(cancellation);
        var editions = await db.Set<TaskEdition>().Where(e => e.ListId == id).Select(e => e.Id).ToListAsync(cancellation);
        return new HistoryScope(title, $"/ledger/lists/{id}", [id, .. commitments, .. items, .. cards, .. editions]);
    }

    private static async Task<HistoryScope?> ItemAsync(LuoshiDb db, Guid id, CancellationToken cancellation)
    {
        if (await db.Set<Item>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellation) is not { } item)
            return null;
        var shares = await db.Set<ItemUnit>().Where(u => u.ItemId == id).Select(u => u.Id).ToListAsync(cancellation);
        var funds = await db.Set<ItemFund>().Where(f => f.ItemId == id).Select(f => f.Id).ToListAsync(cancellation);
        var links = await db.Set<ItemLink>().Where(l => l.ItemId == id || l.SameAsId == id).Select(l => l.Id).ToListAsync(cancellation);
        var indicators = await db.Set<Indicator>().Where(i => i.ItemId == id).Select(i => i.Id).ToListAsync(cancellation);
        return new HistoryScope(item.Name, $"/ledger/items/{id}", [id, .. shares, .. funds, .. links, .. indicators, .. await PromisedAsync(db, indicators, cancellation)]);
    }

    /// <summary>A number's history tells of every draft it stood in, so its lines are told only to who sees the reporting unit's papers.</summary>
    private static async Task<Outcome<HistoryScope?>> IndicatorAsync(IServiceProvider services, Guid id, CancellationToken cancellation)
    {
        var (db, access) = (services.GetRequiredService<LuoshiDb>(), services.GetRequiredService<LedgerAccess>());
        if (!await access.MayReadAsync(cancellation))
            return LedgerRefusals.NotAllowed;
        if (await db.Set<Indicator>().Where(i => i.Id == id).Select(i => new { i.Name, i.ItemId }).FirstOrDefaultAsync(cancellation) is not { } indicator)
            return (HistoryScope?)null;
        var inside = await access.SeenInsideAsync(cancellation);
        var lines = (await db.Set<ReportLine>().Where(l => l.IndicatorId == id).Join(db.Set<UnitReport>(), l => l.ReportId, r => r.Id, (l, r) => new { l.Id, r.UnitId }).ToListAsync(cancellation))
            .Where(l => inside.Contains(l.UnitId)).Select(l => l.Id);
        var voices = await db.Set<Voice>().Where(v => v.IndicatorId == id).Select(v => v.Id).ToListAsync(cancellation);
        var rated = await db.Set<StoredAssessment>().Where(a => a.IndicatorId == id).Select(a => a.Id).ToListAsync(cancellation);
        return new HistoryScope(indicator.Name, $"/ledger/items/{indicator.ItemId}", [id, .. await PromisedAsync(db, [id], cancellation), .. lines, .. rated, .. voices]);
    }

    /// <summary>Targets, plans, steps and what an officer decided; the months' numbers belong to the indicator's own page.</summary>
    private static async Task<List<Guid>> PromisedAsync(LuoshiDb db, List<Guid> indicators, CancellationToken cancellation) =>
    [
        .. await db.Set<Target>().Where(t => indicators.Contains(t.IndicatorId)).Select(t => t.Id).ToListAsync(cancellation),
        .. await db.Set<PlanEntry>().Where(p => indicators.Contains(p.IndicatorId)).Select(p => p.Id).ToListAsync(cancellation),
        .. await db.Set<PlanChange>().Where(c => indicators.Contains(c.IndicatorId)).Select(c => c.Id).ToListAsync(cancellation),
        .. await db.Set<IndicatorStep>().Where(s => indicators.Contains(s.IndicatorId)).Select(s => s.Id).ToListAsync(cancellation),
        .. await db.Set<StoredAssessment>().Where(a => indicators.Contains(a.IndicatorId) && a.DecisionReason != null).Select(a => a.Id).ToListAsync(cancellation),
    ];

    /// <summary>Every version of the unit's report for the period, with its numbers, words and evidence.</summary>
    private static async Task<Outcome<HistoryScope?>> ReportAsync(IServiceProvider services, Guid id, CancellationToken cancellation)
    {
        var (db, access) = (services.GetRequiredService<LuoshiDb>(), services.GetRequiredService<LedgerAccess>());
        if (!await access.MayReadAsync(cancellation))
            return LedgerRefusals.NotAllowed;
        if (await db.Set<UnitReport>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } report)
            return (HistoryScope?)null;
        if (!await access.MaySeeEvidenceAsync(report.UnitId, cancellation))
            return LedgerRefusals.NotAllowed;
        var versions = await db.Set<UnitReport>().Where(r => r.UnitId == report.UnitId && r.PeriodEnd == report.PeriodEnd).Select(r => r.Id).ToListAsync(cancellation);
        var lines = await db.Set<ReportLine>().Where(l => versions.Contains(l.ReportId)).Select(l => l.Id).ToListAsync(cancellation);
        var notes = await db.Set<ReportNote>().Where(n => versions.Contains(n.ReportId)).Select(n => n.Id).ToListAsync(cancellation);
        var evidence = await db.Set<Evidence>().Where(e => versions.Contains(e.ReportId)).Select(e => e.Id).ToListAsync(cancellation);
        var names = await NamesAsync(db, [id], cancellation);
        return new HistoryScope(names.GetValueOrDefault(id, report.Period.ToString()) + "月报", $"/ledger/reports/{report.UnitId}/{report.Period}", [.. versions, .. lines, .. notes, .. evidence]);
    }

    private static async Task<HistoryScope?> DocumentAsync(LuoshiDb db, Guid id, CancellationToken cancellation)
    {
        if (await db.Set<StoredDocument>().Where(d => d.Id == id).Select(d => new { d.Title, d.Name }).FirstOrDefaultAsync(cancellation) is not { } document)
            return null;
        var corrections = await db.Set<Correction>().Where(c => c.DocumentId == id).Select(c => c.Id).ToListAsync(cancellation);
        return new HistoryScope(document.Title.Length > 0 ? document.Title : document.Name, $"/documents/{id}", [id, .. corrections]);
    }

    /// <summary>Drafts of a card are the office's alone until it is published.</summary>
    private static async Task<Outcome<HistoryScope?>> CardAsync(IServiceProvider services, Guid id, CancellationToken cancellation)
    {
        if ((await services.GetRequiredService<LedgerAccess>().OfficeAsync(cancellation)).Refusal is { } refusal)
            return refusal;
        var title = await services.GetRequiredService<LuoshiDb>().Set<Card>().Where(c => c.Id == id).Select(c => c.Title).FirstOrDefaultAsync(cancellation);
        return title is null ? (HistoryScope?)null : new HistoryScope(title, $"/ledger/cards/{id}", [id]);
    }

    /// <summary>Where and when a photo was taken is for those who may see the photo.</summary>
    private static async Task<Outcome<HistoryScope?>> EvidenceAsync(IServiceProvider services, Guid id, CancellationToken cancellation)
    {
        var (db, access) = (services.GetRequiredService<LuoshiDb>(), services.GetRequiredService<LedgerAccess>());
        if (!await access.MayReadAsync(cancellation))
            return LedgerRefusals.NotAllowed;
        var found = await db.Set<Evidence>().Where(e => e.Id == id).Join(db.Set<UnitReport>(), e => e.ReportId, r => r.Id, (e, r) => new { e.FileName, e.Content, r.UnitId, r.Period }).FirstOrDefaultAsync(cancellation);
        if (found is null)
            return (HistoryScope?)null;
        if (!await access.MaySeeEvidenceAsync(found.UnitId, cancellation))
            return LedgerRefusals.NotAllowed;
        var files = await services.GetRequiredService<Platform.Attachments.AttachmentStore>().SameAsync(found.Content, cancellation);
        return new HistoryScope(found.FileName, $"/ledger/reports/{found.UnitId}/{found.Period}", [id, .. files.Select(f => f.Id)]);
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(LuoshiDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var names = new Dictionary<Guid, string>();
        Add(await db.Set<PromiseList>().Where(l => ids.Contains(l.Id)).Select(l => ValueTuple.Create(l.Id, l.Title)).ToListAsync(cancellation));
        Add(await db.Set<Item>().Where(i => ids.Contains(i.Id)).Select(i => ValueTuple.Create(i.Id, i.Name)).ToListAsync(cancellation));
        Add(await db.Set<Indicator>().Where(i => ids.Contains(i.Id)).Select(i => ValueTuple.Create(i.Id, i.Name)).ToListAsync(cancellation));
        Add(await db.Set<Commitment>().Where(c => ids.Contains(c.Id)).Select(c => ValueTuple.Create(c.Id, c.Promise)).ToListAsync(cancellation));
        Add(await db.Set<Card>().Where(c => ids.Contains(c.Id)).Select(c => ValueTuple.Create(c.Id, c.Title)).ToListAsync(cancellation));
        Add(await db.Set<StoredDocument>().Where(d => ids.Contains(d.Id)).Select(d => ValueTuple.Create(d.Id, d.Name)).ToListAsync(cancellation));
        Add(await db.Set<Evidence>().Where(e => ids.Contains(e.Id)).Select(e => ValueTuple.Create(e.Id, e.FileName)).ToListAsync(cancellation));
        foreach (var report in await db.Set<UnitReport>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellation))
            names.TryAdd(report.Id, ReportCards.PeriodWords.Title(report.Period) + (report.Version > 1 ? $"（更正，第{report.Version}版）" : ""));
        return names;

        void Add(List<(Guid Id, string Name)> found)
        {
            foreach (var (id, name) in found)
                names.TryAdd(id, name);
        }
    }
}
