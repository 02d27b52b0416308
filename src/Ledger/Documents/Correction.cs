using Luoshi.Kernel.Quantities;
using Luoshi.Platform.Storage;
using Luoshi.Reading.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.Ledger.Documents;

/// <summary>
/// What a person says a figure is, beside the machine's reading and never over it. Rows are only added: the newest row of a place
/// is in force, and a row with nothing in it puts the machine's reading back.
/// </summary>
internal sealed class Correction : Entity
{
    public const int ReasonLength = 500;
    public const int IndicatorLength = 120;
    public const int UnitLength = 40;
    public const int PersonLength = 60;

    public required Guid DocumentId { get; init; }

    /// <summary>Place of the figure in the raw text, which no version of the program changes.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    public string? Indicator { get; init; }

    public string? Unit { get; init; }

    public Stance? Stance { get; init; }

    /// <summary>The plan the result is to be set against, in base units.</summary>
    public decimal? Plan { get; init; }

    /// <summary>Upper end where the plan is a range.</summary>
    public decimal? PlanMax { get; init; }

    /// <summary>How the plan is meant: 200以上, 不超过9.</summary>
    public Bound PlanBound { get; init; }

    public required string Reason { get; init; }

    public required string Person { get; init; }

    public required DateTime At { get; init; }

    public bool IsReset => Indicator is null && Unit is null && Stance is null && Plan is null;

    public static void Map(EntityTypeBuilder<Correction> table)
    {
        table.Property(correction => correction.Indicator).HasMaxLength(IndicatorLength);
        table.Property(correction => correction.Unit).HasMaxLength(UnitLength);
        table.Property(correction => correction.Reason).HasMaxLength(ReasonLength);
        table.Property(correction => correction.Person).HasMaxLength(PersonLength);
        table.Property(correction => correction.Plan).HasPrecision(28, 8);
        table.Property(correction => correction.PlanMax).HasPrecision(28, 8);
        table.HasIndex(correction => correction.DocumentId);
        table.HasOne<StoredDocument>().WithMany().HasForeignKey(correction => correction.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }
}
