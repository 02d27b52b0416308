using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Luoshi.Platform.Jobs;

internal sealed class JobService(JobRunner runner, TimeProvider clock, ILogger<JobService> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await runner.RunDueAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                // The database may be away for a moment; the next look finds the same slot still due.
                log.TimetableFailed(problem);
            }
        }
    }
}
