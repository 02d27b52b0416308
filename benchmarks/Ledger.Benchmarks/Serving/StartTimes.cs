using System.Globalization;

namespace Luoshi.Ledger.Benchmarks.Serving;

/// <summary><c>luoshi serve</c> from the start of the process to its first page, again and again on the same data.</summary>
internal static class StartTimes
{
    public static async Task<string> RunAsync(string program, string data, string? database, int starts)
    {
        var times = new List<double>();
        for (var i = 0; i <= starts; i++)
        {
            using var server = await ServerProcess.StartAsync(program, data, database);
            // The first start makes the database and is told by itself.
            times.Add(server.Ready.TotalSeconds);
        }

        var later = times.Skip(1).Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"`luoshi serve` ready: first start {times[0]:0.00} s; then {starts} starts one after the other: median {later[starts / 2]:0.00} s, slowest {later[^1]:0.00} s.");
    }
}
