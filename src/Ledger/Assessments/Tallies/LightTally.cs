using Luoshi.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.Ledger.Assessments.Tallies;

/// <summary>How a light compares with the month before.</summary>
internal enum Turn
{
    Same,

    /// <summary>It was none and is an alarm now.</summary>
    TurnedRed,

    /// <summary>It was an alarm and is none now.</summary>
    Recovered,
}

/// <summary>
/// How many rated indicators of a unit show a light in a month. Desks, heat maps and charts count these few rows instead of
/// every indicator; they say what a count over the assessments would.
/// </summary>
[Unjournalled("it counts stored assessments")]
internal sealed class LightTally
{
    public const string PeriodIndex = "ix_light_tallies_period";

    public required Guid ListId { get; init; }

    public required DateOnly PeriodEnd { get; init; }

    /// <summary>Empty where no unit reports the indicator yet.</summary>
    public required Guid UnitId { get; init; }

    public Light Light { get; init; }

    public Progress Progress { get; init; }

    public bool Overdue { get; init; }

    public Turn Turn { get; init; }

    public int Indicators { get; init; }

    public static void Configure(EntityTypeBuilder<LightTally> tally)
    {
        tally.HasKey(t => new { t.ListId, t.PeriodEnd, t.UnitId, t.Light, t.Progress, t.Overdue, t.Turn });
        tally.HasIndex(t => t.PeriodEnd, PeriodIndex);
    }

    /// <summary>The columns that lists are filtered and sorted by, and the indexes that find the first page of any of them.</summary>
    public static void Shown(EntityTypeBuilder<StoredAssessment> assessment)
    {
        assessment.Property(a => a.ShownLight).HasComputedColumnSql("COALESCE(decided_light, light)", stored: true);
        assessment.Property(a => a.ShownProgress).HasComputedColumnSql("COALESCE(decided_progress, progress)", stored: true);
        assessment.Property(a => a.Urgency).HasComputedColumnSql(
            "CASE COALESCE(decided_light, light) WHEN 'Alarm' THEN 0.0 WHEN 'Warning' THEN 10000000.0 WHEN 'None' THEN 20000000.0 WHEN 'Good' THEN 30000000.0 ELSE 40000000.0 END "
            + "- CASE WHEN overdue THEN 1000000.0 ELSE 0.0 END + CAST(COALESCE(gap, 0) AS double precision)",
            stored: true);
        assessment.HasIndex(a => new { a.ListId, a.PeriodEnd, a.Urgency }).HasFilter("rated");
        assessment.HasIndex(a => new { a.PeriodEnd, a.Urgency }).HasFilter("rated");
        assessment.HasIndex(a => new { a.UnitId, a.PeriodEnd, a.Urgency }).HasFilter("rated");
    }
}
