namespace Luoshi.Testing.Clocks;

/// <summary>A clock that stands still until a test moves it. Timers made from it fire only when it passes their time.</summary>
public sealed class FakeClock(DateTime utc) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<FakeTimer> timers = [];
    private DateTimeOffset now = new(utc, TimeSpan.Zero);

    /// <summary>Noon in Beijing on that day.</summary>
    public static FakeClock At(int year, int month, int day) => new(new DateTime(year, month, day, 4, 0, 0, DateTimeKind.Utc));

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan step)
    {
        List<FakeTimer> due;
        lock (gate)
        {
            now += step;
            due = timers.FindAll(timer => timer.TakeIfDue(now));
        }

        due.ForEach(timer => timer.Fire());
    }

    public void Set(DateTime utc) => Advance(utc - GetUtcNow().UtcDateTime);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        lock (gate)
            timers.Add(timer);
        return timer;
    }

    private sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        private DateTimeOffset? due;
        private TimeSpan period;

        public bool Change(TimeSpan dueTime, TimeSpan next)
        {
            (due, period) = (dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime, next);
            return true;
        }

        public bool TakeIfDue(DateTimeOffset time)
        {
            if (due is null || due > time)
                return false;
            due = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? null : time + period;
            return true;
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock.gate)
                clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
