namespace Luoshi.Ledger.Items.Assigning;

/// <summary>Who answers for an item, by when, and whom to call.</summary>
internal sealed record Assignment
{
    public required Guid ItemId { get; init; }

    /// <summary>The version the officer looked at.</summary>
    public required int SeenVersion { get; init; }

    /// <summary>分管领导.</summary>
    public Guid? LeadPostId { get; init; }

    /// <summary>牵头单位: reports the item's indicators from now on.</summary>
    public required Guid Lead { get; init; }

    public IReadOnlyList<Guid> Responsible { get; init; } = [];

    public IReadOnlyList<Guid> Supporting { get; init; } = [];

    public DateOnly? Deadline { get; init; }

    public string? Contact { get; init; }

    /// <summary>The paper it rests on.</summary>
    public string? Decision { get; init; }

    /// <summary>Needed with <see cref="Decision"/> where a deadline that was set before moves.</summary>
    public string? Reason { get; init; }

    /// <summary>One role a unit: the weightiest that was typed.</summary>
    public IReadOnlyDictionary<Guid, UnitRole> Roles()
    {
        var roles = new Dictionary<Guid, UnitRole> { [Lead] = UnitRole.Lead };
        foreach (var unit in Responsible)
            roles.TryAdd(unit, UnitRole.Responsible);
        foreach (var unit in Supporting)
            roles.TryAdd(unit, UnitRole.Supporting);
        return roles;
    }
}
