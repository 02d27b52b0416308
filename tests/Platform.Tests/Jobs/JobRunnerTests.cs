using System.Collections.Concurrent;
using Luoshi.Platform.Jobs;
using Luoshi.Platform.Storage;
using Luoshi.Testing.Clocks;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Luoshi.Platform.Tests.Jobs;

public sealed class JobRunnerTests
{
    /// <summary>What every run of the test's job sees.</summary>
    private sealed class Ran
    {
        public ConcurrentQueue<DateTime> Slots { get; } = [];

        public Func<CancellationToken, Task> Work { get; set; } = _ => Task.CompletedTask;
    }

    private sealed class CountingJob(Ran ran) : Job
    {
        public override async Task RunAsync(DateTime due, CancellationToken cancellation)
        {
            ran.Slots.Enqueue(due);
            await ran.Work(cancellation);
        }
    }

    [Theory, DatabaseData]
    public async Task A_job_runs_once_in_each_slot_and_not_for_the_past(DatabaseKind kind)
    {
        var (clock, ran) = (FakeClock.At(2026, 6, 30), new Ran());
        await using var database = await DatabaseAsync(kind, clock, ran);
        var node = Node(database, clock);

        (await RunAsync(node)).ShouldBe(0, "it is seen for the first time");
        clock.Advance(TimeSpan.FromDays(1));
        (await RunAsync(node)).ShouldBe(1);
        (await RunAsync(node)).ShouldBe(0);
        clock.Advance(TimeSpan.FromDays(3));
        (await RunAsync(node)).ShouldBe(1, "days that were missed are not made up for one by one");

        ran.Slots.ShouldBe([Utc(7, 1, 0, 30), Utc(7, 4, 0, 30)]);
    }

    [Theory, DatabaseData]
    public async Task Of_several_nodes_one_runs_it(DatabaseKind kind)
    {
        var (clock, ran) = (FakeClock.At(2026, 6, 30), new Ran());
        await using var database = await DatabaseAsync(kind, clock, ran);
        var nodes = Enumerable.Range(0, 5).Select(_ => Node(database, clock)).ToList();
        await RunAsync(nodes[0]);

        for (var day = 0; day < 4; day++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            await Task.WhenAll(nodes.Select(node => Task.Run(() => RunAsync(node))));
        }

        ran.Slots.Count.ShouldBe(4);
        ran.Slots.Distinct().Count().ShouldBe(4);
    }

    [Theory, DatabaseData]
    public async Task A_failed_job_is_tried_again_after_its_lease_and_its_error_can_be_read(DatabaseKind kind)
    {
        var (clock, ran) = (FakeClock.At(2026, 6, 30), new Ran());
        await using var database = await DatabaseAsync(kind, clock, ran);
        var node = Node(database, clock);
        await RunAsync(node);
        clock.Advance(TimeSpan.FromDays(1));
        ran.Work = _ => throw new InvalidOperationException("no network");

        (await RunAsync(node)).ShouldBe(0);
        (await StateAsync(database)).Error.ShouldBe("no network");
        (await RunAsync(node)).ShouldBe(0, "not at once again");
        ran.Slots.Count.ShouldBe(1);
        ran.Work = _ => Task.CompletedTask;
        clock.Advance(JobRunner.Lease + TimeSpan.FromSeconds(1));
        (await RunAsync(node)).ShouldBe(1);
        (await StateAsync(database)).Error.ShouldBeNull();
    }

    [Theory, DatabaseData]
    public async Task What_a_dead_node_left_is_taken_over(DatabaseKind kind)
    {
        var (clock, ran) = (FakeClock.At(2026, 6, 30), new Ran());
        await using var database = await DatabaseAsync(kind, clock, ran);
        await RunAsync(Node(database, clock));
        clock.Advance(TimeSpan.FromDays(1));
        await using (var db = database.Open())
        {
            // A node that took the slot and was switched off.
            var until = clock.GetUtcNow().UtcDateTime + JobRunner.Lease;
            await db.Set<JobState>().ExecuteUpdateAsync(set => set.SetProperty(j => j.LeaseUntil, until).SetProperty(j => j.Node, "dead"), TestContext.Current.CancellationToken);
        }

        (await RunAsync(Node(database, clock))).ShouldBe(0);
        clock.Advance(JobRunner.Lease + TimeSpan.FromSeconds(1));
        (await RunAsync(Node(database, clock))).ShouldBe(1);
    }

    [Fact]
    public void Slots_are_counted_the_same_on_every_node()
    {
        JobTime.Daily(8, 30).LastDue(Utc(6, 30, 0, 29)).ShouldBe(Utc(6, 29, 0, 30));
        JobTime.Daily(8, 30).LastDue(Utc(6, 30, 0, 30)).ShouldBe(Utc(6, 30, 0, 30));
        JobTime.Daily(0, 0).LastDue(Utc(6, 30, 15, 59)).ShouldBe(Utc(6, 29, 16, 0), "midnight in Beijing");
        JobTime.Every(TimeSpan.FromMinutes(5)).LastDue(Utc(6, 30, 0, 29)).ShouldBe(Utc(6, 30, 0, 25));
    }

    private static Task<TestDatabase> DatabaseAsync(DatabaseKind kind, FakeClock clock, Ran ran) => TestDatabase.CreateAsync(kind, (services, options) => services
        .AddSingleton<TimeProvider>(clock)
        .AddSingleton(ran)
        .AddPlatform(options)
        .AddJob<CountingJob>("test.count", JobTime.Daily(8, 30)));

    private static JobRunner Node(TestDatabase database, FakeClock clock) => new(
        database.Services.GetRequiredService<IDbContextFactory<LuoshiDb>>(),
        database.Services.GetRequiredService<IServiceScopeFactory>(),
        database.Services.GetServices<JobEntry>().Where(entry => entry.Name == "test.count"),
        clock,
        NullLogger<JobRunner>.Instance);

    private static async Task<int> RunAsync(JobRunner node) => (await node.RunDueAsync(TestContext.Current.CancellationToken)).Count;

    private static async Task<JobState> StateAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Set<JobState>().SingleAsync(j => j.Name == "test.count", TestContext.Current.CancellationToken);
    }

    private static DateTime Utc(int month, int day, int hour, int minute) => new(2026, month, day, hour, minute, 0, DateTimeKind.Utc);
}
