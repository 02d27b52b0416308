using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.Ledger.Documents;

/// <summary>
/// What one version of the program read in a document: the lines it would export, compressed. A newer version adds its own
/// reading and leaves the older ones, so that it can always be said what was shown at the time.
/// </summary>
[Unjournalled("made by the program from the bytes; no one decides it")]
internal sealed class StoredReading : Entity
{
    public required Guid DocumentId { get; init; }

    public required string ProgramVersion { get; init; }

    public required DateTime ReadAt { get; init; }

    /// <summary>Figures as JSON lines, Brotli.</summary>
    public required byte[] Figures { get; init; }

    /// <summary>Checks of the audit as JSON lines, Brotli.</summary>
    public required byte[] Checks { get; init; }

    public static void Map(EntityTypeBuilder<StoredReading> table)
    {
        table.Property(reading => reading.ProgramVersion).HasMaxLength(80);
        table.HasIndex(reading => new { reading.DocumentId, reading.ProgramVersion }).IsUnique();
        table.HasOne<StoredDocument>().WithMany().HasForeignKey(reading => reading.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }
}
