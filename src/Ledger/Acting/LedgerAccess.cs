using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Approvals;
using Luoshi.Platform.Access;
using Luoshi.Platform.Identity.Sessions;

namespace Luoshi.Ledger.Acting;

/// <summary>The ledger's one door to roles: finds out in which hand the person behind a request may act.</summary>
internal sealed class LedgerAccess(CurrentUser user, AccessService access, RoleHolders holders)
{
    public bool IsSignedIn => user.IsSignedIn;

    public Guid? Person => user.PersonId;

    public async Task<Outcome<ActingPerson>> OfficeAsync(CancellationToken cancellation = default)
    {
        if (await TopAsync(Role.Office, cancellation) is not { } top)
            return LedgerRefusals.NotAllowed;
        return await ActAsync(Role.Office, Hand.Office, top, cancellation);
    }

    public Task<Outcome<ActingPerson>> ReporterAsync(Guid unit, CancellationToken cancellation = default) => ActAsync(Role.Reporter, Hand.Reporter, unit, cancellation);

    public Task<Outcome<ActingPerson>> LeaderAsync(Guid unit, CancellationToken cancellation = default) => ActAsync(Role.Approver, Hand.UnitLeader, unit, cancellation);

    /// <summary>Who verifies results on the unit: an inspector, else the office.</summary>
    public async Task<Outcome<ActingPerson>> VerifierAsync(Guid unit, CancellationToken cancellation = default)
    {
        var inspector = await ActAsync(Role.Inspector, Hand.Inspector, unit, cancellation);
        return inspector.IsOk ? inspector : await ActAsync(Role.Office, Hand.Office, unit, cancellation);
    }

    /// <summary>The hand that may take this step on this unit's report: several people wear several hats.</summary>
    public async Task<Outcome<ActingPerson>> ForAsync(ReportAction action, ReportState state, Guid unit, CancellationToken cancellation = default)
    {
        foreach (var step in ReportFlow.Steps)
        {
            if (step.Action != action || step.From != state)
                continue;
            var outcome = await ActAsync(RoleOf(step.By), step.By, unit, cancellation);
            if (outcome.IsOk)
                return outcome;
        }

        return LedgerRefusals.NotAllowed;
    }

    public Task<IReadOnlySet<Guid>> UnitsAsync(Role role, CancellationToken cancellation = default) => user.UnitsAsync([role], cancellation);

    /// <summary>The posts this person holds or stands in for today.</summary>
    public async Task<IReadOnlySet<Guid>> PostsAsync(CancellationToken cancellation = default) =>
        user.PersonId is { } person && await access.OfAsync(person, cancellation: cancellation) is { } view ? view.Posts : new HashSet<Guid>();

    public async Task<bool> HasAsync(Role role, CancellationToken cancellation = default) =>
        user.PersonId is { } person && await access.OfAsync(person, cancellation: cancellation) is { } view && view.Roles.Contains(role);

    /// <summary>Posts of leaders: whom the office may name as the lead official of an item.</summary>
    public Task<IReadOnlyList<Guid>> LeadingPostsAsync(CancellationToken cancellation = default) => holders.PostsAsync(Role.Leader, cancellation);

    /// <summary>Every page of the ledger is for people with a role; none is needed to read beyond that.</summary>
    public async Task<bool> MayReadAsync(CancellationToken cancellation = default) =>
        user.PersonId is { } person && await access.OfAsync(person, cancellation: cancellation) is { Roles.Count: > 0 };

    /// <summary>
    /// The units whose papers this person sees before they are handed in, originals of evidence with them: those they report, sign or
    /// verify for. Photos show people and places, and a draft is nobody's word yet.
    /// </summary>
    public Task<IReadOnlySet<Guid>> SeenInsideAsync(CancellationToken cancellation = default) =>
        user.UnitsAsync([Role.Office, Role.Reporter, Role.Approver, Role.Inspector, Role.Leader, Role.Auditor], cancellation);

    public async Task<bool> MaySeeEvidenceAsync(Guid unit, CancellationToken cancellation = default) => (await SeenInsideAsync(cancellation)).Contains(unit);

    private async Task<Outcome<ActingPerson>> ActAsync(Role role, Hand hand, Guid unit, CancellationToken cancellation)
    {
        if (!(await user.ActAsync(role, unit, cancellation)).TryGet(out var actor, out var refusal))
            return refusal;
        return user.PersonId is { } person ? new ActingPerson { Person = person, Actor = actor, Hand = hand, Unit = unit } : LedgerRefusals.NotAllowed;
    }

    private async Task<Guid?> TopAsync(Role role, CancellationToken cancellation)
    {
        if (user.PersonId is not { } person || await access.OfAsync(person, cancellation: cancellation) is not { } view)
            return null;
        var tops = view.Tops(role);
        return tops.Count == 0 ? null : tops.First();
    }

    private static Role RoleOf(Hand hand) => hand switch
    {
        Hand.Reporter => Role.Reporter,
        Hand.UnitLeader => Role.Approver,
        Hand.Inspector => Role.Inspector,
        _ => Role.Office,
    };
}
