namespace Luoshi.Ledger.ReportCards.Changing;

/// <summary>Brings what changed from an old sequence to a new one into a third that was edited meanwhile.</summary>
internal static class ThreeWay
{
    /// <param name="both">What becomes of a stretch that both changed, differently: old, edited, new.</param>
    public static List<string> Merge(string[] old, string[] edited, string[] renewed, Func<string[], string[], string[], IEnumerable<string>> both)
    {
        var (mine, theirs) = (Matches(old, edited), Matches(old, renewed));
        var merged = new List<string>();
        var (o, e, r) = (0, 0, 0);
        for (var anchor = 0; anchor <= old.Length; anchor++)
        {
            var end = anchor == old.Length;
            if (!end && (mine[anchor] < 0 || theirs[anchor] < 0))
                continue;
            var (toEdited, toRenewed) = end ? (edited.Length, renewed.Length) : (mine[anchor], theirs[anchor]);
            merged.AddRange(Stretch(old[o..anchor], edited[e..toEdited], renewed[r..toRenewed], both));
            if (!end)
                merged.Add(edited[toEdited]);
            (o, e, r) = (anchor + 1, toEdited + 1, toRenewed + 1);
        }

        return merged;
    }

    private static IEnumerable<string> Stretch(string[] old, string[] edited, string[] renewed, Func<string[], string[], string[], IEnumerable<string>> both)
    {
        if (old.SequenceEqual(edited, StringComparer.Ordinal))
            return renewed;
        if (old.SequenceEqual(renewed, StringComparer.Ordinal) || edited.SequenceEqual(renewed, StringComparer.Ordinal))
            return edited;
        return both(old, edited, renewed);
    }

    /// <summary>For each element where its partner stands in a longest common subsequence, or -1.</summary>
    private static int[] Matches(string[] old, string[] other)
    {
        var longest = new int[old.Length + 1, other.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = other.Length - 1; j >= 0; j--)
                longest[i, j] = old[i] == other[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }

        var partner = new int[old.Length];
        Array.Fill(partner, -1);
        for (var (i, j) = (0, 0); i < old.Length && j < other.Length;)
        {
            if (old[i] == other[j])
                partner[i++] = j++;
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }

        return partner;
    }
}
