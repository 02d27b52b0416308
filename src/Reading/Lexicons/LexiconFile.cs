using System.Reflection;
using System.Text;

namespace Luoshi.Reading.Lexicons;

/// <summary>
/// The word lists under <c>data/reading/lexicons</c>, embedded in the assembly. A line is <c>name: word word …</c>;
/// lines of one name add up; <c>#</c> starts a comment. A file beside the program can be read with <see cref="Parse"/> the same way.
/// </summary>
internal static class LexiconFile
{
    public static Dictionary<string, List<string>> Load(string fileName) => Parse(ReadResource(fileName));

    public static string ReadResource(string fileName)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Luoshi.Reading.lexicons." + Path.GetFileNameWithoutExtension(fileName))
            ?? throw new InvalidOperationException($"The word list {fileName} is not embedded; see the EmbeddedResource items of Reading.csproj.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static Dictionary<string, List<string>> Parse(string text)
    {
        var lists = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var rawLine in text.AsSpan().EnumerateLines())
        {
            var line = rawLine;
            var comment = line.IndexOf('#');
            if (comment >= 0)
                line = line[..comment];
            line = line.Trim();
            var colon = line.IndexOf(':');
            if (colon <= 0)
                continue;
            var name = line[..colon].Trim().ToString();
            if (!lists.TryGetValue(name, out var words))
                lists[name] = words = [];
            foreach (var part in line[(colon + 1)..].Split(' '))
            {
                var word = line[(colon + 1)..][part];
                if (!word.IsEmpty)
                    words.Add(word.ToString());
            }
        }

        return lists;
    }
}
