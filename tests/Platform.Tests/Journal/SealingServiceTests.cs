using System.Collections.Concurrent;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Tests.OrgUnits;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Luoshi.Platform.Tests.Journal;

public sealed class SealingServiceTests
{
    [Theory, DatabaseData]
    public async Task Stopping_is_no_failure_and_seals_what_waits(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var log = new Kept();
        var clock = new Watched();
        using var service = new SealingService(city.Get<JournalSealer>(), clock, log);

        await service.StartAsync(TestContext.Current.CancellationToken);
        await clock.Waiting.Task.WaitAsync(TestContext.Current.CancellationToken);
        City.Ok(await city.Get<UnitRegister>().AddAsync(new NewUnit { Name = "海岳市体育局", From = City.Founded }, City.Admin, cancellation: TestContext.Current.CancellationToken));
        await service.StopAsync(TestContext.Current.CancellationToken);

        log.Lines.ShouldBeEmpty();
        service.ExecuteTask!.IsFaulted.ShouldBeFalse();
        service.ExecuteTask.IsCanceled.ShouldBeFalse("a cancelled task would be logged as a failure by the host");
        await using var db = city.Database.Open();
        (await db.Set<JournalProcess>().CountAsync(p => p.Batch == null, TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    /// <summary>
    /// Says when the service waits for its first round. The host starts it on another thread; stopped before that thread
    /// ran, it would never have begun, and its task would be cancelled without any fault of the service.
    /// </summary>
    private sealed class Watched : TimeProvider
    {
        public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waiting.TrySetResult();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    private sealed class Kept : ILogger<SealingService>
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));
    }
}
