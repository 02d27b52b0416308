using Luoshi.Platform.Journal;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.Ledger.Assessments.Strips;

/// <summary>
/// What one unit is to do for a list and what was accepted of it, packed into one row: rating reads a few thousand of these instead of
/// millions of figures. The rows stay the truth; a change to them empties the strip in the same transaction, and whoever needs it next
/// packs it anew.
/// </summary>
[Unjournalled("it repeats journalled rows")]
internal sealed class UnitStrip
{
    public required Guid ListId { get; init; }

    /// <summary>Empty for what no unit reports yet.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Grows with every change to the rows, so that nobody stores what was packed from older ones.</summary>
    public long Version { get; init; }

    /// <summary>Null until it is packed.</summary>
    public byte[]? Content { get; init; }

    public static void Configure(EntityTypeBuilder<UnitStrip> strip) => strip.HasKey(s => new { s.ListId, s.UnitId });
}

/// <summary>What was last written of a unit's assessments for a period, as a print of each: a rating that finds the same writes nothing.</summary>
[Unjournalled("it repeats the stored assessments")]
internal sealed class UnitRating
{
    public required Guid ListId { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    public required Guid UnitId { get; init; }

    public required byte[] Prints { get; init; }

    public static void Configure(EntityTypeBuilder<UnitRating> rating)
    {
        rating.HasKey(r => new { r.ListId, r.PeriodEnd, r.UnitId });
        rating.HasIndex(r => new { r.UnitId, r.PeriodEnd });
    }
}
