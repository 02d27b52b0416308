using System.Diagnostics;
using System.Globalization;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Benchmarks.Serving;
using Luoshi.Ledger.Benchmarks.Web;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Benchmarks.Scale;

/// <summary>Rating everything against the database's own GROUP BY over the same rows in the same run, and one approval with all that follows from it.</summary>
internal sealed class AssessTimes(Installed installed, Period period, int approvals, Action<string> tell)
{
    private const string Grouped = "SELECT count(*), sum(total) FROM (SELECT indicator_id, max(period_end) AS last, sum(value) AS total FROM ledger_figures GROUP BY indicator_id) AS grouped";
    private const string Lean = "SELECT count(*), sum(total) FROM (SELECT indicator, max(month) AS last, sum(value) AS total FROM benchmark_lean GROUP BY indicator) AS grouped";

    private static readonly Actor Actor = Actor.System("benchmark");

    private readonly List<string> lines = [];

    public async Task<string> RunAsync()
    {
        await GroupAsync();
        await RateAsync("full rating, strips empty: packed from all rows, every result stored");
        for (var i = 0; i < 3; i++)
            await RateAsync("full rating: every indicator rated, compared with what is stored");
        await GroupAsync();
        var approved = await ApprovalsAsync();
        tell(approved);
        await RateAsync("full rating by another edition of the rules: every result written anew", "another@2026.2");
        await RateAsync("full rating again", "another@2026.2");
        return Print() + approved;
    }

    /// <summary>Seconds of processor this process has used; on a machine that others use too it says more than the clock.</summary>
    private static double Processor => Environment.CpuUsage.TotalTime.TotalSeconds;

    private async Task GroupAsync()
    {
        await using var db = await installed.DoAsync((IDbContextFactory<LuoshiDb> factory) => factory.CreateDbContextAsync());
        await db.Database.OpenConnectionAsync();
        foreach (var (what, sql) in new[] { ("GROUP BY over the stored figures", Grouped), ("GROUP BY over a copy of two integers and a float a row", Lean) })
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            (command.CommandText, command.CommandTimeout) = (sql, 600);
            var (started, before) = (Stopwatch.GetTimestamp(), Processor);
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            Add(what, started, before, string.Create(CultureInfo.InvariantCulture, $"{reader.GetValue(0)} groups"));
        }
    }

    /// <param name="edition">Another name for the same rules; null for the rules in force.</param>
    private async Task RateAsync(string what, string? edition = null)
    {
        var (started, before) = (Stopwatch.GetTimestamp(), Processor);
        var count = await installed.DoAsync((IServiceProvider services) =>
        {
            var rules = services.GetRequiredService<LocalRules>();
            return services.GetRequiredService<AssessPeriod>().AllAsync(period, reportsDue: true, list => InForce(rules.Of(list, period.LastDay), edition), Actor);
        });
        Add(what, started, before, string.Create(CultureInfo.InvariantCulture, $"{count.Indicators} rated, {count.Changed} written"));
    }

    private static AssessmentRules InForce(AssessmentRules rules, string? edition) => edition is null ? rules : rules with { Version = edition };

    /// <summary>A report of 200 numbers waits for the office; the office accepts it.</summary>
    public async Task<string> ApprovalsAsync()
    {
        var reports = await installed.DoAsync((LuoshiDb db) => db.Set<UnitReport>().AsNoTracking().Where(r => r.PeriodEnd == period.LastDay).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync());
        var (times, processor) = (new List<double>(), 0.0);
        var officer = new ActingPerson { Person = Guid.NewGuid(), Actor = Actor, Hand = Hand.Office, Unit = Guid.NewGuid() };
        for (var i = 0; i < approvals + 3; i++)
        {
            var id = reports[(int)((long)i * reports.Count / (approvals + 3))];
            var seen = await BackAsync(id);
            var (started, before) = (Stopwatch.GetTimestamp(), Processor);
            var outcome = await installed.DoAsync((MoveReport move) => move.RunAsync(new ReportMove(id, ReportAction.Accept, seen), officer));
            // The first ones compile what they need.
            if (i >= 3)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                processor += Processor - before;
            }

            if (!outcome.IsOk)
                throw new InvalidOperationException(outcome.Refusal.English);
        }

        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"""

            One approval, from the request to the commit ({times.Count} units with 200 numbers each, every second number changed: figures, strip, ratings, tallies,
            journal, all in one transaction): median {Load.Quantile(times, 0.5):0} ms, p95 {Load.Quantile(times, 0.95):0} ms, slowest {times[^1]:0} ms;
            processor of this process {processor * 1000 / times.Count:0} ms each.

            """);
    }

    /// <returns>The version of the report, back where it waits for the office, with other numbers.</returns>
    private Task<int> BackAsync(Guid id) => installed.DoAsync(async (LuoshiDb db) =>
    {
        db.Begin(new ProcessKind("benchmark.back", "测量", "Measure"), Actor);
        var report = await db.Set<UnitReport>().SingleAsync(r => r.Id == id);
        report.State = ReportState.UnitApproved;
        var reported = await db.Set<ReportLine>().Where(l => l.ReportId == id).ToListAsync();
        for (var i = 0; i < reported.Count; i += 2)
            reported[i].Value += 1;
        await db.SaveChangesAsync();
        return report.RowVersion;
    });

    /// <summary>Told at once as well: a long run that is broken off has still said something.</summary>
    private void Add(string what, long started, double processor, string note)
    {
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"| {what} | {Stopwatch.GetElapsedTime(started).TotalSeconds:0.00} | {Processor - processor:0.00} | {note} |"));
        tell(lines[^1]);
    }

    private string Print() => string.Join(Environment.NewLine, (IEnumerable<string>)
    [
        "| What | s | processor s, this process | |",
        "| --- | ---: | ---: | --- |",
        .. lines,
        "",
    ]);
}
