using System.Security.Claims;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Identity.Sessions;

public sealed record SessionView(Guid Id, DateTime StartedAt, DateTime SeenAt, string Address, string Agent, string Method);

/// <summary>Starts, checks, lists and ends sessions.</summary>
public sealed class SessionRegister(LuoshiDb db, TimeProvider clock)
{
    private static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<ClaimsPrincipal> StartAsync(Guid accountId, string method, string address, string agent, CancellationToken cancellation = default)
    {
        var session = new Session
        {
            AccountId = accountId,
            StartedAt = Now,
            SeenAt = Now,
            Address = address,
            Agent = agent.Length > Session.MaxAgent ? agent[..Session.MaxAgent] : agent,
            Method = method,
        };
        db.Add(session);
        await db.SaveChangesAsync(cancellation);
        return await PrincipalAsync(session, cancellation) ?? throw new InvalidOperationException("A session was started for an account that is not there.");
    }

    /// <summary>The signed-in person as of now, or null when the session has ended, idled out or grown too old, or the account was closed.</summary>
    public async Task<ClaimsPrincipal?> CheckAsync(Guid sessionId, CancellationToken cancellation = default)
    {
        var session = await db.Set<Session>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == sessionId && s.EndedAt == null, cancellation);
        if (session is null || Now - session.SeenAt > Idle || Now - session.StartedAt > Longest)
            return null;
        var now = Now;
        if (now - session.SeenAt > SeenStep)
            await db.Set<Session>().Where(s => s.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancellation);
        return await PrincipalAsync(session, cancellation);
    }

    public async Task<IReadOnlyList<SessionView>> OfAsync(Guid accountId, CancellationToken cancellation = default)
    {
        var oldest = Now - Idle;
        return await db.Set<Session>().AsNoTracking().Where(s => s.AccountId == accountId && s.EndedAt == null && s.SeenAt > oldest)
            .OrderByDescending(s => s.SeenAt).Select(s => new SessionView(s.Id, s.StartedAt, s.SeenAt, s.Address, s.Agent, s.Method)).ToListAsync(cancellation);
    }

    /// <summary>Ends one session of the account; another account's cannot be ended this way.</summary>
    public async Task<bool> EndAsync(Guid accountId, Guid sessionId, CancellationToken cancellation = default)
    {
        var now = Now;
        return await db.Set<Session>().Where(s => s.Id == sessionId && s.AccountId == accountId && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation) == 1;
    }

    public Task<int> EndOthersAsync(Guid accountId, Guid keep, CancellationToken cancellation = default)
    {
        var now = Now;
        return db.Set<Session>().Where(s => s.AccountId == accountId && s.Id != keep && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation);
    }

    private async Task<ClaimsPrincipal?> PrincipalAsync(Session session, CancellationToken cancellation)
    {
        var found = await db.Set<Account>().Where(a => a.Id == session.AccountId && !a.IsDisabled)
            .Join(db.Set<Person>(), a => a.PersonId, p => p.Id, (a, p) => new { a.UserName, a.PersonId, p.Name }).FirstOrDefaultAsync(cancellation);
        return found is null ? null : UserClaims.Make(session.Id, session.AccountId, found.PersonId, found.UserName, found.Name, session.Method);
    }
}
