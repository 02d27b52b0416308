namespace Luoshi.Ledger.ReportCards;

internal enum ChangeKind
{
    Kept,
    Added,
    Removed,
}

/// <summary>A run of text in an edited card, against the text the ledger wrote.</summary>
internal readonly record struct TextChange(ChangeKind Kind, string Text);

/// <summary>What a person changed in a generated card: by paragraph first, then inside a changed paragraph by character.</summary>
internal static class CardDiff
{
    // A paragraph longer than this is shown as replaced as a whole; no real one comes near.
    private const int LongestCompared = 4_000;

    public static IReadOnlyList<IReadOnlyList<TextChange>> Paragraphs(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var result = new List<IReadOnlyList<TextChange>>();
        foreach (var (from, to) in Pair(old, now))
            result.Add(Inside(from, to));
        return result;
    }

    public static IReadOnlyList<TextChange> Inside(string before, string after)
    {
        if (string.Equals(before, after, StringComparison.Ordinal))
            return before.Length == 0 ? [] : [new TextChange(ChangeKind.Kept, before)];
        var changes = new List<TextChange>();
        var start = Common(before, after);
        var end = CommonEnd(before.AsSpan(start), after.AsSpan(start));
        Add(changes, ChangeKind.Kept, before[..start]);
        Middle(changes, before[start..^end], after[start..^end]);
        Add(changes, ChangeKind.Kept, before[^end..]);
        return changes;
    }

    /// <summary>Longest common run of equal paragraphs; what lies between is paired in order.</summary>
    private static IEnumerable<(string From, string To)> Pair(string[] old, string[] now)
    {
        var (i, j) = (0, 0);
        foreach (var (a, b) in Matches(old, now))
        {
            foreach (var pair in Loose(old[i..a], now[j..b]))
                yield return pair;
            yield return (old[a], now[b]);
            (i, j) = (a + 1, b + 1);
        }

        foreach (var pair in Loose(old[i..], now[j..]))
            yield return pair;
    }

    private static IEnumerable<(string From, string To)> Loose(string[] old, string[] now)
    {
        for (var i = 0; i < Math.Max(old.Length, now.Length); i++)
            yield return (i < old.Length ? old[i] : "", i < now.Length ? now[i] : "");
    }

    private static void Middle(List<TextChange> changes, string before, string after)
    {
        if ((long)before.Length * after.Length > (long)LongestCompared * LongestCompared)
        {
            Add(changes, ChangeKind.Removed, before);
            Add(changes, ChangeKind.Added, after);
            return;
        }

        var (i, j) = (0, 0);
        foreach (var (a, b) in Matches(before.ToCharArray(), after.ToCharArray()))
        {
            Add(changes, ChangeKind.Removed, before[i..a]);
            Add(changes, ChangeKind.Added, after[j..b]);
            Add(changes, ChangeKind.Kept, before[a].ToString());
            (i, j) = (a + 1, b + 1);
        }

        Add(changes, ChangeKind.Removed, before[i..]);
        Add(changes, ChangeKind.Added, after[j..]);
    }

    /// <summary>Positions of a longest common subsequence.</summary>
    private static List<(int Before, int After)> Matches<T>(T[] before, T[] after)
        where T : IEquatable<T>
    {
        var longest = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                longest[i, j] = before[i].Equals(after[j]) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }

        var found = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < before.Length && j < after.Length;)
        {
            if (before[i].Equals(after[j]))
                found.Add((i++, j++));
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }

        return found;
    }

    private static void Add(List<TextChange> changes, ChangeKind kind, string text)
    {
        if (text.Length == 0)
            return;
        if (changes.Count > 0 && changes[^1].Kind == kind)
            changes[^1] = new TextChange(kind, changes[^1].Text + text);
        else
            changes.Add(new TextChange(kind, text));
    }

    private static int Common(ReadOnlySpan<char> before, ReadOnlySpan<char> after) => before.CommonPrefixLength(after);

    private static int CommonEnd(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var length = 0;
        while (length < Math.Min(before.Length, after.Length) && before[^(length + 1)] == after[^(length + 1)])
            length++;
        return length;
    }
}
