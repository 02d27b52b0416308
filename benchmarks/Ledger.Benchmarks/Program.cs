using Luoshi.Kernel.Time;
using Luoshi.Ledger.Benchmarks.Crash;
using Luoshi.Ledger.Benchmarks.Scale;
using Luoshi.Ledger.Benchmarks.Serving;
using Luoshi.Ledger.Benchmarks.Web;
using Luoshi.Reading.Benchmarks;

namespace Luoshi.Ledger.Benchmarks;

/// <summary>Bounded measurements of the ledger; each verb prints Markdown for benchmarks/results.</summary>
public static class Program
{
    private const string Usage = """
        crash  --data DIR [--database "Host=…"] [--trials 200] [--units 6] [--pgdata DIR --pgbin DIR [--pguser postgres]]
        start  --data DIR [--database "Host=…"] [--starts 10]
        web    --data DIR [--database "Host=…"] [--requests 40000] [--connections 32] [--rounds 5]
        fill   --data DIR [--database "Host=…"] [--places 3000] [--indicators 200] [--months 12]
        assess --data DIR [--database "Host=…"] [--month 12] [--approvals 30]
        approve --data DIR [--database "Host=…"] [--month 12] [--approvals 30]   (after assess: the approvals alone)
        pages  --data DIR [--database "Host=…"] [--rounds 30] [--more "/ledger/a /ledger/b?list={list}"]
        All take [--program PATH], the published luoshi.dll; a database for measuring is named luoshi_… and made anew.
        """;

    public static async Task<int> Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.Length == 0)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var settings = new Settings(args.AsSpan(1));
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        return args[0] switch
        {
            "crash" => await CrashAsync(settings),
            "start" => await StartAsync(settings),
            "web" => await WebAsync(settings),
            "fill" => await FillAsync(settings),
            "assess" => await AssessAsync(settings, times => times.RunAsync()),
            "approve" => await AssessAsync(settings, times => times.ApprovalsAsync()),
            "pages" => await PagesAsync(settings),
            _ => Unknown(args[0]),
        };
    }

    private static async Task<int> CrashAsync(Settings settings)
    {
        var database = settings["database"];
        if (database is not null)
            await Installed.RecreateAsync(database);
        var postmaster = settings["pgdata"] is { } folder ? new Postmaster(folder, settings.Required("pgbin"), settings["pguser"]) : null;
        var plan = new CrashPlan(settings.Program, Fresh(settings), database, settings.Number("trials", 200), settings.Number("units", 6), postmaster, settings.Number("seed", 1));
        var toll = await new CrashTrials(plan, Console.Error.WriteLine).RunAsync();
        Console.WriteLine(toll.Print((database is null ? "SQLite" : "PostgreSQL") + (postmaster is null ? "" : ", postmaster killed too")));
        return toll.IsClean ? 0 : 1;
    }

    private static async Task<int> StartAsync(Settings settings)
    {
        Console.WriteLine(await StartTimes.RunAsync(settings.Program, Path.GetFullPath(settings.Required("data")), settings["database"], settings.Number("starts", 10)));
        return 0;
    }

    private static async Task<int> WebAsync(Settings settings)
    {
        var database = settings["database"];
        if (database is not null)
            await Installed.RecreateAsync(database);
        var load = new CardLoad(Fresh(settings), database, settings.Number("requests", 40_000), settings.Number("connections", 32), settings.Number("rounds", 5));
        Console.WriteLine(await load.RunAsync());
        return 0;
    }

    private static async Task<int> FillAsync(Settings settings)
    {
        var database = settings["database"];
        if (database is not null)
            await Installed.RecreateAsync(database);
        await using var installed = await Installed.OpenAsync(Fresh(settings), database);
        var province = new Province(settings.Number("places", 3000), settings.Number("indicators", 200), settings.Number("months", 12));
        Console.WriteLine(await new Filling(installed, province).RunAsync());
        return 0;
    }

    private static async Task<int> AssessAsync(Settings settings, Func<AssessTimes, Task<string>> measure)
    {
        await using var installed = await Installed.OpenAsync(Path.GetFullPath(settings.Required("data")), settings["database"]);
        Console.WriteLine(await measure(new AssessTimes(installed, Period.OfMonth(Province.Year, settings.Number("month", 12)), settings.Number("approvals", 30), Console.Error.WriteLine)));
        return 0;
    }

    private static async Task<int> PagesAsync(Settings settings)
    {
        var data = Path.GetFullPath(settings.Required("data"));
        await using var installed = await Installed.OpenAsync(data, settings["database"]);
        var more = settings.Text("more", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Console.WriteLine(await new PageTimes(installed, settings.Program, data, settings["database"], settings.Number("rounds", 30), more).RunAsync());
        return 0;
    }

    /// <summary>A folder that is not there yet: nothing of value can be overwritten.</summary>
    private static string Fresh(Settings settings)
    {
        var folder = Path.GetFullPath(settings.Required("data"));
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new ArgumentException($"{folder} is not empty.");
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static int Unknown(string verb)
    {
        Console.Error.WriteLine($"There is no measurement '{verb}'.{Environment.NewLine}{Usage}");
        return 2;
    }
}
