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
        // A gap that would reach into the next light's stretch is cut: a million points behind is as urgent as two.
        const string Gap = "CAST(COALESCE(gap, 0) AS double precision)";
        assessment.Property(a => a.Urgency).HasComputedColumnSql(
            "CASE COALESCE(decided_light, light) WHEN 'Alarm' THEN 0.0 WHEN 'Warning' THEN 10000000.0 WHEN 'None' THEN 20000000.0 WHEN 'Good' THEN 30000000.0 ELSE 40000000.0 END "
            + $"- CASE WHEN overdue THEN 2000000.0 ELSE 0.0 END + CASE WHEN {Gap} > 1000000 THEN 1000000.0 WHEN {Gap} < -1000000 THEN -1000000.0 ELSE {Gap} END",
            stored: true);
        assessment.HasIndex(a => new { a.ListId, a.PeriodEnd, a.Urgency }).HasFilter("rated");
        assessment.HasIndex(a => new { a.PeriodEnd, a.Urgency }).HasFilter("rated");
        assessment.HasIndex(a => new { a.UnitId, a.PeriodEnd, a.Urgency }).HasFilter("rated");
        assessment.HasIndex(a => new { a.PeriodEnd, a.ShownProgress, a.Urgency }).HasFilter("rated");
    }

    /// <summary>Between which urgencies the rows of a light lie: the first belongs to it, the second no more.</summary>
    public static (double From, double To) Stretch(Light light)
    {
        var middle = light switch
        {
            Light.Alarm => 0,
            Light.Warning => 1,
            Light.None => 2,
            Light.Good => 3,
            _ => 4,
        } * 10_000_000d;
        return (middle - 5_000_000, middle + 5_000_000);
    }
}
