namespace Luoshi.Platform.Access;

/// <summary>What a post may do on the units it is bound to.</summary>
public enum Role
{
    /// <summary>督查室: keeps the lists, accepts and returns reports, decides lights, publishes.</summary>
    Office,

    /// <summary>Fills in reports of its units.</summary>
    Reporter,

    /// <summary>Approves reports of its units before they go to the office; never its own.</summary>
    Approver,

    /// <summary>Checks on site and confirms or contradicts what was reported.</summary>
    Inspector,

    /// <summary>Sees its items, signs, instructs.</summary>
    Leader,

    /// <summary>Sees everything below and changes nothing.</summary>
    Auditor,

    /// <summary>Keeps units, posts, accounts and settings; has no say in figures.</summary>
    Administrator,
}
