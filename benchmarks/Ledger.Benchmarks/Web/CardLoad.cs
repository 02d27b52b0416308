using System.Globalization;
using Luoshi.Ledger.Benchmarks.Serving;
using Luoshi.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Luoshi.Ledger.Benchmarks.Web;

/// <summary>
/// The public card against the smallest endpoint there is, both in this process and asked by it, turn and turn about: from the cache,
/// cold (each time an address nobody asked for before), and what a first visit weighs.
/// </summary>
internal sealed class CardLoad(string data, string? database, int requests, int connections, int rounds)
{
    private const string Encodings = "gzip, deflate, br";

    public async Task<string> RunAsync()
    {
        await using var installed = await Installed.OpenAsync(data, database);
        var path = $"/cards/{await PublishedCard.MakeAsync(installed)}";
        await using var hello = Hello();
        await using var server = LuoshiServer.Create(new ServerOptions { DataFolder = data, Database = database, Urls = "http://127.0.0.1:0" });
        await hello.StartAsync();
        await server.StartAsync();
        var (helloAt, cardAt) = (new Uri(hello.Urls.First()), new Uri(server.Urls.First()));
        var (helloRequest, cardRequest) = (RawClient.Request(helloAt, "/"), RawClient.Request(cardAt, path, ("Accept-Encoding", Encodings)));
        await Load.RateAsync(helloAt, helloRequest, requests / 4, connections);
        await Load.RateAsync(cardAt, cardRequest, requests / 4, connections);
        var rates = new List<(double Hello, double Card)>();
        for (var round = 0; round < rounds; round++)
            rates.Add((await Load.RateAsync(helloAt, helloRequest, requests, connections), await Load.RateAsync(cardAt, cardRequest, requests, connections)));
        var cold = await Load.TimesAsync(cardAt, Enumerable.Range(0, 400).Select(i => RawClient.Request(cardAt, $"{path}?visit={i}", ("Accept-Encoding", Encodings))));
        var weights = await FirstVisit.WeighAsync(cardAt, path);
        await server.StopAsync();
        await hello.StopAsync();
        return Print(rates, cold, weights);
    }

    private string Print(List<(double Hello, double Card)> rates, List<double> cold, IReadOnlyList<(string Path, int Bytes)> weights)
    {
        var best = rates.OrderBy(r => r.Card / r.Hello).ElementAt(rates.Count / 2);
        var parts = weights.Select(w => string.Create(CultureInfo.InvariantCulture, $"{Path.GetExtension(w.Path) switch { "" => "page", var kind => kind[1..] }} {w.Bytes / 1000.0:0.0}"));
        return string.Create(CultureInfo.InvariantCulture, $"""
            {requests} requests a round over {connections} connections, {rounds} rounds, server and client in one process; the round in the middle:

            | What | |
            | --- | ---: |
            | bare endpoint | {best.Hello:0} requests/s |
            | public card from the cache | {best.Card:0} requests/s, {best.Card / best.Hello:P0} of it |
            | public card, cold, {cold.Count} addresses nobody asked for before | median {Load.Quantile(cold, 0.5):0.0} ms, p95 {Load.Quantile(cold, 0.95):0.0} ms, slowest {cold[^1]:0.0} ms |
            | first visit as sent | {weights.Sum(w => w.Bytes) / 1000.0:0.0} kB ({string.Join(", ", parts)}) |

            """);
    }

    private static WebApplication Hello()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", () => "hello");
        return app;
    }
}
