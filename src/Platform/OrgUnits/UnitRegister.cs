using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Places;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits;

public sealed record NewUnit
{
    public required string Name { get; init; }

    public string? ShortName { get; init; }

    public Guid? ParentId { get; init; }

    public string? Division { get; init; }

    public string? CreditCode { get; init; }

    public required DateOnly From { get; init; }

    public int Order { get; init; }
}

public sealed record UnitChange
{
    public required Guid UnitId { get; init; }

    public required int SeenVersion { get; init; }

    public required string Name { get; init; }

    public string? ShortName { get; init; }

    public Guid? ParentId { get; init; }

    /// <summary>Null leaves the code as it is, an empty text takes it away.</summary>
    public string? Division { get; init; }

    /// <inheritdoc cref="Division"/>
    public string? CreditCode { get; init; }

    public int Order { get; init; }
}

/// <summary>Sets up, renames, moves and closes units.</summary>
public sealed class UnitRegister(LuoshiDb db, IEnumerable<FindOpenWork> openWork)
{
    public async Task<Outcome<Guid>> AddAsync(NewUnit wanted, Actor actor, string? basis = null, CancellationToken cancellation = default)
    {
        if (Named(wanted.Name) is { } unnamed)
            return unnamed;
        if (!Codes(wanted.Division, wanted.CreditCode, out var division, out var credit, out var refusal))
            return refusal;
        var parent = wanted.ParentId is { } id ? await db.Set<OrgUnit>().FindAsync([id], cancellation) : null;
        if (wanted.ParentId is not null && parent is null)
            return OrgTexts.NoUnit with { Where = "parent" };
        if (await SiblingAsync(wanted.ParentId, wanted.Name, except: null, cancellation))
            return OrgTexts.SameName(wanted.Name);

        var key = Guid.CreateVersion7();
        var path = OrgUnit.PathOf(parent?.Path, key);
        if (Depth(path) > OrgUnit.MaxDepth)
            return OrgTexts.TooDeep;
        db.Begin(OrgTexts.AddUnit, actor, basis: basis);
        db.Add(new OrgUnit
        {
            Id = key,
            Name = wanted.Name,
            ShortName = wanted.ShortName,
            ParentId = wanted.ParentId,
            Division = division,
            CreditCode = credit,
            From = wanted.From,
            Order = wanted.Order,
            Path = path,
        });
        await db.SaveChangesAsync(cancellation);
        return key;
    }

    /// <exception cref="DbUpdateConcurrencyException">Someone else changed the unit meanwhile.</exception>
    public async Task<Outcome<Guid>> ChangeAsync(UnitChange change, Actor actor, string? reason = null, CancellationToken cancellation = default)
    {
        if (Named(change.Name) is { } unnamed)
            return unnamed;
        var unit = await db.Set<OrgUnit>().FindAsync([change.UnitId], cancellation);
        if (unit is null)
            return OrgTexts.NoUnit;
        if (!Codes(change.Division, change.CreditCode, out var division, out var credit, out var wrong))
            return wrong;
        if (await SiblingAsync(change.ParentId, change.Name, unit.Id, cancellation))
            return OrgTexts.SameName(change.Name);
        if (change.ParentId != unit.ParentId && await MoveAsync(unit, change.ParentId, cancellation) is { } refused)
            return refused;

        db.Begin(OrgTexts.EditUnit, actor, reason);
        db.Expect(unit, change.SeenVersion);
        (unit.Name, unit.ShortName, unit.Order) = (change.Name, change.ShortName, change.Order);
        unit.Division = change.Division is null ? unit.Division : division;
        unit.CreditCode = change.CreditCode is null ? unit.CreditCode : credit;
        await db.SaveChangesAsync(cancellation);
        return unit.Id;
    }

    /// <summary>
    /// The unit ends with <paramref name="last"/>, and with it its posts, who holds them and their roles. A unit that others belong to, or
    /// that still answers for open work, is not closed: that work needs a successor.
    /// </summary>
    public async Task<Outcome<Guid>> CloseAsync(Guid unitId, DateOnly last, Actor actor, string? basis = null, CancellationToken cancellation = default)
    {
        if (await db.Set<OrgUnit>().FindAsync([unitId], cancellation) is not { Until: null } unit)
            return OrgTexts.NoUnit;
        if (last < unit.From)
            return OrgTexts.EndBeforeStart;
        if (await db.Set<OrgUnit>().AnyAsync(u => u.ParentId == unitId && (u.Until == null || u.Until > last), cancellation))
            return OrgTexts.HasUnits(unit.Name);
        var open = 0;
        foreach (var module in openWork)
            open += (await module(db, unitId, cancellation)).Count;
        if (open > 0)
            return OrgTexts.HasWork(unit.Name, open);

        db.Begin(OrgTexts.CloseUnit, actor, basis: basis);
        unit.Until = last;
        foreach (var post in await db.Set<Post>().Where(p => p.UnitId == unitId && (p.Until == null || p.Until > last)).ToListAsync(cancellation))
            await PostRegister.EndAsync(db, post, last, cancellation);
        await db.SaveChangesAsync(cancellation);
        return unitId;
    }

    private async Task<Refusal?> MoveAsync(OrgUnit unit, Guid? parentId, CancellationToken cancellation)
    {
        var parent = parentId is { } id ? await db.Set<OrgUnit>().FindAsync([id], cancellation) : null;
        if (parentId is not null && parent is null)
            return OrgTexts.NoUnit with { Where = "parent" };
        if (parent?.Path.StartsWith(unit.Path, StringComparison.Ordinal) is true)
            return OrgTexts.Loop;
        var (old, now) = (unit.Path, OrgUnit.PathOf(parent?.Path, unit.Id));
        var subtree = await db.Set<OrgUnit>().Where(u => u.Path.StartsWith(old)).ToListAsync(cancellation);
        if (subtree.Max(u => Depth(u.Path)) - Depth(old) + Depth(now) > OrgUnit.MaxDepth)
            return OrgTexts.TooDeep;
        foreach (var below in subtree)
            below.Path = now + below.Path[old.Length..];
        unit.ParentId = parentId;
        return null;
    }

    private Task<bool> SiblingAsync(Guid? parent, string name, Guid? except, CancellationToken cancellation) =>
        db.Set<OrgUnit>().AnyAsync(u => u.ParentId == parent && u.Name == name && u.Until == null && u.Id != except, cancellation);

    private static Refusal? Named(string name) => name.Length switch
    {
        0 => OrgTexts.NeedsName("name"),
        > OrgUnit.MaxName => OrgTexts.TooLong("name", OrgUnit.MaxName),
        _ => null,
    };

    private static bool Codes(string? divisionText, string? creditText, out DivisionCode? division, out CreditCode? credit, out Refusal refusal)
    {
        (division, credit, refusal) = (null, null, OrgTexts.BadDivision);
        if (!string.IsNullOrEmpty(divisionText))
        {
            if (!DivisionCode.TryParse(divisionText, out var read))
                return false;
            division = read;
        }

        refusal = OrgTexts.BadCredit;
        if (string.IsNullOrEmpty(creditText))
            return true;
        if (!Luoshi.Kernel.Places.CreditCode.TryParse(creditText, out var code))
            return false;
        credit = code;
        return true;
    }

    private static int Depth(string path) => path.Count(c => c == '/');
}
