using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.TaskSheets;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Start;

/// <summary>A published card as a resident finds it.</summary>
/// <param name="Opening">Its first sentence: how many promises, how far they are.</param>
internal sealed record StartCard(Guid Id, string Title, string Opening, string Place, int Year, DateTime PublishedAt);

/// <summary>The promises of a year as they were shared out, published with a list.</summary>
internal sealed record StartTasks(Guid ListId, string Title, string Place, int Year);

/// <summary>What one government has made public for one year, newest card first.</summary>
internal sealed record StartYear(string Place, int Year, IReadOnlyList<StartCard> Cards, IReadOnlyList<StartTasks> Tasks);

/// <summary>The first page of somebody who is not signed in: what is public comes before what can be done.</summary>
/// <param name="Reader">Documents may be read by everybody here.</param>
/// <param name="Upload">They may be handed in by everybody, too.</param>
internal sealed record StartView(StartPublished Published, bool Reader, bool Upload);

/// <summary>One page of what is public.</summary>
internal sealed record StartPublished(IReadOnlyList<StartYear> Years, int Page, int Total);

internal sealed class StartViews(LuoshiDb db)
{
    public const int PageSize = 30;

    public async Task<StartPublished> OfAsync(int page, CancellationToken cancellation)
    {
        var published = db.Set<Card>().AsNoTracking().Where(c => c.State == CardState.Published);
        var total = await published.CountAsync(cancellation);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var cards = await published.OrderByDescending(c => c.PeriodEnd).ThenByDescending(c => c.PublishedAt).ThenBy(c => c.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Join(db.Set<PromiseList>(), c => c.ListId, l => l.Id, (c, l) => new { c.Id, c.Title, c.Text, c.PeriodEnd, c.PublishedAt, c.ListId, l.Place, l.Year })
            .OrderByDescending(c => c.PeriodEnd).ThenByDescending(c => c.PublishedAt).ThenBy(c => c.Id).ToListAsync(cancellation);
        var known = cards.Select(c => new StartCard(c.Id, c.Title, Opening(c.Text), c.Place, c.Year, c.PublishedAt ?? default)).ToLookup(c => (c.Place, c.Year));
        var tasks = (await TasksAsync([.. cards.Select(c => c.ListId).Distinct()], page == 1, cancellation)).ToLookup(t => (t.Place, t.Year));
        // A place stands where its newest card does; its years follow downwards.
        var years = known.Select(g => g.Key).Concat(tasks.Select(g => g.Key)).Distinct()
            .GroupBy(k => k.Place, StringComparer.Ordinal)
            .SelectMany(place => place.OrderByDescending(k => k.Year))
            .Select(k => new StartYear(k.Place, k.Year, [.. known[k]], [.. tasks[k]]));
        return new StartPublished([.. years], page, total);
    }

    /// <summary>The task sheets beside the cards shown; on the first page also the newest that have no card yet.</summary>
    private async Task<List<StartTasks>> TasksAsync(Guid[] lists, bool first, CancellationToken cancellation)
    {
        var editions = db.Set<TaskEdition>().AsNoTracking().Where(e => e.WithdrawnAt == null);
        var shown = editions.Where(e => lists.Contains(e.ListId)).Select(e => e.ListId);
        var ids = await shown.Distinct().ToListAsync(cancellation);
        if (first)
            ids.AddRange(await editions.Where(e => !db.Set<Card>().Any(c => c.ListId == e.ListId && c.State == CardState.Published)).GroupBy(e => e.ListId)
                .Select(g => new { g.Key, At = g.Max(e => e.PublishedAt) }).OrderByDescending(g => g.At).Take(PageSize).Select(g => g.Key).ToListAsync(cancellation));
        return await db.Set<PromiseList>().Where(l => ids.Contains(l.Id)).OrderBy(l => l.Title).Select(l => new StartTasks(l.Id, l.Title, l.Place, l.Year)).ToListAsync(cancellation);
    }

    private static string Opening(string text) => text.Split('\n').Skip(1).FirstOrDefault(l => l.Length > 0)?.Replace("有关情况如下：", "", StringComparison.Ordinal) ?? "";
}
