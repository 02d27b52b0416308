using System.CommandLine;
using System.Globalization;
using Luoshi.Platform.Backup;
using Luoshi.Platform.Storage;
using Luoshi.Reading.Exports;
using Luoshi.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Cli.Commands;

/// <summary><c>luoshi backup FILE</c>: everything in one file, also while the server runs.</summary>
internal static class BackupCommand
{
    public static Command Create(ExportLanguage language)
    {
        var installation = new Installation(language);
        var file = new Argument<string>("file") { Description = language.In("备份文件", "the file to write") };
        var command = new Command("backup", language.In("备份数据库、附件与本地规则，运行中也可以", "back up database, attachments and local rules, also while running")) { file };
        installation.AddTo(command);
        command.SetAction((parsed, cancellation) => installation.RunAsync(
            parsed,
            async (services, stop) =>
            {
                if (!(await services.GetRequiredService<BackupService>().BackupAsync(parsed.GetRequiredValue(file), stop)).TryGet(out var report, out var refusal))
                    return installation.Refuse(refusal);
                var size = (report.Bytes / 1024.0 / 1024.0).ToString("0.0", CultureInfo.InvariantCulture);
                Console.WriteLine(language.In(
                    $"已备份到 {report.File}（{size} MB，{report.Manifest.Parts.Count} 部分）。",
                    $"Backed up to {report.File} ({size} MB, {report.Manifest.Parts.Count} part(s))."));
                return 0;
            },
            cancellation));
        return command;
    }
}

/// <summary><c>luoshi restore FILE</c>: into an empty data folder or an empty database.</summary>
internal static class RestoreCommand
{
    public static Command Create(ExportLanguage language)
    {
        var installation = new Installation(language);
        var file = new Argument<string>("file") { Description = language.In("备份文件", "the backup") };
        var check = new Option<bool>("--check") { Description = language.In("只核对校验值，不恢复", "only check the checksums") };
        var command = new Command("restore", language.In("从备份恢复到空的目录或数据库", "restore a backup into an empty folder or database")) { file, check };
        installation.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var source = parsed.GetRequiredValue(file);
            var storage = new StorageOptions { DataFolder = Path.GetFullPath(parsed.GetRequiredValue(installation.Data)), Postgres = parsed.GetValue(installation.Database) };
            await using var services = new ServiceCollection().AddLogging().AddLuoshi(storage).BuildServiceProvider();
            var outcome = parsed.GetValue(check)
                ? await RestoreService.CheckAsync(source, cancellation)
                : await services.GetRequiredService<RestoreService>().RestoreAsync(source, cancellation);
            if (!outcome.TryGet(out var manifest, out var refusal))
                return installation.Refuse(refusal);
            var made = manifest.MadeAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            Console.WriteLine(parsed.GetValue(check)
                ? language.In($"{made} UTC 的备份完好，{manifest.Parts.Count} 部分。", $"The backup of {made} UTC is whole, {manifest.Parts.Count} part(s).")
                : language.In($"已恢复 {made} UTC 的备份；请运行 luoshi journal verify 核验。", $"Restored the backup of {made} UTC; now run luoshi journal verify."));
            return 0;
        });
        return command;
    }
}
