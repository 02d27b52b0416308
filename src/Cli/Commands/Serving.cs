using Luoshi.Platform.Storage;
using Luoshi.Web;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Luoshi.Cli.Commands;

/// <summary>Runs a server until Ctrl-C and says where it listens.</summary>
internal static class Serving
{
    private const int CouldNotStart = 2;

    /// <param name="prepare">Runs on the upgraded database, before the first request.</param>
    public static async Task<int> RunAsync(ServerOptions options, Func<IServiceProvider, CancellationToken, Task>? prepare, CancellationToken cancellation)
    {
        await using var app = LuoshiServer.Create(options);
        var upgrade = await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancellation);
        if (!upgrade.TryGet(out var report, out var refusal))
        {
            await Console.Error.WriteLineAsync($"{refusal.Chinese}\n{refusal.English}");
            if (options.Demo)
                await Console.Error.WriteLineAsync($"示例数据可以重做：删除 {options.DataFolder} 后再启动。\nThe sample data can be made again: delete {options.DataFolder} and start once more.");
            return CouldNotStart;
        }

        if (report.Backup is { } backup)
            Console.WriteLine($"升级前已备份到 {backup} / backed up before the upgrade");
        if (prepare is not null)
            await prepare(app.Services, cancellation);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{options.Urls} 已被占用，请换一个端口。\n{options.Urls} is in use; choose another port.");
            return CouldNotStart;
        }

        Console.WriteLine($"落实已启动，数据在 {options.DataFolder}，按 Ctrl-C 停止。 Luoshi is running; Ctrl-C stops it.");
        foreach (var url in app.Urls)
            Console.WriteLine($"  {url}");
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
