using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.Ledger.Documents;

/// <summary>A published document that was given to Luoshi. The same bytes are one document, however often they arrive.</summary>
internal sealed class StoredDocument : Entity
{
    public const int NameLength = 200;
    public const int TitleLength = 300;

    /// <summary>SHA-256 of the bytes, in lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The file's name when it first arrived, without folders.</summary>
    public required string Name { get; init; }

    public required long Size { get; init; }

    public required DateTime ReceivedAt { get; init; }

    /// <summary>Who brought it; empty where the installation runs without sign-in.</summary>
    public string ReceivedBy { get; init; } = "";

    public required Reading.Documents.DocumentFormat Format { get; init; }

    public required string Encoding { get; init; }

    /// <summary>As printed, or empty.</summary>
    public required string Title { get; set; }

    public string? Place { get; set; }

    public int? Year { get; set; }

    // Shown in the list, so that it need not read every document again.
    public int Figures { get; set; }

    public int Checks { get; set; }

    public int Conflicts { get; set; }

    public static void Map(EntityTypeBuilder<StoredDocument> table)
    {
        table.Property(document => document.Hash).HasMaxLength(64);
        table.Property(document => document.Name).HasMaxLength(NameLength);
        table.Property(document => document.Title).HasMaxLength(TitleLength);
        table.Property(document => document.Place).HasMaxLength(100);
        table.Property(document => document.ReceivedBy).HasMaxLength(100);
        table.Property(document => document.Encoding).HasMaxLength(40);
        table.HasIndex(document => document.Hash).IsUnique();
        table.HasIndex(document => document.ReceivedAt);
    }
}
