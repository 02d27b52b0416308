using System.Text;
using BenchmarkDotNet.Attributes;
using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Benchmarks;

/// <summary>Time and allocations of the whole pipeline and of cleaning, on one round of the corpus.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class StepBenchmarks
{
    private byte[][] files = [];
    private string[] texts = [];

    [GlobalSetup]
    public void Load()
    {
        texts = [.. Corpus.Load(Environment.GetEnvironmentVariable(Program.FolderVariable)!)];
        files = [.. texts.Select(Encoding.UTF8.GetBytes)];
    }

    [Benchmark(Baseline = true)]
    public int Regex() => texts.Sum(text => UnitRegex.Count(text));

    [Benchmark]
    public int Clean() => texts.Sum(text => Cleaner.Clean(text).Text.Length);

    [Benchmark]
    public int Read() => files.Sum(file => LuoshiReader.Read(file, "document.txt").Value.Claims.Count);
}
