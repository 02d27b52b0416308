using System.Xml.Linq;
using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Identity.Protection;

/// <summary>Looks before the first request whether this node has the key the installation's keys were encrypted with.</summary>
public sealed class ProtectionCheck
{
    private static readonly ProcessKind Renew = new("identity.keys.renew", "更换密钥", "Renew the installation's keys");

    private readonly IDbContextFactory<LuoshiDb> factory;
    private readonly ProtectionKeyFile file;
    private readonly TimeProvider clock;

    internal ProtectionCheck(IDbContextFactory<LuoshiDb> factory, ProtectionKeyFile file, TimeProvider clock) => (this.factory, this.file, this.clock) = (factory, file, clock);

    /// <summary>Null when all is well; the first node of an installation makes its key here.</summary>
    public async Task<Refusal?> RefusedAsync(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var ids = (await db.Set<ProtectionKey>().AsNoTracking().Select(k => k.Xml).ToListAsync(cancellation)).SelectMany(Sealed).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count > 0 && !file.Exists)
            return Missing(file.Path);
        try
        {
            return ids.Count == 0 || ids.Contains(file.Id) ? null : Other(file.Path);
        }
        catch (InvalidDataException)
        {
            return Broken(file.Path);
        }
    }

    /// <summary>
    /// When the key file is lost for good: the old keys go, everybody signs in again, and one-time codes, which nobody can read any
    /// more, are set up anew.
    /// </summary>
    /// <returns>How many people have to set up one-time codes again.</returns>
    public async Task<int> RenewAsync(CancellationToken cancellation = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        await db.Set<ProtectionKey>().ExecuteDeleteAsync(cancellation);
        await db.Set<Session>().Where(s => s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellation);
        var accounts = await db.Set<Account>().Where(a => a.TotpSecret != null).ToListAsync(cancellation);
        db.Begin(Renew, Actor.System("命令行"));
        foreach (var account in accounts)
            account.TotpSecret = null;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return accounts.Count;
    }

    private static IEnumerable<string> Sealed(string xml) => XElement.Parse(xml).Descendants("sealedByKeyFile").Select(element => element.Attribute(KeyFileEncryptor.KeyId)?.Value ?? "");

    private static Refusal Missing(string path) => new(
        "identity.key_missing",
        $"缺少 {path}：库中的密钥是用它加密的。请把原来的 protection.key 放回去（多个节点用同一个文件）；确实找不回来时，运行 luoshi keys renew。",
        $"{path} is missing: the keys in the database were encrypted with it. Put the original protection.key back (all nodes use the same file); if it is lost for good, run luoshi keys renew.");

    private static Refusal Other(string path) => new(
        "identity.key_other",
        $"{path} 与库中密钥不符。请使用这套系统原来的 protection.key（多个节点用同一个文件）；确实找不回来时，运行 luoshi keys renew。",
        $"{path} does not belong to the keys in the database. Use this installation's own protection.key (all nodes use the same file); if it is lost for good, run luoshi keys renew.");

    private static Refusal Broken(string path) => new(
        "identity.key_broken", $"{path} 的内容不是密钥，应为一行 base64。请从原来的文件复制。", $"{path} holds no key; one line of base 64 is expected. Copy the original file.");
}
