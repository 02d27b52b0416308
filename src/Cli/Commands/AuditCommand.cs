using System.CommandLine;
using Luoshi.Cli.Runs;
using Luoshi.Reading.Exports;

namespace Luoshi.Cli.Commands;

/// <summary><c>luoshi audit</c>: recomputes what the documents print, each by itself and against the others given with it.</summary>
internal static class AuditCommand
{
    public static Command Create(ExportLanguage language)
    {
        var inputs = new DocumentArguments(language);
        var command = new Command("audit", language.In(
            "核算文件里的数字：完成率、合计、占比、增幅（退出码：0 没有不符，1 有不符，2 有文件读不了）",
            "recompute ratios, sums, shares and growth (exit code: 0 nothing conflicts, 1 conflicts found, 2 something could not be read)"));
        inputs.AddTo(command);
        command.SetAction((parsed, cancellation) => DocumentRun.StartAsync(inputs.Request(parsed, audit: true), cancellation));
        return command;
    }
}
