using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Access;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits;

/// <summary>A merger (several units end, one takes over) or a split (one ends, several take over).</summary>
public sealed record ReorganisationPlan
{
    public required IReadOnlyList<Guid> Ending { get; init; }

    /// <summary>Takes over everything that <see cref="Posts"/> does not give elsewhere.</summary>
    public required Guid MainSuccessor { get; init; }

    /// <summary>Posts that go to another successor than the main one.</summary>
    public IReadOnlyDictionary<Guid, Guid> Posts { get; init; } = new Dictionary<Guid, Guid>();

    /// <summary>Open work, by the ids <see cref="FindOpenWork"/> gave, that goes to another successor than the main one.</summary>
    public IReadOnlyDictionary<Guid, Guid> Work { get; init; } = new Dictionary<Guid, Guid>();

    /// <summary>The first day on which the successors answer for the work.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The decision it rests on.</summary>
    public required string Basis { get; init; }
}

/// <summary>What a module must hand over: everything open of <see cref="FromUnit"/> now belongs to <see cref="ToUnit"/>.</summary>
public sealed record UnitHandOver(Guid FromUnit, Guid ToUnit, DateOnly On)
{
    /// <summary>Pieces of work that go to another unit than <see cref="ToUnit"/>.</summary>
    public IReadOnlyDictionary<Guid, Guid> Elsewhere { get; init; } = new Dictionary<Guid, Guid>();

    public Guid SuccessorOf(Guid work) => Elsewhere.GetValueOrDefault(work, ToUnit);
}

/// <summary>Something a unit still answers for, by the words of the module it belongs to.</summary>
public sealed record OpenWork(Guid Id, Words Kind, string Name)
{
    /// <summary>The first day of the plan it belongs to; null where that is not known.</summary>
    public DateOnly? From { get; init; }
}

/// <summary>What a unit still answers for: shown before a hand-over, and why a unit cannot simply be closed.</summary>
public delegate Task<IReadOnlyList<OpenWork>> FindOpenWork(LuoshiDb db, Guid unit, CancellationToken cancellation);

/// <summary>
/// A module's part in a hand-over. It changes its own rows on the given context and does not save: everything goes into one
/// transaction and one journal entry, or nothing does. Registered with <c>services.AddHandOver(…)</c>.
/// </summary>
public delegate Task HandOver(LuoshiDb db, UnitHandOver handOver, CancellationToken cancellation);

/// <summary>Ends units and gives their posts, roles and open work to others. Closed work keeps the unit that did it.</summary>
public sealed class Reorganisation(LuoshiDb db, IEnumerable<HandOver> handOvers, IEnumerable<FindOpenWork> openWork, TimeProvider clock)
{
    /// <summary>What is decided later than this is no plan yet; most often the year was mistyped.</summary>
    private const int MostYearsAhead = 1;

    /// <summary>Lists are published before their year begins, and what a merger of last year left behind may be handed over late.</summary>
    private const int MostYearsBehind = 2;

    public async Task<Outcome<int>> CarryOutAsync(ReorganisationPlan plan, Actor actor, CancellationToken cancellation = default)
    {
        if (plan.Ending.Count == 0 || plan.Ending.Contains(plan.MainSuccessor) || plan.Posts.Values.Concat(plan.Work.Values).Any(plan.Ending.Contains))
            return OrgTexts.NoSuccessor;
        if (string.IsNullOrWhiteSpace(plan.Basis))
            return OrgTexts.NeedsBasis;
        if (plan.On > LocalTime.Today(clock).AddYears(MostYearsAhead))
            return OrgTexts.TooFarAhead;
        var successors = plan.Posts.Values.Concat(plan.Work.Values).Append(plan.MainSuccessor).ToHashSet();
        var units = await db.Set<OrgUnit>().Where(u => plan.Ending.Contains(u.Id) || successors.Contains(u.Id)).ToListAsync(cancellation);
        if (units.Count != plan.Ending.Count + successors.Count || !units.TrueForAll(u => u.ExistsOn(plan.On)))
            return OrgTexts.NoUnit;
        var ending = units.FindAll(u => plan.Ending.Contains(u.Id));
        if (await BelowAsync(plan, cancellation) is { } parent)
            return OrgTexts.HasUnits(ending.Find(u => u.Id == parent)!.Name);
        if (await FirstWorkAsync(plan, cancellation) is { } first && first.AddYears(-MostYearsBehind) is var earliest && plan.On < earliest)
            return OrgTexts.BeforeWork(earliest);

        db.Begin(OrgTexts.Reorganise, actor, basis: plan.Basis);
        foreach (var unit in ending)
            await EndAsync(unit, plan, cancellation);
        await db.SaveChangesAsync(cancellation);
        return ending.Count;
    }

    /// <summary>The first day of the oldest plan with open work of the ending units.</summary>
    private async Task<DateOnly?> FirstWorkAsync(ReorganisationPlan plan, CancellationToken cancellation)
    {
        var found = new List<OpenWork>();
        foreach (var find in openWork)
        {
            foreach (var unit in plan.Ending)
                found.AddRange(await find(db, unit, cancellation));
        }

        return found.Min(work => work.From);
    }

    private async Task<Guid?> BelowAsync(ReorganisationPlan plan, CancellationToken cancellation) =>
        await db.Set<OrgUnit>()
            .Where(u => u.ParentId != null && plan.Ending.Contains(u.ParentId.Value) && !plan.Ending.Contains(u.Id) && (u.Until == null || u.Until >= plan.On))
            .Select(u => u.ParentId).FirstOrDefaultAsync(cancellation);

    private async Task EndAsync(OrgUnit unit, ReorganisationPlan plan, CancellationToken cancellation)
    {
        unit.Until = plan.On.AddDays(-1);
        var posts = await db.Set<Post>().Where(p => p.UnitId == unit.Id && (p.Until == null || p.Until >= plan.On)).ToListAsync(cancellation);
        foreach (var post in posts)
            post.UnitId = plan.Posts.GetValueOrDefault(post.Id, plan.MainSuccessor);
        foreach (var successor in posts.Select(p => p.UnitId).Concat(plan.Work.Values).Append(plan.MainSuccessor).Distinct())
            db.Add(new OrgSuccession { FromId = unit.Id, ToId = successor, On = plan.On });
        await RolesAsync(unit, posts, plan, cancellation);
        var handOver = new UnitHandOver(unit.Id, plan.MainSuccessor, plan.On) { Elsewhere = plan.Work };
        foreach (var module in handOvers)
            await module(db, handOver, cancellation);
    }

    /// <summary>
    /// Whoever had a role on the unit has it on the successor from that day. The old role stays: reports of the time before still need
    /// the hands that answer for them.
    /// </summary>
    private async Task RolesAsync(OrgUnit unit, List<Post> posts, ReorganisationPlan plan, CancellationToken cancellation)
    {
        var moved = posts.ToDictionary(post => post.Id, post => post.UnitId);
        foreach (var binding in await db.Set<RoleBinding>().Where(b => b.UnitId == unit.Id && (b.Until == null || b.Until >= plan.On)).ToListAsync(cancellation))
        {
            var successor = moved.GetValueOrDefault(binding.PostId, plan.MainSuccessor);
            var from = binding.From > plan.On ? binding.From : plan.On;
            db.Add(new RoleBinding { PostId = binding.PostId, Role = binding.Role, UnitId = successor, From = from, Until = binding.Until });
        }
    }
}
