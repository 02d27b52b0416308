using Luoshi.Platform.Administration;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits.Pages;

/// <summary>A unit in the tree as of a day.</summary>
public sealed record UnitRow(UnitView Unit, int Depth, int Posts, int Vacant, string Above);

/// <summary>A post with whoever holds it and stands in on a day.</summary>
public sealed record PostRow(Guid Id, string Title, DateOnly From, DateOnly? Until, string? Holder, string? Deputy);

/// <summary>A unit this one came from or went to.</summary>
public sealed record Succession(Guid UnitId, string Name, DateOnly On);

public sealed record UnitSheet
{
    public required UnitView Unit { get; init; }

    public string? CreditCode { get; init; }

    /// <summary>From the top down, without the unit itself.</summary>
    public required IReadOnlyList<UnitView> Above { get; init; }

    public required IReadOnlyList<UnitView> Below { get; init; }

    public required IReadOnlyList<PostRow> Posts { get; init; }

    public required IReadOnlyList<Succession> From { get; init; }

    public required IReadOnlyList<Succession> To { get; init; }

    public required IReadOnlyList<OpenWork> Work { get; init; }

    /// <summary>This person may change it.</summary>
    public required bool MayChange { get; init; }
}

/// <summary>What the pages of units show.</summary>
internal sealed class UnitSheets(LuoshiDb db, OrgDirectory directory, AdminSight sight, IEnumerable<FindOpenWork> openWork, TimeProvider clock)
{
    public async Task<IReadOnlyList<UnitRow>> TreeAsync(DateOnly day, string search, bool vacantOnly, CancellationToken cancellation)
    {
        var units = await directory.UnitsAsync(day, cancellation: cancellation);
        var mine = await sight.UnitsAsync(cancellation);
        var posts = (await directory.PostsAsync(day, cancellation: cancellation)).DistinctBy(p => p.Id).ToLookup(p => p.UnitId);
        var byId = units.ToDictionary(u => u.Id);
        var rows = units.Where(u => mine.Contains(u.Id)).Select(u => new UnitRow(u, Depth(u, byId), posts[u.Id].Count(), posts[u.Id].Count(p => p.PersonId is null), Above(u, byId)));
        if (search.Length > 0)
            rows = rows.Where(r => r.Unit.Name.Contains(search, StringComparison.OrdinalIgnoreCase) || r.Unit.ShortName?.Contains(search, StringComparison.OrdinalIgnoreCase) is true || r.Unit.Division?.StartsWith(search, StringComparison.Ordinal) is true);
        return [.. vacantOnly ? rows.Where(r => r.Vacant > 0) : rows];
    }

    public async Task<UnitSheet?> OfAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<OrgUnit>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancellation) is not { } unit || await directory.UnitAsync(id, cancellation) is not { } view)
            return null;
        var today = LocalTime.Today(clock);
        var way = unit.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse).Where(step => step != id).ToList();
        var above = (await db.Set<OrgUnit>().AsNoTracking().Where(u => way.Contains(u.Id)).ToListAsync(cancellation)).OrderBy(u => u.Path.Length);
        return new UnitSheet
        {
            Unit = view,
            CreditCode = unit.CreditCode?.ToString(),
            Above = [.. above.Select(OrgDirectory.View)],
            Below = [.. (await db.Set<OrgUnit>().AsNoTracking().Where(u => u.ParentId == id).OrderBy(u => u.Order).ToListAsync(cancellation)).Select(OrgDirectory.View)],
            Posts = await PostsAsync(id, today, cancellation),
            From = await db.Set<OrgSuccession>().Where(s => s.ToId == id).Join(db.Set<OrgUnit>(), s => s.FromId, u => u.Id, (s, u) => new Succession(u.Id, u.Name, s.On)).ToListAsync(cancellation),
            To = await db.Set<OrgSuccession>().Where(s => s.FromId == id).Join(db.Set<OrgUnit>(), s => s.ToId, u => u.Id, (s, u) => new Succession(u.Id, u.Name, s.On)).ToListAsync(cancellation),
            Work = await WorkAsync(id, cancellation),
            MayChange = (await sight.OwnAsync(cancellation)).Contains(id),
        };
    }

    public async Task<IReadOnlyList<OpenWork>> WorkAsync(Guid unit, CancellationToken cancellation)
    {
        var work = new List<OpenWork>();
        foreach (var module in openWork)
            work.AddRange(await module(db, unit, cancellation));
        return work;
    }

    private async Task<IReadOnlyList<PostRow>> PostsAsync(Guid unit, DateOnly day, CancellationToken cancellation)
    {
        var posts = await db.Set<Post>().AsNoTracking().Where(p => p.UnitId == unit).OrderBy(p => p.Until != null).ThenBy(p => p.Title).ToListAsync(cancellation);
        var ids = posts.ConvertAll(p => p.Id);
        var holders = (await db.Set<PostHolding>().Where(h => ids.Contains(h.PostId) && h.From <= day && (h.Until == null || h.Until >= day))
            .Join(db.Set<Person>(), h => h.PersonId, p => p.Id, (h, p) => new { h.PostId, p.Name }).ToListAsync(cancellation)).ToLookup(h => h.PostId, h => h.Name);
        var deputies = (await db.Set<PostDeputy>().Where(d => ids.Contains(d.PostId) && d.From <= day && d.Until >= day)
            .Join(db.Set<Person>(), d => d.PersonId, p => p.Id, (d, p) => new { d.PostId, p.Name }).ToListAsync(cancellation)).ToLookup(d => d.PostId, d => d.Name);
        return [.. posts.Select(p => new PostRow(p.Id, p.Title, p.From, p.Until, holders[p.Id].FirstOrDefault(), deputies[p.Id].FirstOrDefault()))];
    }

    private static int Depth(UnitView unit, Dictionary<Guid, UnitView> all)
    {
        var depth = 0;
        for (var step = unit; step.ParentId is { } parent && all.TryGetValue(parent, out var above); step = above)
            depth++;
        return depth;
    }

    private static string Above(UnitView unit, Dictionary<Guid, UnitView> all)
    {
        var names = new List<string>();
        for (var step = unit; step.ParentId is { } parent && all.TryGetValue(parent, out var above); step = above)
            names.Insert(0, above.Name);
        return string.Join(" › ", names);
    }
}
