using Luoshi.Kernel.Outcomes;

namespace Luoshi.Platform.Journal;

/// <summary>What a history is told of: the name over the page, the way back, and the rows that belong to the thing.</summary>
public sealed record HistoryScope(string Title, string Back, IReadOnlyCollection<Guid> Subjects);

/// <summary>
/// A kind of thing with a history of its own, shown at <c>/history/{Kind}/{id}</c>. <see cref="Find"/> asks first whether this person
/// may look and refuses otherwise; it answers null when there is no such thing.
/// </summary>
public sealed record HistorySubject(string Kind, Func<IServiceProvider, Guid, CancellationToken, Task<Outcome<HistoryScope?>>> Find);

/// <summary>Names of things by their id, as far as the module knows them: history says 市教育局, not a key.</summary>
public delegate Task<IReadOnlyDictionary<Guid, string>> HistoryNames(Storage.LuoshiDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

/// <summary>
/// A module's words for its tables, columns and coded values. A key is a column (<c>Name</c>) or a column of one table
/// (<c>ledger_items.Name</c>); for values the same with the value behind an equals sign (<c>Role=Office</c>).
/// </summary>
public sealed record HistoryWords
{
    public required IReadOnlyDictionary<string, Words> Tables { get; init; }

    public required IReadOnlyDictionary<string, Words> Columns { get; init; }

    public IReadOnlyDictionary<string, Words> Values { get; init; } = new Dictionary<string, Words>(StringComparer.Ordinal);
}
