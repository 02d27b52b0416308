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

    public async Task<Outcome<Guid>> RenameAsync(Guid postId, string title, int seenVersion, Actor actor, string? reason = null, CancellationToken cancellation = default)
    {
        if (title.Length is 0 or > Post.MaxTitle)
            return title.Length == 0 ? OrgTexts.NeedsName("title") : OrgTexts.TooLong("title", Post.MaxTitle);
        if (await db.Set<Post>().FindAsync([postId], cancellation) is not { Until: null } post)
            return OrgTexts.NoPost;
        db.Begin(OrgTexts.EditPost, actor, reason);
        db.Expect(post, seenVersion);
        post.Title = title;
        await db.SaveChangesAsync(cancellation);
        return postId;
    }

    /// <summary>The post ends, and with it who holds it, who stands in and what it may do.</summary>
    public async Task<Outcome<Guid>> CloseAsync(Guid postId, DateOnly last, Actor actor, string? basis = null, CancellationToken cancellation = default)
    {
        if (await db.Set<Post>().FindAsync([postId], cancellation) is not { Until: null } post)
            return OrgTexts.NoPost;
        if (last < post.From)
            return OrgTexts.EndBeforeStart;
        db.Begin(OrgTexts.ClosePost, actor, basis: basis);
        await EndAsync(db, post, last, cancellation);
        await db.SaveChangesAsync(cancellation);
        return postId;
    }

    public async Task<Outcome<Guid>> ChangePersonAsync(Guid personId, string name, string? phone, string? email, int seenVersion, Actor actor, CancellationToken cancellation = default)
    {
        if (name.Length is 0 or > Person.MaxName)
            return name.Length == 0 ? OrgTexts.NeedsName("name") : OrgTexts.TooLong("name", Person.MaxName);
        if (!string.IsNullOrEmpty(email) && !System.Net.Mail.MailAddress.TryCreate(email, out _))
            return OrgTexts.BadEmail;
        if (await db.Set<Person>().FindAsync([personId], cancellation) is not { } person)
            return OrgTexts.NoPerson;
        db.Begin(OrgTexts.EditPerson, actor);
        db.Expect(person, seenVersion);
        (person.Name, person.Phone, person.Email) = (name, string.IsNullOrEmpty(phone) ? null : phone, string.IsNullOrEmpty(email) ? null : email);
        await db.SaveChangesAsync(cancellation);
        return personId;
    }

    /// <summary>The holder is back earlier than thought; <paramref name="last"/> is the deputy's last day.</summary>
    public async Task<Outcome<Guid>> EndDeputyAsync(Guid deputyId, DateOnly last, Actor actor, CancellationToken cancellation = default)
    {
        if (await db.Set<PostDeputy>().FindAsync([deputyId], cancellation) is not { } deputy || deputy.Until <= last)
            return OrgTexts.NoDeputy;
        db.Begin(OrgTexts.Deputise, actor);
        if (last < deputy.From)
            db.Remove(deputy);
        else
            deputy.Until = last;
        await db.SaveChangesAsync(cancellation);
        return deputyId;
    }

    /// <summary>Ends everything that hangs on the post, without saving: the caller's process covers it. What had not begun never does.</summary>
    internal static async Task EndAsync(LuoshiDb db, Post post, DateOnly last, CancellationToken cancellation)
    {
        post.Until = last;
        foreach (var holding in await db.Set<PostHolding>().Where(h => h.PostId == post.Id && (h.Until == null || h.Until > last)).ToListAsync(cancellation))
        {
            if (holding.From > last)
                db.Remove(holding);
            else
                holding.Until = last;
        }

        foreach (var deputy in await db.Set<PostDeputy>().Where(d => d.PostId == post.Id && d.Until > last).ToListAsync(cancellation))
        {
            if (deputy.From > last)
                db.Remove(deputy);
            else
                deputy.Until = last;
        }

        foreach (var binding in await db.Set<Access.RoleBinding>().Where(b => b.PostId == post.Id && (b.Until == null || b.Until > last)).ToListAsync(cancellation))
        {
            if (binding.From > last)
                db.Remove(binding);
            else
                binding.Until = last;
        }
    }

    public async Task<Outcome<Guid>> DeputiseAsync(Guid postId, Guid personId, DateOnly from, DateOnly until, string reason, Actor actor, CancellationToken cancellation = default)
    {
        if (until < from)
            return OrgTexts.EndBeforeStart;
        if (string.IsNullOrWhiteSpace(reason))
            return OrgTexts.NeedsReason;
        if (await FaultAsync(postId, personId, from, cancellation) is { } fault)
            return fault;
        if (await db.Set<PostHolding>().AnyAsync(h => h.PostId == postId && h.PersonId == personId && h.From <= until && (h.Until == null || h.Until >= from), cancellation))
            return OrgTexts.OwnDeputy;
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
