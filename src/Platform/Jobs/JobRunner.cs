using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Luoshi.Platform.Jobs;

/// <summary>
/// Runs what is due, each slot once though several nodes look at the same clock. A node that dies gives its lease up after
/// <see cref="Lease"/>; a job that fails is tried again when its lease has run out.
/// </summary>
public sealed class JobRunner(IDbContextFactory<LuoshiDb> factory, IServiceScopeFactory scopes, IEnumerable<JobEntry> timetable, TimeProvider clock, ILogger<JobRunner> log)
{
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly string node = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>The names of the jobs this node carried out.</returns>
    public async Task<IReadOnlyList<string>> RunDueAsync(CancellationToken cancellation = default)
    {
        var done = new List<string>();
        foreach (var entry in timetable)
        {
            var slot = entry.Time.LastDue(Now);
            if (await TakeAsync(entry, slot, cancellation) && await CarryOutAsync(entry, slot, cancellation))
                done.Add(entry.Name);
        }

        return done;
    }

    private async Task<bool> TakeAsync(JobEntry entry, DateTime slot, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var (now, until) = (Now, Now + Lease);
        // A job seen for the first time starts with its next slot: nobody waits for reminders of the past.
        await db.Database.ExecuteSqlAsync($"INSERT INTO platform_jobs (name, done_slot, failures) VALUES ({entry.Name}, {slot}, 0) ON CONFLICT (name) DO NOTHING", cancellation);
        return await db.Set<JobState>().Where(j => j.Name == entry.Name && j.DoneSlot < slot && (j.LeaseUntil == null || j.LeaseUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.LeaseUntil, until).SetProperty(j => j.Node, node), cancellation) == 1;
    }

    private async Task<bool> CarryOutAsync(JobEntry entry, DateTime slot, CancellationToken cancellation)
    {
        using var keeping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var keeper = KeepAsync(entry.Name, keeping);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await ((Job)scope.ServiceProvider.GetRequiredService(entry.Job)).RunAsync(slot, keeping.Token);
            await NoteAsync(entry.Name, slot, error: null, cancellation);
            return true;
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            log.JobFailed(entry.Name, problem);
            await NoteAsync(entry.Name, slot: null, problem.Message, cancellation);
            return false;
        }
        finally
        {
            await keeping.CancelAsync();
            await keeper;
        }
    }

    /// <summary>Renews the lease of a long job; a node that lost it stops, since another may have begun.</summary>
    private async Task KeepAsync(string name, CancellationTokenSource running)
    {
        try
        {
            using var timer = new PeriodicTimer(Lease / 3, clock);
            while (await timer.WaitForNextTickAsync(running.Token))
            {
                await using var db = await factory.CreateDbContextAsync(running.Token);
                var until = Now + Lease;
                if (await Mine(db, name).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeaseUntil, until), running.Token) == 0)
                    await running.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The job is over.
        }
    }

    /// <summary>A failed job keeps its lease: that is the pause before the next try.</summary>
    private async Task NoteAsync(string name, DateTime? slot, string? error, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = Now;
        var text = error?.Length > JobState.MaxError ? error[..JobState.MaxError] : error;
        if (slot is { } done)
            await Mine(db, name).ExecuteUpdateAsync(set => set.SetProperty(j => j.DoneSlot, done).SetProperty(j => j.LeaseUntil, (DateTime?)null).SetProperty(j => j.FinishedAt, now).SetProperty(j => j.Error, (string?)null).SetProperty(j => j.Failures, 0), cancellation);
        else
            await Mine(db, name).ExecuteUpdateAsync(set => set.SetProperty(j => j.Error, text).SetProperty(j => j.FailedAt, now).SetProperty(j => j.Failures, j => j.Failures + 1), cancellation);
    }

    private IQueryable<JobState> Mine(LuoshiDb db, string name) => db.Set<JobState>().Where(j => j.Name == name && j.Node == node);
}
