using System.Buffers;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Documents;

namespace Luoshi.Reading.Exports;

/// <summary>
/// Counts which occurrence of its own text on its line each figure is, from 1, leaving out occurrences inside a longer number.
/// One pass over a line whatever its length: a line of ten megabytes must not cost a line for every figure.
/// </summary>
internal static class Occurrences
{
    public static int[] Count(SourceDocument document, IReadOnlyList<Claim> claims)
    {
        var counts = new int[claims.Count];
        Array.Fill(counts, 1);
        var order = Enumerable.Range(0, claims.Count).ToArray();
        Array.Sort(order, (left, right) => claims[left].Raw.Start.CompareTo(claims[right].Raw.Start));
        for (var first = 0; first < order.Length;)
        {
            var line = document.LineOf(claims[order[first]].Raw.Start);
            var end = first + 1;
            while (end < order.Length && document.LineOf(claims[order[end]].Raw.Start) == line)
                end++;
            if (end - first > 1 || claims[order[first]].Raw.Start > document.LineStarts[line - 1])
                CountLine(document, line, claims, order.AsSpan(first, end - first), counts);
            first = end;
        }

        return counts;
    }

    private static void CountLine(SourceDocument document, int line, IReadOnlyList<Claim> claims, ReadOnlySpan<int> figures, int[] counts)
    {
        var text = document.Text;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var figure in figures)
            seen[claims[figure].Raw.Of(text)] = 0;
        var lengths = seen.Keys.Select(key => key.Length).Distinct().Where(length => length > 0).ToArray();
        var firsts = SearchValues.Create(seen.Keys.Where(key => key.Length > 0).Select(key => key[0]).Distinct().ToArray());
        var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        var (at, next, last) = (document.LineStarts[line - 1], 0, claims[figures[^1]].Raw.Start);
        while (at <= last)
        {
            if (!InsideNumber(text, at))
            {
                foreach (var length in lengths)
                {
                    if (at + length <= text.Length && lookup.TryGetValue(text.AsSpan(at, length), out var count))
                        lookup[text.AsSpan(at, length)] = count + 1;
                }
            }

            while (next < figures.Length && claims[figures[next]].Raw.Start == at)
            {
                counts[figures[next]] = Math.Max(1, seen[claims[figures[next]].Raw.Of(text)]);
                next++;
            }

            var step = at + 1 <= last ? text.AsSpan(at + 1, last - at).IndexOfAny(firsts) : -1;
            at = step < 0 ? last + 1 : at + 1 + step;
        }
    }

    private static bool InsideNumber(string text, int at) =>
        at > 0 && char.IsDigit(text[at]) && (char.IsDigit(text[at - 1]) || (text[at - 1] == '.' && at > 1 && char.IsDigit(text[at - 2])));
}
