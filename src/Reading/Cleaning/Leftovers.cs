using System.Buffers;
using Luoshi.Reading.Cleaning.Tags;

namespace Luoshi.Reading.Cleaning;

/// <summary>
/// What a bad copy left at the ends of lines and paragraphs: a tag whose first sign went, most often with the last byte of the character
/// in front (<c>实事、br /&gt;</c>, <c>当前顴/p&gt;</c>, <c>实事�?/p&gt;</c>), and letters that stand at most line ends (<c>各位代表:Qvt</c>).
/// </summary>
internal static class Leftovers
{
    private const int LongestTag = 12;
    private const int LinesLookedAt = 64;
    private const int LinesWithout = 12;
    private const int FewestTails = 5;
    private const int TailShare = 3;
    private const int LongestTail = 8;

    private static readonly SearchValues<string> TagNames = SearchValues.Create(["br", "p", "div", "span", "td", "tr", "li", "ul", "strong", "b", "font", "section", "table", "tbody", "center", "h1", "h2", "h3"], StringComparison.OrdinalIgnoreCase);

    /// <summary>In text order; null for nearly every text.</summary>
    public static List<Leftover>? Find(string raw, bool traditional)
    {
        var found = TagReader.Find(raw);
        for (var at = raw.IndexOf('>', StringComparison.Ordinal); at >= 0; at = at + 1 < raw.Length ? raw.IndexOf('>', at + 1) : -1)
        {
            if (Tag(raw, at, traditional) is { } tag)
                (found ??= []).Add(tag);
        }

        if (TailOf(raw) is { } tail)
            AddTails(raw, tail, found ??= []);
        found?.Sort((one, other) => one.Start.CompareTo(other.Start));
        return found;
    }

    private static Leftover? Tag(string raw, int close, bool traditional)
    {
        var at = close;
        var closes = false;
        while (close - at < LongestTag && Glyphs.At(raw, at - 1) is '/' or ' ')
            closes |= raw[--at] == '/';
        var nameEnd = at;
        while (close - at < LongestTag && (Glyphs.IsLatin(Glyphs.At(raw, at - 1)) || Glyphs.At(raw, at - 1) is >= '1' and <= '6'))
            at--;
        var name = raw.AsSpan(at, nameEnd - at);
        if (Glyphs.At(raw, at - 1) == '/')
            (closes, at) = (true, at - 1);
        // Only the tag's first sign went: a whole one is for those who read pages, and 3/p> is a formula.
        if (!closes || at == 0 || raw[at - 1] is '<' || (char.IsAscii(raw[at - 1]) && raw[at - 1] != '?') || !TagNames.Contains(name.ToString()))
            return null;
        var before = raw[at - 1];
        if (before is '?' && Glyphs.At(raw, at - 2) == '\uFFFD')
            return new Leftover(at - 2, close + 1, "。", IsGuess: true);
        if (before is '?' or '\uFFFD')
            return new Leftover(at - 1, close + 1, "。", IsGuess: true);
        return Meant(before, traditional) is var meant && meant != before ? new Leftover(at - 1, close + 1, meant.ToString(), IsGuess: true) : new Leftover(at, close + 1, "");
    }

    // The sign of the tag takes one off the last byte of the character in front: 。 becomes 、 and 页 becomes 顴.
    private static char Meant(char printed, bool traditional)
    {
        if (printed == '、')
            return '。';
        var next = (char)(printed + 1);
        // A Traditional character where nothing else is, before a simplified one; a rare one before a common one.
        var strayed = !traditional && IsTraditional(printed) && !IsTraditional(next);
        return Glyphs.IsHan(printed) && (strayed || (!CommonCharacters.Has(printed) && CommonCharacters.Has(next))) ? next : printed;
    }

    private static bool IsTraditional(char c) => CharacterTable.Shared.KindOf(c) is CharacterKind.Traditional or CharacterKind.TraditionalHead;

    /// <summary>The letters that end most lines, right behind their words; null where there are none.</summary>
    private static string? TailOf(string raw)
    {
        var (lines, behindWords, tails) = (0, 0, 0);
        string? tail = null;
        var rest = raw.AsSpan();
        while (lines < LinesLookedAt && !rest.IsEmpty)
        {
            var cut = rest.IndexOfAny('\n', '\r');
            var line = (cut < 0 ? rest : rest[..cut]).TrimEnd();
            rest = cut < 0 ? [] : rest[(cut + 1)..];
            if (line.IsEmpty)
                continue;
            if (++lines == LinesWithout && tails == 0)
                return null;
            var length = TailLength(line);
            if (length == 0 || (tail is not null && !line[^length..].SequenceEqual(tail)))
                continue;
            tail ??= line[^length..].ToString();
            tails++;
            behindWords += length < line.Length && !Glyphs.IsSpace(line[^(length + 1)]) ? 1 : 0;
        }

        return tails >= FewestTails && tails * TailShare >= lines && behindWords * 2 >= tails ? tail : null;
    }

    private static int TailLength(ReadOnlySpan<char> line)
    {
        var length = 0;
        while (length < line.Length && length <= LongestTail && char.IsAsciiLetter(line[^(length + 1)]))
            length++;
        return length is < 2 or > LongestTail || (length < line.Length && char.IsAscii(line[^(length + 1)]) && line[^(length + 1)] is not (' ' or ':' or ')' or ';' or '.' or '!')) ? 0 : length;
    }

    private static void AddTails(string raw, string tail, List<Leftover> found)
    {
        for (var at = raw.IndexOf(tail, StringComparison.Ordinal); at >= 0; at = raw.IndexOf(tail, at, StringComparison.Ordinal))
        {
            var end = at + tail.Length;
            var behind = end;
            // 工作报告Qvt Qvt: twice at one line end.
            while (Glyphs.IsSpace(Glyphs.At(raw, behind)) || raw.AsSpan(behind).StartsWith(tail))
                behind += Glyphs.IsSpace(Glyphs.At(raw, behind)) ? 1 : tail.Length;
            if (Glyphs.IsLineEnd(Glyphs.At(raw, behind)) && !Glyphs.IsLatin(Glyphs.At(raw, at - 1)))
                found.Add(new Leftover(at, behind, ""));
            at = Math.Max(end, behind);
            if (at >= raw.Length)
                return;
        }
    }
}
