namespace Luoshi.Cli.Inputs;

/// <summary>
/// Path patterns for shells that do not expand them: <c>*</c> and <c>?</c> inside a name, <c>**</c> for any depth.
/// </summary>
internal static class Glob
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    public static bool IsPattern(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>Files that match, in name order.</summary>
    public static IEnumerable<string> Expand(string pattern)
    {
        var parts = pattern.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var root = Path.IsPathRooted(pattern) ? Path.GetPathRoot(pattern)! : "";
        return Match(root, parts);
    }

    private static IEnumerable<string> Match(string folder, ReadOnlyMemory<string> parts)
    {
        var part = parts.Span[0];
        if (part is "**")
            return MatchAnyDepth(folder, parts);
        if (parts.Length == 1)
            return IsPattern(part) ? Files(folder, part) : File.Exists(Path.Combine(folder, part)) ? [Path.Combine(folder, part)] : [];
        return IsPattern(part)
            ? Folders(folder, part).SelectMany(inner => Match(inner, parts[1..]))
            : Directory.Exists(Path.Combine(folder, part)) ? Match(Path.Combine(folder, part), parts[1..]) : [];
    }

    private static IEnumerable<string> MatchAnyDepth(string folder, ReadOnlyMemory<string> parts)
    {
        var rest = parts.Length > 1 ? parts[1..] : new[] { "*" };
        return Match(folder, rest).Concat(Folders(folder, "*").SelectMany(inner => MatchAnyDepth(inner, parts)));
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Sorted(folder, Directory.EnumerateFiles(Here(folder), pattern, EntryOptions));

    private static IEnumerable<string> Folders(string folder, string pattern) =>
        Sorted(folder, Directory.EnumerateDirectories(Here(folder), pattern, EntryOptions));

    // Hidden folders hold tools' data, never documents; a link back up would never end.
    private static EnumerationOptions EntryOptions => new()
    {
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        MatchCasing = MatchCasing.PlatformDefault,
        MatchType = MatchType.Simple,
    };

    private static string Here(string folder) => folder.Length == 0 ? "." : folder;

    private static IEnumerable<string> Sorted(string folder, IEnumerable<string> paths) =>
        paths.Select(path => folder.Length == 0 ? Path.GetFileName(path) : path).Order(StringComparer.Ordinal);
}
