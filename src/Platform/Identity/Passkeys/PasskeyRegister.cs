using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Identity.SigningIn;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Identity.Passkeys;

public sealed record PasskeyView(Guid Id, string Name, DateTime CreatedAt);

/// <summary>The options for the browser, and the sealed note that must come back with its answer.</summary>
internal sealed record PasskeyQuestion(string OptionsJson, string Ticket);

/// <summary>Adds and removes passkeys and signs in with one. The protocol itself is the framework's.</summary>
internal sealed class PasskeyRegister(LuoshiDb db, IPasskeyHandler<Account> protocol, SignIn signIn, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMinutes(5);
    private static readonly Refusal Failed = new("identity.passkey_failed", "通行密钥没有通过验证，请重试，或改用密码登录。", "The passkey was not accepted; please try again or use your password.");

    private readonly Tickets adding = new(protection, "luoshi.passkey.add", clock);
    private readonly Tickets entering = new(protection, "luoshi.passkey.use", clock);

    public async Task<PasskeyQuestion> AskToAddAsync(Guid accountId, string name, HttpContext http)
    {
        var userName = await db.Set<Account>().Where(a => a.Id == accountId).Select(a => a.UserName).FirstAsync(http.RequestAborted);
        var options = await protocol.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = accountId.ToString("N"), Name = userName, DisplayName = name }, http);
        return new PasskeyQuestion(options.CreationOptionsJson, adding.Seal(options.AttestationState ?? "", AnswerTime));
    }

    public async Task<Outcome<Guid>> AddAsync(Guid accountId, string ticket, string credentialJson, string name, HttpContext http, Actor actor)
    {
        if (adding.Open(ticket) is not { } state)
            return IdentityTexts.StepExpired;
        var result = await protocol.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = credentialJson, AttestationState = state });
        // The answer must be for the account that asked: the note could have been made in another session of the same browser.
        if (!result.Succeeded || result.UserEntity.Id != accountId.ToString("N"))
            return Failed;
        var info = result.Passkey;
        var passkey = new Passkey
        {
            AccountId = accountId,
            Name = name.Length > Passkey.MaxName ? name[..Passkey.MaxName] : name,
            CredentialId = info.CredentialId,
            PublicKey = info.PublicKey,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
            SignCount = info.SignCount,
            Transports = [.. info.Transports ?? []],
            IsUserVerified = info.IsUserVerified,
            IsBackupEligible = info.IsBackupEligible,
            IsBackedUp = info.IsBackedUp,
            AttestationObject = info.AttestationObject,
            ClientDataJson = info.ClientDataJson,
        };
        db.Begin(IdentityTexts.Passkeys, actor);
        db.Add(passkey);
        await db.SaveChangesAsync(http.RequestAborted);
        return passkey.Id;
    }

    public async Task<PasskeyQuestion> AskToSignInAsync(HttpContext http)
    {
        // For no one in particular: the device offers its own keys, and the answer tells nobody which names exist.
        var options = await protocol.MakeRequestOptionsAsync(null!, http);
        return new PasskeyQuestion(options.RequestOptionsJson, entering.Seal(options.AssertionState ?? "", AnswerTime));
    }

    public async Task<Outcome<SignInProgress>> SignInAsync(string ticket, string credentialJson, HttpContext http)
    {
        if (entering.Open(ticket) is not { } state)
            return IdentityTexts.StepExpired;
        var result = await protocol.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = credentialJson, AssertionState = state });
        if (!result.Succeeded)
            return Failed;
        var (id, count, backedUp) = (result.Passkey.CredentialId, (long)result.Passkey.SignCount, result.Passkey.IsBackedUp);
        await db.Set<Passkey>().Where(p => p.CredentialId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.SignCount, count).SetProperty(p => p.IsBackedUp, backedUp), http.RequestAborted);
        return await signIn.AsAsync(result.User, "passkey", http.RequestAborted);
    }

    public async Task<IReadOnlyList<PasskeyView>> OfAsync(Guid accountId, CancellationToken cancellation = default) =>
        await db.Set<Passkey>().AsNoTracking().Where(p => p.AccountId == accountId).OrderBy(p => p.Id).Select(p => new PasskeyView(p.Id, p.Name, p.CreatedAt)).ToListAsync(cancellation);

    public async Task<bool> RemoveAsync(Guid accountId, Guid id, Actor actor, CancellationToken cancellation = default)
    {
        if (await db.Set<Passkey>().FirstOrDefaultAsync(p => p.Id == id && p.AccountId == accountId, cancellation) is not { } passkey)
            return false;
        db.Begin(IdentityTexts.Passkeys, actor);
        db.Remove(passkey);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
