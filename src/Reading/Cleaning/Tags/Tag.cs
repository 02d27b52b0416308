using System.Collections.Frozen;
using System.Globalization;

namespace Luoshi.Reading.Cleaning.Tags;

/// <summary>What a tag of a page's source does to the text it stands in.</summary>
internal enum TagPart
{
    /// <summary>Dress of words within a line.</summary>
    Inline,

    /// <summary>Parts lines.</summary>
    Block,
    Table,
    Row,
    Cell,

    /// <summary>Between a table and its rows: <c>tbody</c>.</summary>
    Rows,
    Caption,

    /// <summary>What stands up to its end is no text: <c>style</c>, a comment.</summary>
    Verbatim,
}

/// <summary>A tag that a copy of a page's source left in a text.</summary>
/// <param name="Start">Raw offset of its first sign.</param>
/// <param name="End">Raw offset behind it.</param>
internal readonly record struct Tag(int Start, int End, TagPart Part, bool Closes)
{
    private const int LongestName = 12;

    /// <summary>A tag at the end of a text that broke off inside it.</summary>
    private const int LongestCut = 200;

    private static readonly FrozenDictionary<string, TagPart> Parts = Names(
        (TagPart.Inline, "span b strong i em u font a sup sub s small big label nobr tt ins del mark code o:p img input wbr col colgroup"),
        (TagPart.Block, "p div br hr li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article center blockquote pre body html head header footer main form"),
        (TagPart.Table, "table"), (TagPart.Row, "tr"), (TagPart.Cell, "td th"), (TagPart.Rows, "thead tbody tfoot"), (TagPart.Caption, "caption"),
        (TagPart.Verbatim, "style script"));

    private static readonly FrozenDictionary<string, TagPart>.AlternateLookup<ReadOnlySpan<char>> Known = Parts.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool IsOfTable => Part is TagPart.Table or TagPart.Row or TagPart.Cell or TagPart.Rows or TagPart.Caption;

    /// <summary>The tags of a text in order; null where none of them is one of a table. What only looks like a tag (a&lt;b) stays.</summary>
    public static List<Tag>? All(string raw)
    {
        var tags = default(List<Tag>);
        var hasTable = false;
        for (var at = raw.IndexOf('<', StringComparison.Ordinal); at >= 0;)
        {
            if (At(raw, at) is { } tag)
            {
                (tags ??= []).Add(tag);
                hasTable |= tag.Part is TagPart.Row or TagPart.Cell;
                at = tag.End;
            }
            else
            {
                at++;
            }

            var next = raw.AsSpan(at).IndexOf('<');
            at = next < 0 ? -1 : at + next;
        }

        return hasTable ? tags : null;
    }

    /// <summary>How many columns or rows a cell reaches over.</summary>
    public int Span(string raw, string name, int most)
    {
        var words = raw.AsSpan(Start, End - Start);
        if (words.IndexOf(name, StringComparison.OrdinalIgnoreCase) is not (> 0 and var found))
            return 1;
        words = words[(found + name.Length)..].TrimStart(" =\"'\u201C\u201D");
        var digits = words.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(words[..Math.Max(0, digits)], NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, most) : 1;
    }

    private static Tag? At(string raw, int at)
    {
        var nameStart = at + 1;
        var closes = nameStart < raw.Length && raw[nameStart] == '/';
        if (closes)
            nameStart++;
        // Only as far as the next sign that may begin one: whatever a text holds, each character is looked at twice at most.
        var inside = raw.AsSpan(nameStart).IndexOfAny('<', '>');
        var end = inside < 0 ? at + raw.AsSpan(at).TrimEnd().Length : nameStart + inside;
        if (inside < 0 && (end - at is < 3 or > LongestCut || raw.AsSpan(at, end - at).IndexOfAny('\n', '\r') >= 0))
            return null;
        if (inside >= 0 && raw[end] == '<')
            return null;
        if (raw.AsSpan(nameStart, end - nameStart).StartsWith("!--"))
            return new Tag(at, inside < 0 ? end : end + 1, TagPart.Verbatim, Closes: true);
        var length = nameStart;
        while (length < end && length - nameStart < LongestName && (char.IsAsciiLetterOrDigit(raw[length]) || raw[length] == ':'))
            length++;
        if (length < end && raw[length] is not (' ' or '/' or '\t' or '\n' or '\r' or '\u3000' or '\u00A0'))
            return null;
        if (Known.TryGetValue(raw.AsSpan(nameStart, length - nameStart), out var part))
            return inside < 0 ? new Tag(at, end, TagPart.Inline, closes) : new Tag(at, end + 1, part, closes);
        // The text breaks off inside the name.
        return inside < 0 && length == end && Parts.Keys.Any(name => name.AsSpan().StartsWith(raw.AsSpan(nameStart, end - nameStart), StringComparison.OrdinalIgnoreCase))
            ? new Tag(at, end, TagPart.Inline, closes)
            : null;
    }

    private static FrozenDictionary<string, TagPart> Names(params (TagPart Part, string Names)[] groups) =>
        groups.SelectMany(group => group.Names.Split(' ').Select(name => KeyValuePair.Create(name, group.Part))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
