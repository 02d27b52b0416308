using Luoshi.Ledger.ReportCards.Gate;

namespace Luoshi.Ledger.ReportCards;

/// <param name="Figure">The ledger's number this is; null for plain text.</param>
internal readonly record struct LinkedText(string Text, ExpectedNumber? Figure)
{
    public Guid? Indicator => Figure?.Indicator;
}

/// <summary>Finds the ledger's numbers in a line of a card that may have been edited since it was generated.</summary>
internal static class NumberLinks
{
    public static IReadOnlyList<LinkedText> Of(string line, IEnumerable<ExpectedNumber> figures)
    {
        var marks = new List<(int Start, int End, ExpectedNumber Figure)>();
        foreach (var figure in figures)
        {
            if ((figure.Indicator is not null || figure.Items is not null) && Find(line, figure.Printed, marks) is { } start)
                marks.Add((start, start + figure.Printed.Length, figure));
        }

        marks.Sort((a, b) => a.Start.CompareTo(b.Start));
        var parts = new List<LinkedText>();
        var at = 0;
        foreach (var (start, end, figure) in marks)
        {
            if (start > at)
                parts.Add(new LinkedText(line[at..start], Figure: null));
            parts.Add(new LinkedText(line[start..end], figure));
            at = end;
        }

        if (at < line.Length)
            parts.Add(new LinkedText(line[at..], Figure: null));
        return parts;
    }

    private static int? Find(string line, string printed, List<(int Start, int End, ExpectedNumber Figure)> taken)
    {
        if (printed.Length == 0)
            return null;
        for (var at = line.IndexOf(printed, StringComparison.Ordinal); at >= 0; at = line.IndexOf(printed, at + 1, StringComparison.Ordinal))
        {
            var (start, end) = (at, at + printed.Length);
            if (!IsInsideNumber(line, start, end) && !taken.Exists(t => start < t.End && t.Start < end))
                return start;
        }

        return null;
    }

    /// <summary>16个 also stands inside 216个.</summary>
    internal static bool IsInsideNumber(string line, int start, int end) =>
        (start > 0 && (char.IsAsciiDigit(line[start - 1]) || line[start - 1] == '.') && char.IsAsciiDigit(line[start]) && !IsItemNumber(line, start))
        || (end < line.Length && char.IsAsciiDigit(line[end]) && char.IsAsciiDigit(line[end - 1]));

    /// <summary>The point after 3. at the head of a paragraph belongs to no number.</summary>
    private static bool IsItemNumber(string line, int start) => line[start - 1] == '.' && start <= 4 && line.AsSpan(0, start - 1).IndexOfAnyExceptInRange('0', '9') < 0;
}
