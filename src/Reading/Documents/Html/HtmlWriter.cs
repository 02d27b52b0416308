using System.Runtime.CompilerServices;
using System.Text;
using AngleSharp.Dom;
using Luoshi.Reading.Documents.Sheets;

namespace Luoshi.Reading.Documents.Html;

/// <summary>Walks the elements of a page and writes a line for each block of text.</summary>
internal sealed class HtmlWriter(Furniture furniture, RowWriter writer, Source source)
{
    private static readonly HashSet<string> Inline =
        ["a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "ruby", "rb"];

    private readonly StringBuilder line = new();
    private bool blank;

    public void Write(IElement element)
    {
        Children(element);
        EndLine();
    }

    private void Children(IElement element)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
                Append(text.Data, element.LocalName is "pre");
            else if (child is IElement inner && !furniture.Drops(inner))
                Element(inner);
        }
    }

    private void Element(IElement element)
    {
        switch (element.LocalName)
        {
            case "br" or "hr":
                EndLine();
                break;
            case "img" or "input" or "rt" or "rp" or "del":
                break;
            case "table" when HtmlTable.Read(element, furniture, source) is { } table:
                EndLine();
                table.WriteTo(writer);
                break;
            case "td" or "th":
                // A cell of a table that only lays out the page.
                EndLine();
                Children(element);
                EndLine();
                break;
            case "sup" when element.TextContent is "2" or "3":
                // m<sup>2</sup> is m², not m2.
                Append(element.TextContent == "2" ? "²" : "³", verbatim: false);
                break;
            case var name when Inline.Contains(name):
                Children(element);
                break;
            default:
                EndLine();
                Children(element);
                EndLine();
                break;
        }
    }

    private void Append(string text, bool verbatim)
    {
        foreach (var c in text)
        {
            if (verbatim && c == '\n')
            {
                EndLine();
            }
            else if (c is ' ' or '\n' or '\r' or '\t' or '\f')
            {
                blank = line.Length > 0;
            }
            else
            {
                if (blank)
                    line.Append(' ');
                blank = false;
                line.Append(c);
            }
        }
    }

    private void EndLine()
    {
        blank = false;
        if (line.Length == 0)
            return;
        writer.Line(line.ToString());
        line.Clear();
    }
}
