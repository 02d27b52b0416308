namespace Luoshi.Platform.Journal;

/// <summary>
/// An entity, or a single property, whose changes are no one's decision (sessions, queues, values derived from others).
/// Everything else is journalled.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, Inherited = false)]
public sealed class UnjournalledAttribute(string because) : Attribute
{
    public string Because => because;
}

/// <summary>A secret: the journal says that it changed, not from what to what.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JournalHiddenAttribute : Attribute;

/// <summary>Too large to write down: the journal keeps its SHA-256, and <see cref="JournalVerifier"/> holds what is stored against it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JournalDigestAttribute : Attribute;
