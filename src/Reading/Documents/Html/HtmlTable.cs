using System.Runtime.CompilerServices;
using System.Text;
using AngleSharp.Dom;
using Luoshi.Reading.Documents.Sheets;

namespace Luoshi.Reading.Documents.Html;

/// <summary>Reads a table that holds data; one that only lays out the page is not read as one.</summary>
internal static class HtmlTable
{
    // Longer cells are columns of a page, not cells of a table.
    private const int LongestCell = 2000;
    private const int WidestSpan = 200;
    private const int TallestSpan = 5000;

    public static Grid? Read(IElement table, Furniture furniture, Source source)
    {
        if (table.QuerySelector("table") is not null)
            return null;
        var grid = new Grid(source);
        var text = new StringBuilder();
        var (cells, rows) = (0, 0);
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            if (Furniture.IsDead(row))
                continue;
            grid.NextRow();
            rows++;
            foreach (var cell in row.Children)
            {
                if (cell.LocalName is not ("td" or "th") || Furniture.IsDead(cell))
                    continue;
                text.Clear();
                Gather(cell, furniture, text);
                if (text.Length > LongestCell)
                    return null;
                cells++;
                grid.Add(text.ToString().Trim(), Span(cell, "colspan", WidestSpan), Span(cell, "rowspan", TallestSpan));
            }
        }

        if (table.QuerySelector("caption") is { } caption)
            grid.Caption = caption.TextContent.Trim();
        return cells > rows ? grid : null;
    }

    private static int Span(IElement cell, string name, int most) =>
        int.TryParse(cell.GetAttribute(name), out var span) ? Math.Clamp(span, 1, most) : 1;

    private static void Gather(IElement element, Furniture furniture, StringBuilder text)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var child in element.ChildNodes)
        {
            if (child is IText words)
            {
                text.Append(words.Data);
                continue;
            }

            if (child is not IElement inner || Furniture.IsDead(inner))
                continue;
            if (inner.LocalName == "sup" && inner.TextContent is "2" or "3")
            {
                text.Append(inner.TextContent == "2" ? '²' : '³');
                continue;
            }

            // Lines of one cell are parted by a blank: they share a row.
            var parted = inner.LocalName is "br" or "p" or "div" or "li";
            if (parted && text.Length > 0)
                text.Append(' ');
            Gather(inner, furniture, text);
        }
    }
}
