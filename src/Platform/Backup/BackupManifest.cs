namespace Luoshi.Platform.Backup;

/// <summary>What is in a backup, so that a restore can check every byte before it touches anything.</summary>
public sealed record BackupManifest
{
    public const int CurrentFormat = 1;
    public const string EntryName = "manifest.json";

    public required int Format { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>sqlite or postgres: a backup goes back into the kind of database it came from.</summary>
    public required string Database { get; init; }

    public required IReadOnlyList<string> Migrations { get; init; }

    public required IReadOnlyList<BackupPart> Parts { get; init; }
}

/// <param name="Rows">Rows of the table, for the person who reads the list; null for a file.</param>
public sealed record BackupPart(string Name, long Bytes, string Sha256, long? Rows);

public sealed record BackupReport(string File, long Bytes, BackupManifest Manifest);
