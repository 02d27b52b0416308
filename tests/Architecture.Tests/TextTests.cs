using System.Text.RegularExpressions;

namespace Luoshi.Architecture.Tests;

/// <summary>What must never be committed.</summary>
public sealed partial class TextTests
{
    private static readonly string[] Folders = ["src", "tests", "data", "docs", "benchmarks", "tools"];
    private static readonly string[] Endings = [".cs", ".razor", ".csproj", ".json", ".md", ".ts", ".css", ".mjs", ".txt", ".jsonl"];

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() => Lines(MachinePath()).ShouldBeEmpty();

    [Fact]
    public void No_lock_file_names_a_package_source() =>
        Files().Where(path => path.EndsWith("package-lock.json", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(path).Contains("\"resolved\": \"http", StringComparison.Ordinal))
            .Select(Repository.Relative)
            .ShouldBeEmpty("set omit-lockfile-registry-resolved");

    [Fact]
    public void Nothing_is_left_for_later() => Lines(Leftover()).ShouldBeEmpty();

    [Fact]
    public void No_file_keeps_the_marks_of_a_merge() => Lines(MergeMark()).ShouldBeEmpty();

    private static IEnumerable<string> Files() => Folders
        .Where(folder => Directory.Exists(Path.Combine(Repository.Root, folder)))
        .SelectMany(folder => Repository.SourceFiles(folder, "*"))
        .Where(path => Endings.Contains(Path.GetExtension(path)));

    private static List<string> Lines(Regex pattern) =>
    [
        .. Files().Where(path => Path.GetFileName(path) != "TextTests.cs")
            .SelectMany(path => File.ReadLines(path).Select((line, index) => (Path: path, Line: line, Number: index + 1)))
            .Where(found => pattern.IsMatch(found.Line))
            .Select(found => $"{Repository.Relative(found.Path)}:{found.Number}"),
    ];

    [GeneratedRegex(@"(^|[^\w.])/(home|root|Users)/\w", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b|throw new NotImplementedException", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Leftover();

    [GeneratedRegex(@"^(<{7}|>{7}|\|{7}) ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MergeMark();
}
