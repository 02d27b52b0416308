using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Luoshi.Platform.Journal;

/// <summary>Seals in the background, so that no one waits for it, and once more at the end.</summary>
internal sealed class SealingService(JournalSealer sealer, TimeProvider clock, ILogger<SealingService> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await OnceAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await OnceAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no failure; what waits is sealed once more by StopAsync.
        }
    }

    /// <summary>A failure (the database is away for a moment) must not end the service; the rows wait for the next round.</summary>
    private async Task OnceAsync(CancellationToken cancellation)
    {
        try
        {
            await sealer.SealAllAsync(cancellation);
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            log.SealingFailed(problem);
        }
    }
}
