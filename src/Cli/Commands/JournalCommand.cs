using System.CommandLine;
using System.Globalization;
using Luoshi.Platform.Journal;
using Luoshi.Reading.Exports;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Cli.Commands;

/// <summary><c>luoshi journal verify</c>: recomputes the journal; exit 0 sound, 1 faults found, 2 could not run.</summary>
internal static class JournalCommand
{
    public static Command Create(ExportLanguage language)
    {
        var journal = new Command("journal", language.In("过程记录", "the journal"));
        journal.Subcommands.Add(Verify(language));
        return journal;
    }

    private static Command Verify(ExportLanguage language)
    {
        var installation = new Installation(language);
        var roots = new Option<string[]>("--root") { Description = language.In("另处留存的日根，写作 2026-06-30=哈希，可多次", "a day root kept elsewhere, DAY=HASH; may be repeated") };
        var command = new Command("verify", language.In("核验有无改动、缺失、插入", "find altered, missing and inserted rows")) { roots };
        installation.AddTo(command);
        command.SetAction((parsed, cancellation) => installation.RunAsync(
            parsed,
            async (services, stop) =>
            {
                var published = new Dictionary<DateOnly, string>();
                foreach (var root in parsed.GetValue(roots) ?? [])
                {
                    if (root.Split('=') is not [var day, var hash] || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
                    {
                        await Console.Error.WriteLineAsync(language.In($"--root {root}：应写作 2026-06-30=哈希", $"--root {root}: write it as DAY=HASH, such as 2026-06-30=…"));
                        return Installation.Refused;
                    }

                    published[on] = hash;
                }

                return Print(await services.GetRequiredService<JournalVerifier>().VerifyAsync(published, stop), language);
            },
            cancellation));
        return command;
    }

    private static int Print(JournalReport report, ExportLanguage language)
    {
        foreach (var fault in report.Faults)
            Console.WriteLine($"{fault.Kind} {fault.ProcessId}  {language.In(fault.Chinese, fault.English)}");
        Console.WriteLine(language.In(
            $"已核验 {report.Processes} 条，{report.Batches} 批，另有 {report.Unsealed} 条待封存；{report.Faults.Count} 处异常。末值 {report.Head}",
            $"{report.Processes} processes in {report.Batches} batches verified, {report.Unsealed} not sealed yet; {report.Faults.Count} fault(s). Head {report.Head}"));
        return report.IsSound ? 0 : 1;
    }
}
