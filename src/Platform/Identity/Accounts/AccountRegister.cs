using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Identity.Passwords;
using Luoshi.Platform.Identity.SingleSignOn;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Identity.Accounts;

/// <summary>An account and the password to hand over; one that was made up must be changed at the first sign-in.</summary>
public sealed record NewAccount(Guid AccountId, string UserName, string Password);

public sealed record AccountView(Guid Id, string UserName, Guid PersonId, string PersonName, bool HasTotp, bool IsDisabled, bool MustChangePassword, DateTime? LockedUntil);

/// <summary>Opens, resets and closes accounts.</summary>
public sealed class AccountRegister(LuoshiDb db, PasswordHashes passwords, TimeProvider clock)
{
    /// <param name="password">Given for demonstrations and tests; otherwise one is made up and good for one sign-in.</param>
    public async Task<Outcome<NewAccount>> CreateAsync(string userName, Guid personId, Actor actor, string? password = null, CancellationToken cancellation = default)
    {
        var name = Normalise(userName);
        if (!IsName(name))
            return IdentityTexts.BadName;
        if (!await db.Set<Person>().AnyAsync(p => p.Id == personId, cancellation))
            return OrgTexts.NoPerson;
        if (await db.Set<Account>().AnyAsync(a => a.UserName == name, cancellation))
            return IdentityTexts.NameTaken;
        if (password is not null && PasswordPolicy.Check(password, name) is { } weak)
            return weak;
        var given = password ?? PasswordHashes.Generate();
        var account = new Account { UserName = name, PersonId = personId, PasswordHash = passwords.Hash(given), MustChangePassword = password is null };
        db.Begin(IdentityTexts.CreateAccount, actor);
        db.Add(account);
        await db.SaveChangesAsync(cancellation);
        return new NewAccount(account.Id, name, given);
    }

    /// <summary>A new one-time password, for someone who forgot theirs or lost the phone; every session ends.</summary>
    public async Task<Outcome<NewAccount>> ResetAsync(Guid accountId, Actor actor, string? reason = null, CancellationToken cancellation = default)
    {
        if (await db.Set<Account>().FindAsync([accountId], cancellation) is not { } account)
            return IdentityTexts.NoAccount;
        var given = PasswordHashes.Generate();
        db.Begin(IdentityTexts.ResetPassword, actor, reason);
        (account.PasswordHash, account.MustChangePassword, account.TotpSecret) = (passwords.Hash(given), true, null);
        (account.Failures, account.LockedUntil) = (0, null);
        await db.SaveChangesAsync(cancellation);
        await EndSessionsAsync(accountId, cancellation);
        return new NewAccount(accountId, account.UserName, given);
    }

    public async Task<Outcome<Guid>> DisableAsync(Guid accountId, bool disabled, Actor actor, string? reason = null, CancellationToken cancellation = default)
    {
        if (await db.Set<Account>().FindAsync([accountId], cancellation) is not { } account)
            return IdentityTexts.NoAccount;
        db.Begin(IdentityTexts.Disable, actor, reason);
        account.IsDisabled = disabled;
        await db.SaveChangesAsync(cancellation);
        if (disabled)
            await EndSessionsAsync(accountId, cancellation);
        return accountId;
    }

    /// <summary>Ties the account to a subject of a sign-on service, in place of the one it had there; null takes it back.</summary>
    public async Task<Outcome<Guid>> LinkAsync(Guid accountId, string provider, string? subject, Actor actor, CancellationToken cancellation = default)
    {
        if (await db.Set<Account>().FindAsync([accountId], cancellation) is null)
            return IdentityTexts.NoAccount;
        if (subject is { Length: 0 or > ExternalLink.MaxSubject } || provider.Length is 0 or > ExternalLink.MaxProvider)
            return IdentityTexts.BadSubject;
        // One identity outside is one person here: else somebody would come in as another.
        if (subject is not null && await db.Set<ExternalLink>().AnyAsync(l => l.Provider == provider && l.Subject == subject && l.EndedAt == null && l.AccountId != accountId, cancellation))
            return IdentityTexts.SubjectTaken;
        db.Begin(subject is null ? IdentityTexts.UnlinkExternal : IdentityTexts.LinkExternal, actor);
        var held = await db.Set<ExternalLink>().Where(l => l.AccountId == accountId && l.Provider == provider && l.EndedAt == null).ToListAsync(cancellation);
        if (held.Exists(l => l.Subject == subject))
            return accountId;
        foreach (var link in held)
            link.EndedAt = clock.GetUtcNow().UtcDateTime;
        if (subject is not null)
            db.Add(new ExternalLink { AccountId = accountId, Provider = provider, Subject = subject });
        await db.SaveChangesAsync(cancellation);
        return accountId;
    }

    /// <summary>Somebody mistyped too often and cannot wait a quarter of an hour.</summary>
    public async Task<Outcome<Guid>> UnlockAsync(Guid accountId, Actor actor, CancellationToken cancellation = default)
    {
        if (await db.Set<Account>().FindAsync([accountId], cancellation) is not { } account)
            return IdentityTexts.NoAccount;
        db.Begin(IdentityTexts.Unlock, actor);
        (account.Failures, account.LockedUntil, account.UnlockedAt) = (0, null, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellation);
        return accountId;
    }

    /// <summary>Signs a device out, or with no session named all of them.</summary>
    public async Task<Outcome<Guid>> EndSessionAsync(Guid accountId, Guid? session, Actor actor, CancellationToken cancellation = default)
    {
        if (await db.Set<Account>().FindAsync([accountId], cancellation) is not { } account)
            return IdentityTexts.NoAccount;
        var now = clock.GetUtcNow().UtcDateTime;
        db.Begin(IdentityTexts.SignOutOther, actor);
        account.SignedOutAt = now;
        await db.SaveChangesAsync(cancellation);
        await db.Set<Session>().Where(s => s.AccountId == accountId && s.EndedAt == null && (session == null || s.Id == session))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation);
        return accountId;
    }

    internal Task<Guid?> PersonOfAsync(Guid accountId, CancellationToken cancellation) =>
        db.Set<Account>().Where(a => a.Id == accountId).Select(a => (Guid?)a.PersonId).FirstOrDefaultAsync(cancellation);

    public async Task<IReadOnlyList<AccountView>> AllAsync(CancellationToken cancellation = default) =>
        await db.Set<Account>().AsNoTracking().Join(db.Set<Person>(), a => a.PersonId, p => p.Id, (a, p) => new { a, p.Name }).OrderBy(x => x.a.UserName)
            .Select(x => new AccountView(x.a.Id, x.a.UserName, x.a.PersonId, x.Name, x.a.TotpSecret != null, x.a.IsDisabled, x.a.MustChangePassword, x.a.LockedUntil))
            .ToListAsync(cancellation);

    internal static string Normalise(string userName) => userName.Trim().ToLowerInvariant();

    private Task<int> EndSessionsAsync(Guid accountId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return db.Set<Session>().Where(s => s.AccountId == accountId && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation);
    }

    private static bool IsName(string name) => name.Length is >= 2 and <= Account.MaxUserName && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '@');
}
