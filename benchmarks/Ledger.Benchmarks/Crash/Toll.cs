using System.Globalization;

namespace Luoshi.Ledger.Benchmarks.Crash;

/// <summary>What the trials have cost so far.</summary>
internal sealed class Toll
{
    public int Trials { get; set; }

    public int Acknowledged { get; set; }

    public int Lost { get; set; }

    /// <summary>Sent, not answered, and there afterwards.</summary>
    public int UnansweredKept { get; set; }

    public int UnansweredGone { get; set; }

    public int JournalFaults { get; set; }

    public List<string> Faults { get; } = [];

    public List<TimeSpan> Recoveries { get; } = [];

    public bool IsClean => Lost == 0 && JournalFaults == 0 && Faults.Count == 0;

    public string Print(string database)
    {
        var times = Recoveries.Select(r => r.TotalSeconds).Order().ToList();
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"| {database} | {Trials} | {Acknowledged} | {Lost} | {UnansweredKept} / {UnansweredGone} | {Faults.Count} | {JournalFaults} | {times[times.Count / 2]:0.00} s | {times[^1]:0.00} s |");
        return string.Join(Environment.NewLine, (IEnumerable<string>)
        [
            "| Database | Trials | Acknowledged changes | Lost | Unanswered: kept / gone | Torn | Journal faults | Recovery, median | slowest |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
            line,
            .. Faults.Select(f => "- " + f),
        ]);
    }
}
