using Luoshi.Platform.Administration;
using Luoshi.Platform.Identity.Passkeys;
using Luoshi.Platform.Identity.Sessions;
using Luoshi.Platform.Identity.SingleSignOn;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Identity.Users;

public enum UserState
{
    Active,
    FirstSignIn,
    Locked,
    Disabled,
}

public sealed record UserRow(Guid Id, string UserName, string PersonName, UserState State, bool HasTotp, bool IsLinked);

public sealed record UserSheet
{
    public required Guid Id { get; init; }

    public required string UserName { get; init; }

    public required Guid PersonId { get; init; }

    public required string PersonName { get; init; }

    public required UserState State { get; init; }

    public DateTime? LockedUntil { get; init; }

    public required bool HasTotp { get; init; }

    public required int Passkeys { get; init; }

    /// <summary>Whom the sign-on services know as this account.</summary>
    public IReadOnlyList<(string Provider, string Subject)> Outside { get; init; } = [];

    public required IReadOnlyList<SessionView> Sessions { get; init; }

    public required bool MayChange { get; init; }
}

/// <summary>What the pages of accounts show; no page ever shows a password that is stored.</summary>
internal sealed class UserSheets(LuoshiDb db, SessionRegister sessions, AdminDoor door, TimeProvider clock)
{
    public async Task<(IReadOnlyList<UserRow> Rows, int Total)> ListAsync(string search, UserState? state, int page, int size, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var accounts = db.Set<Account>().AsNoTracking().Join(db.Set<Person>(), a => a.PersonId, p => p.Id, (a, p) => new { a, p.Name });
        if (search.Length > 0)
            accounts = accounts.Where(x => x.a.UserName.Contains(search) || x.Name.Contains(search));
        accounts = state switch
        {
            UserState.Disabled => accounts.Where(x => x.a.IsDisabled),
            UserState.Locked => accounts.Where(x => !x.a.IsDisabled && x.a.LockedUntil != null && x.a.LockedUntil > now),
            UserState.FirstSignIn => accounts.Where(x => !x.a.IsDisabled && x.a.MustChangePassword),
            UserState.Active => accounts.Where(x => !x.a.IsDisabled && !x.a.MustChangePassword && (x.a.LockedUntil == null || x.a.LockedUntil <= now)),
            _ => accounts,
        };
        var total = await accounts.CountAsync(cancellation);
        var found = await accounts.OrderBy(x => x.a.UserName).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        var ids = found.ConvertAll(x => x.a.Id);
        var linked = await db.Set<ExternalLink>().Where(l => ids.Contains(l.AccountId) && l.EndedAt == null).Select(l => l.AccountId).ToListAsync(cancellation);
        return ([.. found.Select(x => new UserRow(x.a.Id, x.a.UserName, x.Name, StateOf(x.a, now), x.a.TotpSecret is not null, linked.Contains(x.a.Id)))], total);
    }

    public async Task<UserSheet?> OfAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } account)
            return null;
        return new UserSheet
        {
            Id = id,
            UserName = account.UserName,
            PersonId = account.PersonId,
            PersonName = await db.Set<Person>().Where(p => p.Id == account.PersonId).Select(p => p.Name).FirstAsync(cancellation),
            State = StateOf(account, clock.GetUtcNow().UtcDateTime),
            LockedUntil = account.LockedUntil,
            HasTotp = account.TotpSecret is not null,
            Passkeys = await db.Set<Passkey>().CountAsync(p => p.AccountId == id, cancellation),
            Outside = [.. (await db.Set<ExternalLink>().AsNoTracking().Where(l => l.AccountId == id && l.EndedAt == null).OrderBy(l => l.Provider).ToListAsync(cancellation)).Select(l => (l.Provider, l.Subject))],
            Sessions = await sessions.OfAsync(id, cancellation),
            MayChange = (await door.OverPersonAsync(account.PersonId, cancellation)).IsOk,
        };
    }

    public async Task<IReadOnlyList<UserRow>> LinkedAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await db.Set<Account>().AsNoTracking().Where(a => db.Set<ExternalLink>().Any(l => l.AccountId == a.Id && l.EndedAt == null)).Join(db.Set<Person>(), a => a.PersonId, p => p.Id, (a, p) => new { a, p.Name }).OrderBy(x => x.a.UserName).ToListAsync(cancellation);
        return [.. found.Select(x => new UserRow(x.a.Id, x.a.UserName, x.Name, StateOf(x.a, now), x.a.TotpSecret is not null, IsLinked: true))];
    }

    private static UserState StateOf(Account account, DateTime now) =>
        account.IsDisabled ? UserState.Disabled : account.LockedUntil > now ? UserState.Locked : account.MustChangePassword ? UserState.FirstSignIn : UserState.Active;

    public static Words Name(UserState state) => state switch
    {
        UserState.Disabled => UserTexts.Disabled,
        UserState.Locked => UserTexts.Locked,
        UserState.FirstSignIn => UserTexts.FirstSignIn,
        _ => UserTexts.Active,
    };

    public static StatusLook Look(UserState state) => state switch
    {
        UserState.Disabled => new(StatusShape.Dash, UserTexts.Disabled, Tone.Plain),
        UserState.Locked => new(StatusShape.Cross, UserTexts.Locked, Tone.Cinnabar),
        UserState.FirstSignIn => new(StatusShape.Ring, UserTexts.FirstSignIn, Tone.Amber),
        _ => new(StatusShape.Dot, UserTexts.Active, Tone.Jade),
    };
}
