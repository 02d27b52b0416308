using System.Diagnostics;
using System.Globalization;
using System.Text;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Documents;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Benchmarks;

/// <summary>
/// The whole pipeline over a long text on one core, document after document as a folder would be read: bytes to figures,
/// the audit apart, each step apart, and the yardstick in the same run.
/// </summary>
/// <remarks>
/// Timed by the clock, over everything; beside it the rate of the quickest tenth of the passes over the corpus, which
/// other work on the machine did not interrupt (it leaves out most garbage collections). A loop of one step over a short corpus teaches the
/// processor its branches by heart, which helps the shortest loop most; so pipeline and yardstick are also timed in turns, pass by pass.
/// </remarks>
internal sealed class LongText(IReadOnlyList<string> documents, long bytes, int rounds)
{
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(4);
    private readonly byte[][] files = [.. documents.Select(Encoding.UTF8.GetBytes)];

    private long RoundBytes => files.Sum(file => (long)file.Length);

    private int Passes => (int)Math.Max(1, bytes / RoundBytes);

    public string Run()
    {
        var texts = files.Select(file => DocumentReader.Read(file, "document.txt").Value).ToList();
        var cleaned = texts.Select(text => Cleaner.Clean(text.Text)).ToList();
        var outlines = cleaned.Select(clean => (Clean: clean, Outline: OutlineReader.Read(clean.Text, "document.txt"))).ToList();
        var readings = files.Select(file => LuoshiReader.Read(file, "document.txt").Value).ToList();

        List<Timing> steps =
        [
            Measure("step: bytes to text", files, file => DocumentReader.Read(file, "document.txt").Value),
            Measure("step: cleaning", texts, text => Cleaner.Clean(text.Text)),
            Measure("step: outline", cleaned, clean => OutlineReader.Read(clean.Text, "document.txt")),
            Measure("step: figures and claims", outlines, pair => Claims(pair.Clean, pair.Outline)),
            Measure("step: audit, each document by itself", readings, reading => Auditor.Audit([reading])),
        ];
        var regex = Measure("yardstick: decode, then one source-generated regex for numerals with units", files, file => UnitRegex.Count(Encoding.UTF8.GetString(file)));
        var before = Settled();
        var pipeline = Measure("whole pipeline: bytes to figures with indicator, stance, period", files, file => LuoshiReader.Read(file, "document.txt").Value);
        var after = Settled();
        var turns = InTurns(file => LuoshiReader.Read(file, "document.txt").Value, file => UnitRegex.Count(Encoding.UTF8.GetString(file)));
        List<Timing> all = [pipeline, regex, .. steps, turns.Pipeline, turns.Yardstick];
        return Report(all, pipeline, regex, turns, after - before);
    }

    private static List<Claim> Claims(CleanText clean, Outline outline)
    {
        var claims = new List<Claim>();
        ClaimReader.Read(clean, outline, claims);
        return claims;
    }

    private Timing Measure<TInput, TResult>(string what, IReadOnlyList<TInput> inputs, Func<TInput, TResult> work)
    {
        // Long runs see the code as it is compiled in the end, which takes a moment in the background.
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Warm;)
            Pass(inputs, work);
        var best = new Timing(what, double.MaxValue, double.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            var times = new double[Passes];
            for (var i = 0; i < times.Length; i++)
                times[i] = Pass(inputs, work);
            best = best.Better(times);
        }

        return best;
    }

    private (Timing Pipeline, Timing Yardstick) InTurns<TResult>(Func<byte[], TResult> pipeline, Func<byte[], int> yardstick)
    {
        var (first, second) = (new Timing("in turns: whole pipeline", double.MaxValue, double.MaxValue), new Timing("in turns: yardstick", double.MaxValue, double.MaxValue));
        for (var round = 0; round < rounds; round++)
        {
            var (one, other) = (new double[Passes], new double[Passes]);
            for (var i = 0; i < Passes; i++)
                (one[i], other[i]) = (Pass(files, pipeline), Pass(files, yardstick));
            (first, second) = (first.Better(one), second.Better(other));
        }

        return (first, second);
    }

    private static double Pass<TInput, TResult>(IReadOnlyList<TInput> inputs, Func<TInput, TResult> work)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var input in inputs)
            GC.KeepAlive(work(input));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static long Settled() => GC.GetTotalMemory(forceFullCollection: true);

    private string Report(List<Timing> all, Timing pipeline, Timing regex, (Timing Pipeline, Timing Yardstick) turns, long grown)
    {
        var (text, culture, total) = (new StringBuilder(), CultureInfo.InvariantCulture, RoundBytes * Passes);
        text.AppendLine(culture, $"{documents.Count} documents of {RoundBytes:#,##0} bytes together, read {Passes:#,##0} times: {total / 1e6:0.0} MB of UTF-8, best of {rounds}, one thread.");
        text.AppendLine().AppendLine("| What | s | MB/s | MB/s undisturbed |").AppendLine("| --- | ---: | ---: | ---: |");
        foreach (var timing in all)
            text.AppendLine(culture, $"| {timing.What} | {timing.Seconds:0.00} | {total / timing.Seconds / 1e6:0.0} | {RoundBytes / timing.Quickest / 1e6:0.0} |");
        text.AppendLine().AppendLine(culture, $"Pipeline against yardstick: {pipeline.Seconds / regex.Seconds:0.0} times; undisturbed {pipeline.Quickest / regex.Quickest:0.0} times.");
        text.AppendLine(culture, $"In turns {turns.Pipeline.Seconds / turns.Yardstick.Seconds:0.0} times; undisturbed {turns.Pipeline.Quickest / turns.Yardstick.Quickest:0.0} times.");
        text.AppendLine(culture, $"Live memory after the pipeline against before: {grown / 1024.0:+0;-0;0} KiB.");
        return text.ToString();
    }

    private sealed record Timing(string What, double Seconds, double Quickest)
    {
        public Timing Better(double[] passes)
        {
            var total = passes.Sum();
            Array.Sort(passes);
            return this with { Seconds = Math.Min(Seconds, total), Quickest = Math.Min(Quickest, passes[passes.Length / 10]) };
        }
    }
}
