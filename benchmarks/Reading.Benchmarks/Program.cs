using BenchmarkDotNet.Running;

namespace Luoshi.Reading.Benchmarks;

/// <summary>
/// <c>long FOLDER [MB] [ROUNDS]</c>, <c>start PROGRAM FILE [STARTS]</c>, <c>steps FOLDER</c>. Prints Markdown for benchmarks/results.
/// </summary>
public static class Program
{
    internal const string FolderVariable = "LUOSHI_BENCHMARK_FOLDER";

    public static int Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args is not [var what, var place, ..])
        {
            Console.Error.WriteLine("long FOLDER [MB] [ROUNDS] | start PROGRAM FILE [STARTS] | steps FOLDER");
            return 2;
        }

        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        switch (what)
        {
            case "long":
                Console.Write(new LongText(Corpus.Load(place), Number(args, 2, 100) * 1_000_000L, Number(args, 3, 3)).Run());
                return 0;
            case "start" when args.Length > 2:
                Console.Write(new ColdStart(place, args[2], Number(args, 3, 20)).Run());
                return 0;
            case "steps":
                Environment.SetEnvironmentVariable(FolderVariable, Path.GetFullPath(place));
                BenchmarkRunner.Run<StepBenchmarks>();
                return 0;
            default:
                Console.Error.WriteLine($"There is no benchmark '{what}'.");
                return 2;
        }
    }

    private static int Number(string[] args, int at, int usual) => args.Length > at ? int.Parse(args[at], System.Globalization.CultureInfo.InvariantCulture) : usual;
}
