using Luoshi.Web;
using Microsoft.Extensions.Hosting;

namespace Luoshi.Cli.Commands;

/// <summary>Runs a server until Ctrl-C and says where it listens.</summary>
internal static class Serving
{
    public static async Task<int> RunAsync(ServerOptions options, CancellationToken cancellation)
    {
        Directory.CreateDirectory(options.DataFolder);
        await using var app = LuoshiServer.Create(options);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{options.Urls} 已被占用，请换一个端口。 {options.Urls} is in use; choose another port.");
            return 2;
        }

        Console.WriteLine($"落实已启动，数据在 {options.DataFolder}。按 Ctrl-C 停止。 Luoshi is running; Ctrl-C stops it.");
        foreach (var url in app.Urls)
            Console.WriteLine($"  {url}");
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
