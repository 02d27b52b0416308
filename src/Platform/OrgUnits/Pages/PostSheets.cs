using Luoshi.Platform.Access;
using Luoshi.Platform.Administration;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits.Pages;

/// <summary>Somebody on a post, or standing in on it, from a day to a day.</summary>
public sealed record TenureRow(Guid Id, Guid PersonId, string Person, DateOnly From, DateOnly? Until, string? Reason = null);

public sealed record GrantRow(Guid Id, Role Role, Guid UnitId, string Unit, DateOnly From, DateOnly? Until);

public sealed record PostSheet
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required Guid UnitId { get; init; }

    public required string UnitName { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    public required int RowVersion { get; init; }

    public required IReadOnlyList<TenureRow> Holders { get; init; }

    public required IReadOnlyList<TenureRow> Deputies { get; init; }

    public required IReadOnlyList<GrantRow> Grants { get; init; }

    public required bool MayChange { get; init; }
}

/// <summary>A person with the posts held over time and the account, if there is one.</summary>
public sealed record PersonSheet
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public required int RowVersion { get; init; }

    public required IReadOnlyList<PersonPost> Posts { get; init; }

    public Guid? AccountId { get; init; }

    public string? UserName { get; init; }

    public required bool MayChange { get; init; }
}

public sealed record PersonPost(Guid PostId, string Title, string Unit, DateOnly From, DateOnly? Until, bool AsDeputy);

/// <summary>What the pages of posts and people show.</summary>
internal sealed class PostSheets(LuoshiDb db, AdminSight sight, AdminDoor door)
{
    public async Task<PostSheet?> OfAsync(Guid id, CancellationToken cancellation)
    {
        var post = await db.Set<Post>().AsNoTracking().Where(p => p.Id == id).Join(db.Set<OrgUnit>(), p => p.UnitId, u => u.Id, (p, u) => new { Post = p, u.Name }).FirstOrDefaultAsync(cancellation);
        if (post is null)
            return null;
        return new PostSheet
        {
            Id = id,
            Title = post.Post.Title,
            UnitId = post.Post.UnitId,
            UnitName = post.Name,
            From = post.Post.From,
            Until = post.Post.Until,
            RowVersion = post.Post.RowVersion,
            Holders = await db.Set<PostHolding>().Where(h => h.PostId == id).OrderByDescending(h => h.From)
                .Join(db.Set<Person>(), h => h.PersonId, p => p.Id, (h, p) => new TenureRow(h.Id, p.Id, p.Name, h.From, h.Until, null)).ToListAsync(cancellation),
            Deputies = await db.Set<PostDeputy>().Where(d => d.PostId == id).OrderByDescending(d => d.From)
                .Join(db.Set<Person>(), d => d.PersonId, p => p.Id, (d, p) => new TenureRow(d.Id, p.Id, p.Name, d.From, d.Until, d.Reason)).ToListAsync(cancellation),
            Grants = await db.Set<RoleBinding>().Where(b => b.PostId == id).OrderBy(b => b.Until != null).ThenByDescending(b => b.From)
                .Join(db.Set<OrgUnit>(), b => b.UnitId, u => u.Id, (b, u) => new GrantRow(b.Id, b.Role, u.Id, u.Name, b.From, b.Until)).ToListAsync(cancellation),
            MayChange = (await sight.OwnAsync(cancellation)).Contains(post.Post.UnitId),
        };
    }

    public async Task<PersonSheet?> PersonAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation) is not { } person)
            return null;
        var held = db.Set<PostHolding>().Where(h => h.PersonId == id).Select(h => new { h.PostId, h.From, h.Until, AsDeputy = false })
            .Concat(db.Set<PostDeputy>().Where(d => d.PersonId == id).Select(d => new { d.PostId, d.From, Until = (DateOnly?)d.Until, AsDeputy = true }));
        var posts = await held.Join(db.Set<Post>(), h => h.PostId, p => p.Id, (h, p) => new { h, p.Title, p.UnitId })
            .Join(db.Set<OrgUnit>(), x => x.UnitId, u => u.Id, (x, u) => new { x.h.PostId, x.Title, u.Name, x.h.From, x.h.Until, x.h.AsDeputy }).ToListAsync(cancellation);
        var account = await db.Set<Identity.Account>().Where(a => a.PersonId == id).Select(a => new { a.Id, a.UserName }).FirstOrDefaultAsync(cancellation);
        return new PersonSheet
        {
            Id = id,
            Name = person.Name,
            Phone = person.Phone,
            Email = person.Email,
            RowVersion = person.RowVersion,
            Posts = [.. posts.OrderByDescending(p => p.From).Select(p => new PersonPost(p.PostId, p.Title, p.Name, p.From, p.Until, p.AsDeputy))],
            AccountId = account?.Id,
            UserName = account?.UserName,
            MayChange = (await door.OverPersonAsync(id, cancellation)).IsOk,
        };
    }
}
