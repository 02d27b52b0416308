using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Access;
using Luoshi.Platform.Attachments;
using Luoshi.Platform.Identity;
using Luoshi.Platform.Identity.Passkeys;
using Luoshi.Platform.Identity.SingleSignOn;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.RulePacks;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Administration.Histories;

/// <summary>What belongs to a unit, a post, a person, an account, a grant and an edition of the rules, and who may look.</summary>
internal static class PlatformHistories
{
    public static IServiceCollection AddPlatformHistories(this IServiceCollection services) => services
        .AddScoped<AdminSight>()
        .AddScoped<HistoryTeller>()
        .AddHistoryNames(NamesAsync)
        .AddHistory("units", Behind(UnitAsync))
        .AddHistory("posts", Behind(PostAsync))
        .AddHistory("people", Behind(PersonAsync))
        .AddHistory("users", Behind(UserAsync))
        .AddHistory("roles", Behind(RoleAsync))
        .AddHistory("rules", RulesAsync);

    private static Func<IServiceProvider, Guid, CancellationToken, Task<Outcome<HistoryScope?>>> Behind(Func<LuoshiDb, Guid, CancellationToken, Task<HistoryScope?>> find) =>
        async (services, id, cancellation) => await services.GetRequiredService<AdminSight>().RefusedAsync(cancellation) is { } refusal
            ? refusal
            : await find(services.GetRequiredService<LuoshiDb>(), id, cancellation);

    private static async Task<HistoryScope?> UnitAsync(LuoshiDb db, Guid id, CancellationToken cancellation)
    {
        if (await db.Set<OrgUnit>().Where(u => u.Id == id).Select(u => u.Name).FirstOrDefaultAsync(cancellation) is not { } name)
            return null;
        var posts = await db.Set<Post>().Where(p => p.UnitId == id).Select(p => p.Id).ToListAsync(cancellation);
        var bindings = await db.Set<RoleBinding>().Where(b => b.UnitId == id).Select(b => b.Id).ToListAsync(cancellation);
        var successions = await db.Set<OrgSuccession>().Where(s => s.FromId == id || s.ToId == id).Select(s => s.Id).ToListAsync(cancellation);
        return new HistoryScope(name, $"/admin/units/{id}", [id, .. posts, .. bindings, .. successions]);
    }

    private static async Task<HistoryScope?> PostAsync(LuoshiDb db, Guid id, CancellationToken cancellation)
    {
        if (await db.Set<Post>().Where(p => p.Id == id).Select(p => p.Title).FirstOrDefaultAsync(cancellation) is not { } title)
            return null;
        var holdings = await db.Set<PostHolding>().Where(h => h.PostId == id).Select(h => h.Id).ToListAsync(cancellation);
        var deputies = await db.Set<PostDeputy>().Where(d => d.PostId == id).Select(d => d.Id).ToListAsync(cancellation);
        var bindings = await db.Set<RoleBinding>().Where(b => b.PostId == id).Select(b => b.Id).ToListAsync(cancellation);
        return new HistoryScope(title, $"/admin/posts/{id}", [id, .. holdings, .. deputies, .. bindings]);
    }

    private static async Task<HistoryScope?> PersonAsync(LuoshiDb db, Guid id, CancellationToken cancellation)
    {
        if (await db.Set<Person>().Where(p => p.Id == id).Select(p => p.Name).FirstOrDefaultAsync(cancellation) is not { } name)
            return null;
        var holdings = await db.Set<PostHolding>().Where(h => h.PersonId == id).Select(h => h.Id).ToListAsync(cancellation);
        var deputies = await db.Set<PostDeputy>().Where(d => d.PersonId == id).Select(d => d.Id).ToListAsync(cancellation);
        return new HistoryScope(name, $"/admin/people/{id}", [id, .. holdings, .. deputies]);
    }

    private static async Task<HistoryScope?> UserAsync(LuoshiDb db, Guid id, CancellationToken cancellation)
    {
        if (await db.Set<Account>().Where(a => a.Id == id).Select(a => a.UserName).FirstOrDefaultAsync(cancellation) is not { } name)
            return null;
        var passkeys = await db.Set<Passkey>().Where(p => p.AccountId == id).Select(p => p.Id).ToListAsync(cancellation);
        var links = await db.Set<ExternalLink>().Where(l => l.AccountId == id).Select(l => l.Id).ToListAsync(cancellation);
        return new HistoryScope(name, $"/admin/users/{id}", [id, .. passkeys, .. links]);
    }

    private static async Task<HistoryScope?> RoleAsync(LuoshiDb db, Guid id, CancellationToken cancellation) =>
        await db.Set<RoleBinding>().AsNoTracking().Where(b => b.Id == id).Join(db.Set<Post>(), b => b.PostId, p => p.Id, (b, p) => p.Title).FirstOrDefaultAsync(cancellation) is { } title
            ? new HistoryScope(title, "/admin/roles", [id])
            : null;

    /// <summary>The rules are public, and so is when an installation took each edition in.</summary>
    private static async Task<Outcome<HistoryScope?>> RulesAsync(IServiceProvider services, Guid id, CancellationToken cancellation)
    {
        var edition = await services.GetRequiredService<LuoshiDb>().Set<RuleEdition>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, cancellation);
        return edition is null ? (HistoryScope?)null : new HistoryScope(edition.Version, $"/rules?version={Uri.EscapeDataString(edition.Version)}", [id]);
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(LuoshiDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        var names = new Dictionary<Guid, string>();
        Add(await db.Set<OrgUnit>().Where(u => ids.Contains(u.Id)).Select(u => ValueTuple.Create(u.Id, u.Name)).ToListAsync(cancellation));
        Add(await db.Set<Post>().Where(p => ids.Contains(p.Id)).Join(db.Set<OrgUnit>(), p => p.UnitId, u => u.Id, (p, u) => ValueTuple.Create(p.Id, u.Name + p.Title)).ToListAsync(cancellation));
        Add(await db.Set<Person>().Where(p => ids.Contains(p.Id)).Select(p => ValueTuple.Create(p.Id, p.Name)).ToListAsync(cancellation));
        Add(await db.Set<Account>().Where(a => ids.Contains(a.Id)).Select(a => ValueTuple.Create(a.Id, a.UserName)).ToListAsync(cancellation));
        Add(await db.Set<Attachment>().Where(a => ids.Contains(a.Id)).Select(a => ValueTuple.Create(a.Id, a.FileName)).ToListAsync(cancellation));
        return names;

        void Add(List<(Guid Id, string Name)> found)
        {
            foreach (var (id, name) in found)
                names.TryAdd(id, name);
        }
    }
}
