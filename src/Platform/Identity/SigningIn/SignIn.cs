using System.Security.Cryptography;
using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Identity.Passwords;
using Luoshi.Platform.Identity.Totp;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Identity.SigningIn;

public enum NextStep
{
    SignedIn,
    Code,
    NewPassword,
}

/// <summary>How far a sign-in has come. The ticket carries the account to the next step and runs out after some minutes.</summary>
public sealed record SignInProgress(NextStep Next, Guid AccountId, string Ticket, string Method);

/// <summary>Name and password, then the one-time code, then a password of one's own: each step only with the ticket of the one before.</summary>
public sealed class SignIn(LuoshiDb db, PasswordHashes passwords, TotpSetUp totp, IDataProtectionProvider protection, TimeProvider clock)
{
    private const int FailuresToLock = 5;
    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan StepTime = TimeSpan.FromMinutes(10);

    private readonly Tickets tickets = new(protection, "luoshi.sign-in", clock);

    public async Task<Outcome<SignInProgress>> WithPasswordAsync(string userName, string password, CancellationToken cancellation = default)
    {
        var name = AccountRegister.Normalise(userName);
        var account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.UserName == name && !a.IsDisabled, cancellation);
        // The hash is computed in every case, so that the time taken does not tell which names exist.
        var right = passwords.Verify(account, password);
        if (account is null)
            return IdentityTexts.WrongPassword;
        if (Locked(account) is { } locked)
            return locked;
        if (!right)
            return await FailAsync(account, IdentityTexts.WrongPassword, cancellation);
        if (account.TotpSecret is not null)
            return new SignInProgress(NextStep.Code, account.Id, Ticket(account, NextStep.Code), "password");
        return await PassAsync(account, "password", cancellation);
    }

    public async Task<Outcome<SignInProgress>> WithCodeAsync(string ticket, string code, CancellationToken cancellation = default)
    {
        if (await OpenAsync(ticket, NextStep.Code, cancellation) is not { } account)
            return IdentityTexts.StepExpired;
        if (Locked(account) is { } locked)
            return locked;
        if (!await totp.TakeAsync(account, code, cancellation))
            return await FailAsync(account, IdentityTexts.WrongCode, cancellation);
        return await PassAsync(account, "totp", cancellation);
    }

    /// <summary>Someone known by a passkey or by the single sign-on service: no password, and none to change.</summary>
    internal async Task<Outcome<SignInProgress>> AsAsync(Account account, string method, CancellationToken cancellation)
    {
        if (account.IsDisabled)
            return IdentityTexts.WrongPassword;
        await ForgiveAsync(account, cancellation);
        return new SignInProgress(NextStep.SignedIn, account.Id, "", method);
    }

    public async Task<Outcome<SignInProgress>> WithNewPasswordAsync(string ticket, string password, string again, CancellationToken cancellation = default)
    {
        if (await OpenAsync(ticket, NextStep.NewPassword, cancellation) is not { } found)
            return IdentityTexts.StepExpired;
        var account = await db.Set<Account>().FirstAsync(a => a.Id == found.Id, cancellation);
        var person = await db.Set<Person>().Where(p => p.Id == account.PersonId).Select(p => p.Name).FirstAsync(cancellation);
        var changed = await SetAsync(account, password, again, new Actor { AccountId = account.Id, Name = person }, cancellation);
        return changed is { } refusal ? refusal : new SignInProgress(NextStep.SignedIn, account.Id, "", "password");
    }

    public async Task<Outcome<Guid>> ChangePasswordAsync(Guid accountId, string old, string password, string again, Actor actor, CancellationToken cancellation = default)
    {
        var account = await db.Set<Account>().FirstOrDefaultAsync(a => a.Id == accountId, cancellation);
        if (account is null)
            return IdentityTexts.NoAccount;
        if (Locked(account) is { } locked)
            return locked;
        if (!passwords.Verify(account, old))
            return (await FailAsync(account, IdentityTexts.WrongOld, cancellation)).Refusal!;
        return await SetAsync(account, password, again, actor, cancellation) is { } refusal ? refusal : accountId;
    }

    private async Task<Refusal?> SetAsync(Account account, string password, string again, Actor actor, CancellationToken cancellation)
    {
        if (PasswordPolicy.Check(password, account.UserName) is { } weak)
            return weak;
        if (password != again)
            return IdentityTexts.Mismatch;
        if (passwords.Verify(account, password))
            return IdentityTexts.SameAsBefore;
        db.Begin(IdentityTexts.ChangePassword, actor);
        (account.PasswordHash, account.MustChangePassword) = (passwords.Hash(password), false);
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    private async Task<Outcome<SignInProgress>> PassAsync(Account account, string method, CancellationToken cancellation)
    {
        await ForgiveAsync(account, cancellation);
        return account.MustChangePassword
            ? new SignInProgress(NextStep.NewPassword, account.Id, Ticket(account, NextStep.NewPassword), method)
            : new SignInProgress(NextStep.SignedIn, account.Id, "", method);
    }

    private Refusal? Locked(Account account) =>
        account.LockedUntil is { } until && until > clock.GetUtcNow().UtcDateTime ? IdentityTexts.Locked(LocalTime.Of(until)) : null;

    /// <summary>Counted in the database, so that guesses made side by side are all counted.</summary>
    private async Task<Outcome<SignInProgress>> FailAsync(Account account, Refusal refusal, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow().UtcDateTime + LockTime;
        var mine = db.Set<Account>().Where(a => a.Id == account.Id);
        await mine.ExecuteUpdateAsync(set => set.SetProperty(a => a.Failures, a => a.Failures + 1), cancellation);
        var locked = await mine.Where(a => a.Failures >= FailuresToLock)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.LockedUntil, until).SetProperty(a => a.Failures, 0), cancellation);
        return locked > 0 ? IdentityTexts.Locked(LocalTime.Of(until)) : refusal;
    }

    private Task ForgiveAsync(Account account, CancellationToken cancellation) => account.Failures == 0 && account.LockedUntil is null
        ? Task.CompletedTask
        : db.Set<Account>().Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Failures, 0).SetProperty(a => a.LockedUntil, (DateTime?)null), cancellation);

    /// <summary>Bound to the password in force: once it is changed or reset, tickets made before are worth nothing.</summary>
    private string Ticket(Account account, NextStep step) =>
        tickets.Seal($"{account.Id:N}|{step}|{Mark(account)}", StepTime);

    private async Task<Account?> OpenAsync(string ticket, NextStep step, CancellationToken cancellation)
    {
        var parts = tickets.Open(ticket)?.Split('|') ?? [];
        if (parts.Length != 3 || parts[1] != step.ToString() || !Guid.TryParse(parts[0], out var id))
            return null;
        var account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && !a.IsDisabled, cancellation);
        return account is not null && Mark(account) == parts[2] ? account : null;
    }

    private static string Mark(Account account) => Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(account.PasswordHash ?? "")))[..16];
}
