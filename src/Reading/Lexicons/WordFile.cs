namespace Luoshi.Reading.Lexicons;

/// <summary>
/// A word list that ships inside the assembly: <c>[group]</c> lines, one word a line, <c>#</c> starts a comment.
/// </summary>
internal static class WordFile
{
    /// <summary>Words by group, in file order.</summary>
    public static Dictionary<string, List<string>> Load(string name)
    {
        var resource = $"Luoshi.Reading.lexicons.{name}";
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The word list '{name}' is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return Parse(reader);
    }

    internal static Dictionary<string, List<string>> Parse(TextReader reader)
    {
        var groups = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? group = null;
        while (reader.ReadLine() is { } line)
        {
            line = line.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            // "[打印" is a word: only a line that closes its bracket and is plain ASCII names a group.
            if (line[0] == '[' && line[^1] == ']' && System.Text.Ascii.IsValid(line))
            {
                groups[line[1..^1]] = group = [];
                continue;
            }

            (group ?? throw new FormatException($"'{line}' stands before the first [group].")).Add(line);
        }

        return groups;
    }
}
