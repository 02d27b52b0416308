using System.CommandLine;
using Luoshi.Ledger.Demo.Contracts;
using Luoshi.Reading.Exports;
using Luoshi.Web;
using Luoshi.Web.Demo;

namespace Luoshi.Cli.Commands;

/// <summary><c>luoshi demo</c>: the fictional city in <c>./.luoshi-demo</c>, made at the first start, on this machine only.</summary>
internal static class DemoCommand
{
    private const string Folder = ".luoshi-demo";

    public static Command Create(ExportLanguage language)
    {
        var port = new Option<int>("--port") { Description = language.In("端口", "port"), DefaultValueFactory = _ => 5080 };
        var command = new Command("demo", language.In("打开示例城市海岳市", "open the fictional city")) { port };
        command.SetAction((parsed, cancellation) => Serving.RunAsync(
            new ServerOptions
            {
                DataFolder = Path.GetFullPath(Folder),
                Urls = $"http://127.0.0.1:{parsed.GetValue(port)}",
                Demo = true,
            },
            (services, stop) => FillAsync(services, language, stop),
            language,
            cancellation));
        return command;
    }

    private static async Task FillAsync(IServiceProvider services, ExportLanguage language, CancellationToken cancellation)
    {
        await DemoDocuments.FillAsync(services, cancellation);
        await DemoLedger.FillAsync(services, cancellation);
        Console.WriteLine(language.In("可以登录的示例账号：", "Who can sign in:"));
        foreach (var person in DemoLedger.SignIns)
            Console.WriteLine($"  {person.UserName,-14}{person.Password,-20}{person.Post}");
    }
}
