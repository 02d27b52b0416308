using System.Diagnostics;

namespace Luoshi.Ledger.Benchmarks.Web;

/// <summary>A bounded number of requests over some kept connections.</summary>
internal static class Load
{
    /// <returns>Requests a second.</returns>
    public static async Task<double> RateAsync(Uri address, byte[] request, int requests, int connections)
    {
        var left = requests;
        var clients = Enumerable.Range(0, connections).Select(_ => new RawClient(address)).ToList();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(clients.Select(client => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await client.AskAsync(request);
        })));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        clients.ForEach(client => client.Dispose());
        return requests / seconds;
    }

    /// <returns>Milliseconds of each, in rising order; one after the other on one connection.</returns>
    public static async Task<List<double>> TimesAsync(Uri address, IEnumerable<byte[]> requests)
    {
        using var client = new RawClient(address);
        var times = new List<double>();
        foreach (var request in requests)
        {
            var started = Stopwatch.GetTimestamp();
            await client.AskAsync(request);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    public static double Quantile(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
