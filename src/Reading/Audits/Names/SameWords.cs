using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Audits.Names;

/// <summary>Writes words that name the same thing one way: GDP and 国内生产总值 are 地区生产总值.</summary>
internal static class SameWords
{
    private static readonly string[] Standards;
    private static readonly WordFinder Others;

    static SameWords()
    {
        var lists = WordFile.Load("same-words");
        Standards = new string[lists.Count];
        var groups = new (IEnumerable<string>, int)[lists.Count];
        var at = 0;
        foreach (var words in lists.Values)
        {
            Standards[at] = words[0];
            groups[at] = (words.GetRange(1, words.Count - 1), at);
            at++;
        }

        Others = new WordFinder(groups);
    }

    public static string Standardise(string text)
    {
        if (!Others.Any(text))
            return text;
        var written = new System.Text.StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length;)
        {
            if (Others.At(text, at, out var group) is { } word)
            {
                written.Append(Standards[group]);
                at += word.Length;
                continue;
            }

            written.Append(text[at++]);
        }

        return written.ToString();
    }
}
