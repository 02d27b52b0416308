namespace Luoshi.Platform.Journal;

/// <summary>
/// A kind of change people speak of ("上报月报"), declared once beside its handler. The code is stable and stored; the words may improve.
/// </summary>
public sealed record ProcessKind(string Code, string Chinese, string English);

/// <summary>
/// Who acts: the account that is signed in and the post it acts for. <see cref="Name"/> is kept as it was spoken at that time,
/// so that history reads the same after a person has left or a post was renamed.
/// </summary>
public sealed record Actor
{
    public Guid? AccountId { get; init; }

    public Guid? PostId { get; init; }

    public required string Name { get; init; }

    /// <summary>A job, an import at the command line or the installation itself.</summary>
    public static Actor System(string name) => new() { Name = name };
}

/// <summary>The frame every change runs in: what is being done, by whom, why and on which ground.</summary>
public sealed record Process
{
    public required ProcessKind Kind { get; init; }

    public required Actor Actor { get; init; }

    /// <summary>The reason in the actor's own words, where one is asked for.</summary>
    public string? Purpose { get; init; }

    /// <summary>The document or decision the change rests on, such as a document number or the minutes of a meeting.</summary>
    public string? Basis { get; init; }
}
