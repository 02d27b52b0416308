using Luoshi.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.Ledger.Documents;

/// <summary>The bytes as they arrived, apart from the document's facts so that lists never load them.</summary>
[Unjournalled("the document's row, which is journalled, names the hash of these bytes")]
internal sealed class DocumentFile
{
    public required Guid DocumentId { get; init; }

    public required byte[] Content { get; init; }

    public static void Map(EntityTypeBuilder<DocumentFile> table)
    {
        table.HasKey(file => file.DocumentId);
        table.Property(file => file.DocumentId).ValueGeneratedNever();
        table.HasOne<StoredDocument>().WithOne().HasForeignKey<DocumentFile>(file => file.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }
}
