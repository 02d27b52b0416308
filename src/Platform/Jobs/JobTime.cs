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

    private sealed record AtTime(TimeOnly Time) : JobTime
    {
        public override DateTime LastDue(DateTime utc)
        {
            var today = LocalTime.Start(LocalTime.Day(utc)) + Time.ToTimeSpan();
            return today <= utc ? today : today.AddDays(-1);
        }
    }

    /// <summary>Counted from a fixed moment, so that every node means the same slots.</summary>
    private sealed record InSteps(TimeSpan Step) : JobTime
    {
        public override DateTime LastDue(DateTime utc) => new(utc.Ticks - (utc.Ticks % Step.Ticks), DateTimeKind.Utc);
    }
}
