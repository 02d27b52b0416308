using System.CommandLine;
using Luoshi.Reading.Exports;
using Luoshi.Web;

namespace Luoshi.Cli.Commands;

/// <summary><c>luoshi serve</c>: one node of an installation.</summary>
internal static class ServeCommand
{
    public static Command Create(ExportLanguage language)
    {
        var data = new Option<string>("--data") { Description = language.In("数据目录", "data folder"), Required = true };
        var database = new Option<string?>("--database") { Description = language.In("PostgreSQL 连接串；不给则用数据目录里的 SQLite", "PostgreSQL connection string; SQLite in the data folder when absent") };
        var urls = new Option<string>("--urls") { Description = language.In("监听地址", "addresses to listen on"), DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command("serve", language.In("启动服务", "run the server")) { data, database, urls };
        command.SetAction((parsed, cancellation) => Serving.RunAsync(
            new ServerOptions
            {
                DataFolder = Path.GetFullPath(parsed.GetRequiredValue(data)),
                Database = parsed.GetValue(database),
                Urls = parsed.GetRequiredValue(urls),
            },
            prepare: null,
            language,
            cancellation));
        return command;
    }
}
