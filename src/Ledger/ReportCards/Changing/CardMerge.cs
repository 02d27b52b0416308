using System.Text;
using Luoshi.Ledger.ReportCards.Gate;

namespace Luoshi.Ledger.ReportCards.Changing;

/// <summary>
/// Brings the ledger's changes into an edited card: a sentence nobody touched is written anew, in one that was edited the changed
/// numbers alone are replaced, and what people added stays. What cannot be brought in is told by the gate.
/// </summary>
internal static class CardMerge
{
    /// <param name="old">The text as it was generated.</param>
    /// <param name="edited">What people made of it.</param>
    /// <param name="renewed">The text as the ledger would write it now.</param>
    /// <param name="had">The ledger's numbers when the text was generated.</param>
    /// <param name="has">Its numbers now.</param>
    public static string Take(string old, string edited, string renewed, IReadOnlyList<ExpectedNumber> had, IReadOnlyList<ExpectedNumber> has)
    {
        if (old == edited)
            return renewed;
        var all = FigureChange.Between(had, has);
        // What an unchanged number of the item prints too cannot be told from it in words somebody else wrote.
        var changes = all.Where(c => !had.Any(f => f.Paragraph == c.Item && f.Printed == c.Old && !all.Any(other => other.IsOf(f)))).ToArray();
        var (before, after) = (Keyed(old), Keyed(renewed));
        var lines = new List<string>();
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, line) in Keys(edited))
        {
            if (key is null || !before.TryGetValue(key, out var was))
            {
                lines.Add(line);
                continue;
            }

            written.Add(key);
            if (after.TryGetValue(key, out var now))
                lines.Add(Paragraph(was, line, now, [.. changes.Where(c => c.Item == CardPlaces.NumberOf(line))]));
            else if (line != was)
                lines.Add(line);
        }

        // Items that came to the list since stand behind the one they follow there; what people took out stays out.
        string? last = null;
        foreach (var (key, line) in Keys(renewed))
        {
            if (key is not null && !before.ContainsKey(key) && written.Add(key))
                lines.Insert(After(lines, last), line);
            last = key ?? last;
        }

        return string.Join('\n', lines);
    }

    private static string Paragraph(string old, string edited, string renewed, IReadOnlyList<FigureChange> changes) =>
        string.Concat(ThreeWay.Merge(Sentences(old), Sentences(edited), Sentences(renewed), (was, mine, now) =>
            // Neighbours that changed for different reasons stand in one stretch; sentence by sentence they are told apart.
            mine.Select((s, i) => was.Length == mine.Length && was.Length == now.Length && s == was[i] ? now[i] : Replace(s, changes))));

    private static string Replace(string sentence, IReadOnlyList<FigureChange> changes)
    {
        // Two numbers that were printed alike and differ now cannot be told apart in words somebody else wrote.
        var clear = changes.Where(c => c is { Old: not null, New: not null }).GroupBy(c => c.Old!, StringComparer.Ordinal)
            .Where(g => g.Select(c => c.New).Distinct(StringComparer.Ordinal).Count() == 1).ToDictionary(g => g.Key, g => g.First().New!, StringComparer.Ordinal);
        var text = new StringBuilder();
        for (var at = 0; at < sentence.Length;)
        {
            var found = clear.Keys.Where(old => sentence.AsSpan(at).StartsWith(old, StringComparison.Ordinal) && !NumberLinks.IsInsideNumber(sentence, at, at + old.Length)).MaxBy(old => old.Length);
            text.Append(found is null ? sentence[at] : clear[found]);
            at += found?.Length ?? 1;
        }

        return text.ToString();
    }

    private static int After(List<string> lines, string? key)
    {
        var index = key is null ? -1 : lines.FindIndex(l => KeyOf(l) == key);
        return index < 0 ? lines.Count : index + 1;
    }

    private static Dictionary<string, string> Keyed(string text)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, line) in Keys(text))
        {
            if (key is not null)
                known.TryAdd(key, line);
        }

        return known;
    }

    /// <summary>Title and opening by their place, items and promises by their numbers; lines of people's own have no key.</summary>
    private static IEnumerable<(string? Key, string Line)> Keys(string text) =>
        text.Split('\n').Select((line, i) => (i switch { 0 => "title", 1 when CardPlaces.NumberOf(line) == 0 && !CardPlaces.IsPromiseLine(line) => "opening", _ => KeyOf(line) }, line));

    private static string? KeyOf(string line)
    {
        if (CardPlaces.NumberOf(line) is > 0 and var number)
            return $"{number}.";
        return CardPlaces.IsPromiseLine(line) ? line[..(line.IndexOf('：', StringComparison.Ordinal) + 1)] : null;
    }

    internal static string[] Sentences(string line)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '。')
                continue;
            sentences.Add(line[start..(i + 1)]);
            start = i + 1;
        }

        if (start < line.Length)
            sentences.Add(line[start..]);
        return [.. sentences];
    }
}
