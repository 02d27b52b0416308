using System.CommandLine;
using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Storage;
using Luoshi.Reading.Exports;
using Luoshi.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Cli.Commands;

/// <summary>The options that name an installation, and its services without a server: for upkeep at the command line.</summary>
internal sealed class Installation(ExportLanguage language)
{
    public const int Refused = 2;

    public Option<string> Data { get; } = new("--data") { Description = language.In("数据目录", "data folder"), Required = true };

    public Option<string?> Database { get; } = new("--database") { Description = language.In("PostgreSQL 连接串；不给则用数据目录里的 SQLite", "PostgreSQL connection string; SQLite in the data folder when absent") };

    public void AddTo(Command command)
    {
        command.Options.Add(Data);
        command.Options.Add(Database);
    }

    /// <summary>Runs on the upgraded database; a refusal is printed and becomes the exit code.</summary>
    public async Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        var storage = new StorageOptions { DataFolder = Path.GetFullPath(parsed.GetRequiredValue(Data)), Postgres = parsed.GetValue(Database) };
        await using var services = new ServiceCollection().AddLogging().AddLuoshi(storage).BuildServiceProvider();
        var upgrade = await services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancellation);
        if (!upgrade.TryGet(out _, out var refusal))
            return Refuse(refusal);
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider, cancellation);
    }

    public int Refuse(Refusal refusal)
    {
        Console.Error.WriteLine(language.In(refusal.Chinese, refusal.English));
        return Refused;
    }
}
