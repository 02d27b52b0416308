using Luoshi.Platform.Identity.Protection;
using Luoshi.Platform.Notices;
using Luoshi.Platform.Storage;
using Luoshi.Reading.Exports;
using Luoshi.Web;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Luoshi.Cli.Commands;

/// <summary>Runs a server until Ctrl-C and says where it listens.</summary>
internal static class Serving
{
    private const int CouldNotStart = 2;

    /// <param name="prepare">Runs on the upgraded database, before the first request.</param>
    public static async Task<int> RunAsync(ServerOptions options, Func<IServiceProvider, CancellationToken, Task>? prepare, ExportLanguage language, CancellationToken cancellation)
    {
        await using var app = LuoshiServer.Create(options);
        var upgrade = await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(cancellation);
        if (!upgrade.TryGet(out var report, out var refusal))
        {
            await Console.Error.WriteLineAsync(language.In(refusal.Chinese, refusal.English));
            if (options.Demo)
                await Console.Error.WriteLineAsync(language.In($"示例数据可以重做：删除 {options.DataFolder} 后再启动。", $"The sample data can be made again: delete {options.DataFolder} and start once more."));
            return CouldNotStart;
        }

        if (report.Backup is { } backup)
            Console.WriteLine(language.In($"升级前已备份到 {backup}", $"Backed up to {backup} before the upgrade."));
        if (await app.Services.GetRequiredService<ProtectionCheck>().RefusedAsync(cancellation) is { } keyless)
        {
            await Console.Error.WriteLineAsync(language.In(keyless.Chinese, keyless.English));
            return CouldNotStart;
        }

        if (prepare is not null)
            await prepare(app.Services, cancellation);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(language.In($"{options.Urls} 已被占用，请换一个端口。", $"{options.Urls} is in use; choose another port."));
            return CouldNotStart;
        }

        Console.WriteLine(language.In($"落实已启动，数据在 {options.DataFolder}，按 Ctrl-C 停止。", $"Luoshi is running on the data in {options.DataFolder}; Ctrl-C stops it."));
        foreach (var url in app.Urls)
            Console.WriteLine($"  {url}");
        if (app.Services.GetRequiredService<IOptions<MailOptions>>().Value.Problem is { } mail)
            await Console.Error.WriteLineAsync(language.In(mail.Chinese, mail.English));
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
