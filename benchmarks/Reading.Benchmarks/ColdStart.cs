using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Luoshi.Reading.Benchmarks;

/// <summary><c>luoshi read</c> on one small file as a user starts it: process, runtime, reading, output.</summary>
internal sealed class ColdStart(string program, string document, int starts)
{
    public string Run()
    {
        Start(); // builds when needed
        var times = Enumerable.Range(0, starts).Select(_ => Time()).Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"`luoshi read` on {new FileInfo(document).Length / 1024.0:0.0} KiB of text, {starts} starts one after the other: median {times[starts / 2]:0.000} s, slowest {times[^1]:0.000} s.{Environment.NewLine}");
    }

    private double Time()
    {
        var started = Stopwatch.GetTimestamp();
        Start();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private void Start()
    {
        using var process = Process.Start(new ProcessStartInfo(program, ["read", document])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"luoshi read ended with {process.ExitCode}.");
    }
}
