namespace Luoshi.Platform.Storage;

/// <summary>
/// A module's own work that belongs to a change, whoever makes it: <paramref name="Watch"/> sees what is about to be saved and returns
/// what to do once the rows are written, in the same transaction; null when the change does not concern it.
/// </summary>
public sealed record ChangeFollower(Func<LuoshiDb, Func<CancellationToken, Task>?> Watch);
