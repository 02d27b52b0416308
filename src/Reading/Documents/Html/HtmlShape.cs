using System.Buffers;
using System.Runtime.InteropServices;

namespace Luoshi.Reading.Documents.Html;

/// <summary>
/// Looks over the tags of a page before it is parsed. A parser builds what the tags ask for, however deep and however many times
/// over, so a page that asks for too much is refused here, in one linear walk.
/// </summary>
internal sealed class HtmlShape
{
    private const int MostAttributes = 512;

    // A formatting element that is left open is opened again in every later block.
    private const long MostRepeated = 2_000_000;

    private static readonly SearchValues<char> TagEnds = SearchValues.Create(">\"'");
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    private static readonly HashSet<string> Void = ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr", "param"];

    // Their end tags may be left out; the parser closes them, so they do not nest by themselves.
    private static readonly HashSet<string> SelfEnding = ["p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "dt", "dd", "colgroup", "html", "head", "body"];
    private static readonly HashSet<string> Formatting = ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

    // A second one closes the first.
    private static readonly HashSet<string> Single = ["a", "nobr", "button", "select"];
    private static readonly HashSet<string> Verbatim = ["script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe"];

    private readonly Dictionary<string, int> open = [];
    private readonly int maxDepth;
    private int depth;
    private int foreign;
    private int formatting;
    private long repeated;

    private HtmlShape(int maxDepth) => this.maxDepth = maxDepth;

    /// <summary>False when the page nests deeper than <paramref name="maxDepth"/> or is otherwise no page anybody wrote.</summary>
    public static bool IsSane(string html, int maxDepth)
    {
        var shape = new HtmlShape(maxDepth);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length;)
        {
            var next = shape.Tag(html, at);
            if (next < 0)
                return false;
            var found = next >= html.Length ? -1 : html.AsSpan(next).IndexOf('<');
            at = found < 0 ? -1 : next + found;
        }

        return true;
    }

    /// <summary>Takes in the tag at <paramref name="at"/> and returns the offset behind it, or -1 when the page is not sane.</summary>
    private int Tag(string html, int at)
    {
        if (html.AsSpan(at).StartsWith("<!--"))
            return Behind(html, at + 4, "-->");
        var closes = html[at + 1] == '/';
        var nameStart = at + (closes ? 2 : 1);
        if (nameStart >= html.Length || !char.IsAsciiLetter(html[nameStart]))
            return at + 1;
        var nameLength = html.AsSpan(nameStart).IndexOfAny(NameEnds);
        if (nameLength < 0)
            return html.Length;
        // Longer names are nobody's; cut, so that a lower-case copy stays small.
        var name = html.Substring(nameStart, Math.Min(nameLength, 32)).ToLowerInvariant();
        var end = EndOfTag(html, nameStart + nameLength, out var attributes);
        if (attributes > MostAttributes)
            return -1;
        var isEmpty = end >= 2 && html[end - 1] == '>' && html[end - 2] == '/';
        if (!(closes ? Close(name) : Open(name, isEmpty)))
            return -1;
        return !closes && foreign == 0 && Verbatim.Contains(name) ? BehindVerbatim(html, end, name) : end;
    }

    private bool Open(string name, bool isEmpty)
    {
        if (Void.Contains(name) || (isEmpty && foreign > 0))
            return true;
        if (Single.Contains(name))
            Close(name);
        if (Formatting.Contains(name))
            formatting++;
        else
            repeated += formatting;
        if (repeated > MostRepeated)
            return false;
        if (SelfEnding.Contains(name) || (Verbatim.Contains(name) && foreign == 0))
            return true;
        if (name is "svg" or "math")
            foreign++;
        CollectionsMarshal.GetValueRefOrAddDefault(open, name, out _)++;
        return ++depth <= maxDepth;
    }

    private bool Close(string name)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(open, name);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count) || count == 0)
            return true;
        count--;
        depth--;
        if (Formatting.Contains(name))
            formatting--;
        if (name is "svg" or "math")
            foreign--;
        return true;
    }

    private static int EndOfTag(string html, int at, out int attributes)
    {
        attributes = 0;
        while (at < html.Length)
        {
            var found = html.AsSpan(at).IndexOfAny(TagEnds);
            if (found < 0)
                return html.Length;
            attributes += html.AsSpan(at, found).Count('=') + html.AsSpan(at, found).Count(' ') + html.AsSpan(at, found).Count('\n');
            at += found;
            if (html[at] == '>')
                return at + 1;
            var quote = html.AsSpan(at + 1).IndexOf(html[at]);
            if (quote < 0)
                return html.Length;
            at += quote + 2;
        }

        return html.Length;
    }

    private static int BehindVerbatim(string html, int at, string name)
    {
        var found = html.AsSpan(at).IndexOf("</" + name, StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : at + found + name.Length + 2;
    }

    private static int Behind(string html, int at, string end)
    {
        var found = at >= html.Length ? -1 : html.AsSpan(at).IndexOf(end, StringComparison.Ordinal);
        return found < 0 ? html.Length : at + found + end.Length;
    }
}
