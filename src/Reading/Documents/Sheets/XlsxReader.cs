using System.Text;
using System.Xml;

namespace Luoshi.Reading.Documents.Sheets;

/// <summary>A workbook, streamed sheet by sheet: the sheet's name as a caption, then its rows with merged cells laid out.</summary>
internal sealed class XlsxReader(Package package, Source source)
{
    private const int WidestRow = 16_384;
    private const int LastRow = 1_048_576;

    private readonly List<string> shared = [];
    private readonly List<DocumentNotice> notices = [];
    private CellFormats formats = CellFormats.None;

    public SourceDocument Read()
    {
        var (sheets, date1904) = ReadWorkbook();
        var targets = ReadTargets();
        ReadSharedStrings();
        formats = CellFormats.Load(package.Open("xl/styles.xml"), date1904);
        var writer = new RowWriter(source);
        foreach (var (name, id, hidden) in sheets)
        {
            if (hidden)
                notices.Add(DocumentNotices.HiddenSheet(name));
            else if (targets.TryGetValue(id, out var part) && package.Open(part) is { } xml)
                Sheet(xml, name, writer);
        }

        return new SourceDocument(source.Name, DocumentFormat.Xlsx, "utf-8", writer.ToString(), notices);
    }

    /// <summary>Sheet1 and 工作表1 are no captions.</summary>
    internal static string? CaptionOf(string sheet)
    {
        var name = sheet.Trim().TrimEnd("0123456789");
        return name.Equals("Sheet", StringComparison.OrdinalIgnoreCase) || name.ToString() is "工作表" ? null : sheet.Trim();
    }

    private (List<(string Name, string Id, bool Hidden)> Sheets, bool Date1904) ReadWorkbook()
    {
        var sheets = new List<(string, string, bool)>();
        var date1904 = false;
        using var xml = package.Open("xl/workbook.xml") ?? throw new InvalidDataException();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "workbookPr")
                date1904 = xml.GetAttribute("date1904") is "1" or "true";
            else if (xml.LocalName == "sheet")
                sheets.Add((xml.GetAttribute("name") ?? "", RelationOf(xml), xml.GetAttribute("state") is "hidden" or "veryHidden"));
        }

        return (sheets, date1904);
    }

    /// <summary>The relation attribute is <c>r:id</c> in one of two namespaces.</summary>
    private static string RelationOf(XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";

    private Dictionary<string, string> ReadTargets()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = package.Open("xl/_rels/workbook.xml.rels");
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }

        return targets;
    }

    private void ReadSharedStrings()
    {
        using var xml = package.Open("xl/sharedStrings.xml");
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
                shared.Add(RichText(xml));
        }
    }

    /// <summary>All <c>t</c> inside the current element but phonetic hints; stays on its end tag.</summary>
    private static string RichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var text = new StringBuilder();
        var (outer, isText, phonetic) = (xml.Depth, false, int.MaxValue);
        while (xml.Read() && xml.Depth > outer)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.Depth <= phonetic)
                    phonetic = xml.LocalName == "rPh" ? xml.Depth : int.MaxValue;
                isText = xml.LocalName == "t" && phonetic == int.MaxValue;
            }
            else if (isText && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                text.Append(xml.Value);
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                isText = false;
            }
        }

        return text.ToString();
    }

    private void Sheet(XmlReader xml, string name, RowWriter writer)
    {
        var grid = new Grid(source) { Caption = CaptionOf(name) };
        var rows = 0;
        using (xml)
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "row")
                    rows = Row(xml, grid, rows);
                else if (xml.LocalName == "mergeCell")
                    Merge(xml.GetAttribute("ref"), grid, rows);
            }
        }

        grid.WriteTo(writer);
    }

    /// <summary>Adds the row, and empty ones for those the file leaves out, since merged cells go by row number; returns the number of rows so far.</summary>
    private int Row(XmlReader xml, Grid grid, int rows)
    {
        var number = int.TryParse(xml.GetAttribute("r"), out var printed) ? printed - 1 : rows;
        for (; rows <= number && rows < LastRow; rows++)
            grid.NextRow();
        if (xml.IsEmptyElement || rows == 0)
            return rows;
        var (outer, column) = (xml.Depth, 0);
        while (xml.Read() && xml.Depth > outer)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                continue;
            column = ColumnOf(xml.GetAttribute("r")) ?? column;
            if (Cell(xml) is { Length: > 0 } text && column < WidestRow)
                grid.PutAt(column, text);
            column++;
        }

        return rows;
    }

    private string? Cell(XmlReader xml)
    {
        var type = xml.GetAttribute("t");
        var style = int.TryParse(xml.GetAttribute("s"), out var found) ? found : 0;
        if (xml.IsEmptyElement)
            return null;
        if (type == "inlineStr")
            return RichText(xml);
        var value = ValueOf(xml);
        return type switch
        {
            "s" => int.TryParse(value, out var at) && at >= 0 && at < shared.Count ? shared[at] : null,
            "b" => value == "1" ? "是" : "否",
            "str" or "e" or "d" => value,
            _ => formats.Show(value, style),
        };
    }

    /// <summary>The <c>v</c> of the current cell; stays on the cell's end tag.</summary>
    private static string? ValueOf(XmlReader xml)
    {
        string? value = null;
        var (outer, isValue) = (xml.Depth, false);
        while (xml.Read() && xml.Depth > outer)
        {
            if (xml.NodeType == XmlNodeType.Element)
                isValue = xml.LocalName == "v";
            else if (isValue && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
                value += xml.Value;
            else if (xml.NodeType == XmlNodeType.EndElement)
                isValue = false;
        }

        return value;
    }

    private static void Merge(string? area, Grid grid, int rows)
    {
        var colon = area?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0)
            return;
        var (from, to) = (area![..colon], area[(colon + 1)..]);
        if (ColumnOf(from) is not { } left || ColumnOf(to) is not { } right || RowOf(from) is not { } top || RowOf(to) is not { } bottom)
            return;
        bottom = Math.Min(bottom, rows - 1);
        right = Math.Min(right, left + 255);
        if (top <= bottom && left <= right)
            grid.Cover(top, left, right - left + 1, bottom - top + 1);
    }

    /// <summary>The column of a cell name: C5 is 2.</summary>
    private static int? ColumnOf(string? cell)
    {
        var (column, at) = (0, 0);
        for (; cell is not null && at < cell.Length && char.IsAsciiLetter(cell[at]) && column < WidestRow; at++)
            column = (column * 26) + (cell[at] & 0x1F);
        return at == 0 ? null : column - 1;
    }

    private static int? RowOf(string cell) => int.TryParse(cell.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), out var row) && row > 0 ? row - 1 : null;
}
