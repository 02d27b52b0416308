using Luoshi.Platform.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Identity.Passkeys;

/// <summary>What the framework's passkey protocol asks of the accounts: find them and their keys. It changes nothing; the handlers do.</summary>
internal sealed class PasskeyStore(LuoshiDb db) : IUserPasskeyStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("N"));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && !a.IsDisabled, cancellationToken) : null;

    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.UserName == normalizedUserName && !a.IsDisabled, cancellationToken);

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Set<Passkey>().Where(p => p.CredentialId == credentialId).Join(db.Set<Account>().AsNoTracking(), p => p.AccountId, a => a.Id, (_, a) => a)
            .FirstOrDefaultAsync(a => !a.IsDisabled, cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await db.Set<Passkey>().AsNoTracking().Where(p => p.AccountId == user.Id).ToListAsync(cancellationToken)).Select(p => p.ToInfo())];

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await db.Set<Passkey>().AsNoTracking().FirstOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == credentialId, cancellationToken))?.ToInfo();

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadOnly();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw ReadOnly();

    public void Dispose()
    {
        // The context belongs to the request.
    }

    private static NotSupportedException ReadOnly() => new("Accounts change through their handlers, inside a journalled process.");
}
