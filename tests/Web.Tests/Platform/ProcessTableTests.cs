using System.Text;
using Luoshi.Platform.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests.Platform;

/// <summary>Codes are stored for good, so a code that disappears or changes its meaning must be seen in review.</summary>
public sealed class ProcessTableTests(RunningServer server)
{
    [Fact]
    public async Task Every_code_history_may_hold_is_still_declared_and_listed()
    {
        var kinds = server.Services.GetRequiredService<ProcessKinds>();
        var path = RepositoryFile.Of("docs/processes.md");
        if (Environment.GetEnvironmentVariable("LUOSHI_WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(path, Print(kinds), TestContext.Current.CancellationToken);

        var listed = (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();

        listed.ShouldNotBeEmpty();
        listed.ShouldBeSubsetOf(kinds.All.Select(Line));
        kinds.All.ShouldAllBe(kind => !kind.Code.Any(char.IsUpper) && kind.Chinese.Length > 0 && kind.English.Length > 0);
    }

    private static string Print(ProcessKinds kinds)
    {
        var text = new StringBuilder("""
            # What the journal calls things

            Written by `ProcessTableTests` (run the tests with `LUOSHI_WRITE_DOCS=1`). Codes are stored with every change and never reused.

            | Code | 中文 | English |
            |---|---|---|

            """);
        foreach (var kind in kinds.All)
            text.Append(Line(kind)).Append('\n');
        return text.ToString();
    }

    private static string Line(ProcessKind kind) => $"| `{kind.Code}` | {kind.Chinese} | {kind.English} |";
}

internal static class RepositoryFile
{
    public static string Of(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Luoshi.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, path);
    }
}
