using System.CommandLine;
using Luoshi.Cli.Runs;
using Luoshi.Reading.Exports;

namespace Luoshi.Cli.Commands;

/// <summary><c>luoshi read</c>: every figure of the documents given.</summary>
internal static class ReadCommand
{
    public static Command Create(ExportLanguage language)
    {
        var inputs = new DocumentArguments(language);
        var command = new Command("read", language.In("读出文件里的每一个数字", "read every figure of documents"));
        inputs.AddTo(command);
        command.SetAction((parsed, cancellation) => DocumentRun.StartAsync(inputs.Request(parsed, audit: false), cancellation));
        return command;
    }
}
