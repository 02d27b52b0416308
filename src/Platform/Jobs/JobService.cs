using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Luoshi.Platform.Jobs;

internal sealed class JobService(JobRunner runner, TimeProvider clock, ILogger<JobService> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await OnceAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no failure.
        }
    }

    private async Task OnceAsync(CancellationToken stoppingToken)
    {
        try
        {
            await runner.RunDueAsync(stoppingToken);
        }
        catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
        {
            // The database may be away for a moment; the next look finds the same slot still due.
            log.TimetableFailed(problem);
        }
    }
}
