using System.Collections.Concurrent;
using System.Text;

namespace Luoshi.Reading.Lexicons;

/// <summary>
/// The word lists under <c>data/reading/lexicons</c>, embedded in the assembly, in either of two notations: a <c>[name]</c> line with one
/// word a line below it, for words that hold blanks and marks, or <c>name: word word …</c>, where lines of one name add up.
/// A line that begins with <c>#</c> is a comment, and so is what stands behind a <c>#</c> in the second notation.
/// </summary>
internal static class WordFile
{
    // Several readers ask for the same file, and starting up is when a small file's time goes.
    private static readonly ConcurrentDictionary<string, Dictionary<string, List<string>>> Loaded = new(StringComparer.Ordinal);

    /// <summary>Words by group, in file order.</summary>
    public static Dictionary<string, List<string>> Load(string name) => Loaded.GetOrAdd(name, Open);

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
            if (line[0] == '[' && line[^1] == ']' && Ascii.IsValid(line))
                groups[line[1..^1]] = group = [];
            else if (group is not null)
                group.Add(line);
            else
                AddRow(line, groups);
        }

        return groups;
    }

    private static void AddRow(string line, Dictionary<string, List<string>> groups)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !Ascii.IsValid(line.AsSpan(0, colon)))
            throw new FormatException($"'{line}' stands before the first [group] and is no 'name: word word'.");
        var name = line[..colon].Trim();
        if (!groups.TryGetValue(name, out var words))
            groups[name] = words = [];
        words.AddRange(line[(colon + 1)..].Split('#', 2)[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static Dictionary<string, List<string>> Open(string name)
    {
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream("Luoshi.Reading.lexicons." + name)
            ?? throw new InvalidOperationException($"The word list '{name}' is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return Parse(reader);
    }
}
