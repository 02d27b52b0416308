namespace Luoshi.Platform.Jobs;

/// <summary>When a job is due. Times of day are Beijing time.</summary>
public abstract record JobTime
{
    private JobTime()
    {
    }

    public static JobTime Daily(int hour, int minute) => new AtTime(new TimeOnly(hour, minute));

    public static JobTime Every(TimeSpan step) => new InSteps(step);

    /// <summary>The last moment at or before <paramref name="utc"/> when the job was due.</summary>
    public abstract DateTime LastDue(DateTime utc);

    /// <summary>The first moment after <paramref name="utc"/> when the job is due.</summary>
    public abstract DateTime NextDue(DateTime utc);

    /// <summary>How often, in words.</summary>
    public abstract Words Told { get; }

    private static string Print(TimeOnly time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record AtTime(TimeOnly Time) : JobTime
    {
        public override Words Told => new($"每天 {Print(Time)}", $"daily at {Print(Time)}");

        public override DateTime NextDue(DateTime utc) => LastDue(utc).AddDays(1);

        public override DateTime LastDue(DateTime utc)
        {
            var today = LocalTime.Start(LocalTime.Day(utc)) + Time.ToTimeSpan();
            return today <= utc ? today : today.AddDays(-1);
        }
    }

    /// <summary>Counted from a fixed moment, so that every node means the same slots.</summary>
    private sealed record InSteps(TimeSpan Step) : JobTime
    {
        public override Words Told => new($"每 {Step.TotalMinutes:0} 分钟", $"every {Step.TotalMinutes:0} minutes");

        public override DateTime NextDue(DateTime utc) => LastDue(utc) + Step;

        public override DateTime LastDue(DateTime utc) => new(utc.Ticks - (utc.Ticks % Step.Ticks), DateTimeKind.Utc);
    }
}
