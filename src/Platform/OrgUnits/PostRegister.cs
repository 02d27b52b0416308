using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits;

/// <summary>Sets up posts, appoints people to them for a time and names deputies.</summary>
public sealed class PostRegister(LuoshiDb db)
{
    public async Task<Outcome<Guid>> AddAsync(Guid unitId, string title, DateOnly from, Actor actor, CancellationToken cancellation = default)
    {
        if (title.Length is 0 or > Post.MaxTitle)
            return title.Length == 0 ? OrgTexts.NeedsName("title") : OrgTexts.TooLong("title", Post.MaxTitle);
        if (await db.Set<OrgUnit>().FindAsync([unitId], cancellation) is not { } unit || !unit.ExistsOn(from))
            return OrgTexts.NoUnit;
        var post = new Post { UnitId = unitId, Title = title, From = from };
        db.Begin(OrgTexts.AddPost, actor);
        db.Add(post);
        await db.SaveChangesAsync(cancellation);
        return post.Id;
    }

    public async Task<Outcome<Guid>> AddPersonAsync(string name, string? phone, string? email, Actor actor, CancellationToken cancellation = default)
    {
        if (name.Length is 0 or > Person.MaxName)
            return name.Length == 0 ? OrgTexts.NeedsName("person") : OrgTexts.TooLong("person", Person.MaxName);
        var person = new Person { Name = name, Phone = phone, Email = email };
        db.Begin(OrgTexts.Appoint, actor);
        db.Add(person);
        await db.SaveChangesAsync(cancellation);
        return person.Id;
    }

    /// <summary>A person takes a post from a day on. Two people never hold one post at the same time; a deputy does not hold it.</summary>
    public async Task<Outcome<Guid>> AppointAsync(Guid postId, Guid personId, DateOnly from, DateOnly? until, Actor actor, string? basis = null, CancellationToken cancellation = default)
    {
        if (until < from)
            return OrgTexts.EndBeforeStart;
        if (await FaultAsync(postId, personId, from, cancellation) is { } fault)
            return fault;
        var last = until ?? DateOnly.MaxValue;
        var other = await db.Set<PostHolding>()
            .Where(h => h.PostId == postId && h.From <= last && (h.Until == null || h.Until >= from))
            .Join(db.Set<Person>(), h => h.PersonId, p => p.Id, (h, p) => p.Name).FirstOrDefaultAsync(cancellation);
        if (other is not null)
            return OrgTexts.Held(other);
        var holding = new PostHolding { PostId = postId, PersonId = personId, From = from, Until = until };
        db.Begin(OrgTexts.Appoint, actor, basis: basis);
        db.Add(holding);
        await db.SaveChangesAsync(cancellation);
        return holding.Id;
    }

    /// <summary>The holder leaves; <paramref name="last"/> is the last day.</summary>
    public async Task<Outcome<Guid>> EndAsync(Guid holdingId, DateOnly last, Actor actor, string? basis = null, CancellationToken cancellation = default)
    {
        if (await db.Set<PostHolding>().FindAsync([holdingId], cancellation) is not { } holding)
            return OrgTexts.NoPost;
        if (last < holding.From)
            return OrgTexts.EndBeforeStart;
        db.Begin(OrgTexts.Appoint, actor, basis: basis);
        holding.Until = last;
        await db.SaveChangesAsync(cancellation);
        return holdingId;
    }

    public async Task<Outcome<Guid>> DeputiseAsync(Guid postId, Guid personId, DateOnly from, DateOnly until, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if (until < from)
            return OrgTexts.EndBeforeStart;
        if (await FaultAsync(postId, personId, from, cancellation) is { } fault)
            return fault;
        var deputy = new PostDeputy { PostId = postId, PersonId = personId, From = from, Until = until, Reason = reason };
        db.Begin(OrgTexts.Deputise, actor, reason);
        db.Add(deputy);
        await db.SaveChangesAsync(cancellation);
        return deputy.Id;
    }

    private async Task<Refusal?> FaultAsync(Guid postId, Guid personId, DateOnly day, CancellationToken cancellation)
    {
        if (await db.Set<Post>().FindAsync([postId], cancellation) is not { } post || !post.ExistsOn(day))
            return OrgTexts.NoPost;
        return await db.Set<Person>().AnyAsync(p => p.Id == personId, cancellation) ? null : OrgTexts.NoPerson;
    }
}
