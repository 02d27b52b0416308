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
internal sealed class LongText(IReadOnlyList<string> documents, long bytes, int rounds)
{
    private readonly byte[][] files = [.. documents.Select(Encoding.UTF8.GetBytes)];
    private readonly List<(string Step, double Seconds)> steps = [];

    private long RoundBytes => files.Sum(file => (long)file.Length);

    public string Run()
    {
        var passes = (int)Math.Max(1, bytes / RoundBytes);
        var total = RoundBytes * passes;
        Pass(Math.Max(1, passes / 20)); // warm: the compiled code is what long runs see
        var (pipeline, regex) = (double.MaxValue, double.MaxValue);
        var (before, after) = (0L, 0L);
        for (var round = 0; round < rounds; round++)
        {
            regex = Math.Min(regex, Time(() => Numerals(passes)));
            before = Settled();
            pipeline = Math.Min(pipeline, Time(() => Pass(passes)));
            after = Settled();
        }

        Steps(passes);
        var one = Time(() => OneText(total));
        return Report(total, pipeline, regex, one, after - before);
    }

    private int Pass(int passes)
    {
        var figures = 0;
        for (var i = 0; i < passes; i++)
        {
            foreach (var file in files)
                figures += LuoshiReader.Read(file, "document.txt").Value.Claims.Count;
        }

        return figures;
    }

    private int Numerals(int passes)
    {
        var count = 0;
        for (var i = 0; i < passes; i++)
        {
            foreach (var file in files)
                count += UnitRegex.Count(Encoding.UTF8.GetString(file));
        }

        return count;
    }

    // The same text as one document: nothing may grow faster than the text.
    private int OneText(long total) => LuoshiReader.Read(Encoding.UTF8.GetBytes(Corpus.Repeat(documents, total / 10)), "long.txt").Value.Claims.Count;

    private void Steps(int passes)
    {
        Step("bytes to text", passes, file => DocumentReader.Read(file, "document.txt").Value);
        var texts = documents.Select((_, i) => DocumentReader.Read(files[i], "document.txt").Value).ToList();
        Step("cleaning", passes, texts, text => Cleaner.Clean(text.Text));
        var cleaned = texts.Select(text => Cleaner.Clean(text.Text)).ToList();
        Step("outline", passes, cleaned, clean => OutlineReader.Read(clean.Text, "document.txt"));
        var outlines = cleaned.Select(clean => (Clean: clean, Outline: OutlineReader.Read(clean.Text, "document.txt"))).ToList();
        Step("figures and claims", passes, outlines, pair =>
        {
            var claims = new List<Claim>();
            ClaimReader.Read(pair.Clean, pair.Outline, claims);
            return claims;
        });
        var readings = files.Select(file => LuoshiReader.Read(file, "document.txt").Value).ToList();
        Step("audit (each document by itself)", passes, readings, reading => Auditor.Audit([reading]));
    }

    private void Step(string name, int passes, Func<byte[], object> work) => Step(name, passes, files, work);

    private void Step<T>(string name, int passes, IReadOnlyList<T> inputs, Func<T, object> work)
    {
        steps.Add((name, Time(() =>
        {
            for (var i = 0; i < passes; i++)
            {
                foreach (var input in inputs)
                    GC.KeepAlive(work(input));
            }

            return passes;
        })));
    }

    private static double Time(Func<int> work)
    {
        // Processor time of this process: other work on the machine must not pass for ours.
        var started = Environment.CpuUsage.TotalTime;
        _ = work();
        return (Environment.CpuUsage.TotalTime - started).TotalSeconds;
    }

    private static long Settled() => GC.GetTotalMemory(forceFullCollection: true);

    private string Report(long total, double pipeline, double regex, double one, long grown)
    {
        var text = new StringBuilder();
        var culture = CultureInfo.InvariantCulture;
        text.AppendLine(culture, $"{documents.Count} documents of {RoundBytes:#,##0} bytes together, read {total / RoundBytes:#,##0} times: {total / 1e6:0.0} MB of UTF-8, best of {rounds}, one thread, processor time.");
        text.AppendLine().AppendLine("| What | s | MB/s |").AppendLine("| --- | ---: | ---: |");
        text.AppendLine(culture, $"| whole pipeline: bytes to figures with indicator, stance, period | {pipeline:0.00} | {total / pipeline / 1e6:0.0} |");
        text.AppendLine(culture, $"| yardstick: decode and one source-generated regex for numerals with units | {regex:0.00} | {total / regex / 1e6:0.0} |");
        foreach (var (step, seconds) in steps)
            text.AppendLine(culture, $"| step: {step} | {seconds:0.00} | {total / seconds / 1e6:0.0} |");
        text.AppendLine(culture, $"| the same text as one document of {total / 1e7:0.0} MB | {one:0.00} | {total / one / 1e7:0.0} |");
        text.AppendLine().AppendLine(culture, $"Pipeline against yardstick: {pipeline / regex:0.0} times.");
        text.AppendLine(culture, $"Live memory after the pipeline against before: {grown / 1024.0:+0;-0;0} KiB; peak working set {Environment.WorkingSet / 1e6:0} MB at the end.");
        return text.ToString();
    }
}
