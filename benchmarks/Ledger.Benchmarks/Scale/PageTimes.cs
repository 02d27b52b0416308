using System.Diagnostics;
using System.Globalization;
using Luoshi.Ledger.Benchmarks.Crash;
using Luoshi.Ledger.Benchmarks.Serving;
using Luoshi.Ledger.Benchmarks.Web;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Benchmarks.Scale;

/// <summary>The console as the province's office sees it: the real server over HTTP, one page after the other.</summary>
internal sealed class PageTimes(Installed installed, string program, string data, string? database, int rounds, IReadOnlyList<string> more)
{
    public async Task<string> RunAsync()
    {
        var paths = await PathsAsync();
        using var server = await ServerProcess.StartAsync(program, data, database);
        using var office = new Browser(server.Address);
        await office.SignInAsync(Crew.Office, Crew.Password);
        List<string> lines = [string.Create(CultureInfo.InvariantCulture, $"Server ready after {server.Ready.TotalSeconds:0.00} s.{Environment.NewLine}"), "| Page | median ms | p95 ms | kB |", "| --- | ---: | ---: | ---: |"];
        foreach (var (name, path) in paths)
            lines.Add(await PageAsync(office, name, path));
        return string.Join(Environment.NewLine, lines) + Environment.NewLine;
    }

    private async Task<string> PageAsync(Browser office, string name, string path)
    {
        var times = new List<double>();
        var (length, status) = (0L, 0);
        for (var i = 0; i < rounds + 3; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await office.GetAsync(path);
            length = (await answer.Content.ReadAsByteArrayAsync()).LongLength;
            status = (int)answer.StatusCode;
            // The first ones compile what they need.
            if (i >= 3)
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        var note = status == 200 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({status})");
        return string.Create(CultureInfo.InvariantCulture, $"| {name}{note} | {Load.Quantile(times, 0.5):0} | {Load.Quantile(times, 0.95):0} | {length / 1000.0:0} |");
    }

    private Task<List<(string, string)>> PathsAsync() => installed.DoAsync(async (LuoshiDb db) =>
    {
        var list = await db.Set<PromiseList>().OrderBy(l => l.Id).Select(l => l.Id).FirstAsync();
        var item = await db.Set<Item>().Where(i => i.ListId == list && i.Number == 7).Select(i => i.Id).FirstAsync();
        var report = await db.Set<UnitReport>().OrderByDescending(r => r.PeriodEnd).ThenBy(r => r.Id).FirstAsync();
        return new List<(string, string)>
        {
            ("home", "/ledger"),
            ("list of a county", $"/ledger/lists/{list}"),
            ("list, alarms only", $"/ledger/lists/{list}?light=Alarm"),
            ("item", $"/ledger/items/{item}"),
            ("heat map of a list", $"/ledger/lists/{list}/heat"),
            ("desk", "/ledger/desk"),
            ("a unit's report", $"/ledger/reports/{report.UnitId}/{report.Period}"),
        }.Concat(more.Select(path => (path, path.Replace("{list}", list.ToString(), StringComparison.Ordinal)))).ToList();
    });
}
