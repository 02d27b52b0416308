using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Luoshi.Platform.Identity.Totp;

/// <summary>A secret on offer: shown once, stored only after a right code proves that the phone has it.</summary>
public sealed record TotpOffer(string Ticket, string Key, string QrSvg);

/// <summary>Turns one-time codes on and off, and checks them.</summary>
public sealed class TotpSetUp(LuoshiDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector secrets = protection.CreateProtector("luoshi.totp");
    private readonly Tickets offers = new(protection, "luoshi.totp.offer", clock);

    public TotpOffer Offer(string userName)
    {
        var secret = TotpCode.NewSecret();
        using var qr = QRCodeGenerator.GenerateQrCode(TotpCode.Address("落实", userName, secret), QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(qr);
        return new TotpOffer(offers.Seal(Convert.ToHexString(secret), TimeSpan.FromMinutes(15)), TotpCode.Base32(secret), svg.GetGraphic(4, "#1c2733", "#ffffff"));
    }

    public async Task<Outcome<Guid>> TurnOnAsync(Guid accountId, string ticket, string code, Actor actor, CancellationToken cancellation = default)
    {
        if (offers.Open(ticket) is not { } offered)
            return IdentityTexts.StepExpired;
        var secret = Convert.FromHexString(offered);
        if (TotpCode.Find(secret, code, clock.GetUtcNow().UtcDateTime) is not { } step)
            return IdentityTexts.WrongCode;
        if (await db.Set<Account>().FindAsync([accountId], cancellation) is not { } account)
            return IdentityTexts.NoAccount;
        db.Begin(IdentityTexts.SetUpTotp, actor);
        (account.TotpSecret, account.TotpStep) = (secrets.Protect(Convert.ToHexString(secret)), step);
        await db.SaveChangesAsync(cancellation);
        return accountId;
    }

    public async Task<Outcome<Guid>> TurnOffAsync(Guid accountId, Actor actor, CancellationToken cancellation = default)
    {
        if (await db.Set<Account>().FindAsync([accountId], cancellation) is not { } account)
            return IdentityTexts.NoAccount;
        db.Begin(IdentityTexts.DropTotp, actor);
        account.TotpSecret = null;
        await db.SaveChangesAsync(cancellation);
        return accountId;
    }

    /// <summary>True once for each code: of two that come with the same one, the database lets a single one through.</summary>
    internal async Task<bool> TakeAsync(Account account, string code, CancellationToken cancellation)
    {
        if (account.TotpSecret is null)
            return false;
        var secret = Convert.FromHexString(secrets.Unprotect(account.TotpSecret));
        if (TotpCode.Find(secret, code, clock.GetUtcNow().UtcDateTime) is not { } step)
            return false;
        return await db.Set<Account>().Where(a => a.Id == account.Id && a.TotpStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.TotpStep, step), cancellation) == 1;
    }
}
