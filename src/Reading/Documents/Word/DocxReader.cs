using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using Luoshi.Reading.Documents.Sheets;

namespace Luoshi.Reading.Documents.Word;

/// <summary>
/// A Word document: a paragraph a line with its automatic number in front, tables as piped rows. Text that was deleted under
/// change tracking, hidden text, headers, footers and notes are not read.
/// </summary>
internal sealed class DocxReader(Package package, Source source)
{
    private readonly RowWriter writer = new(source);
    private readonly Numbering numbering = Numbering.Load(package.Open("word/numbering.xml"));
    private readonly ParagraphStyles styles = ParagraphStyles.Load(package.Open("word/styles.xml"));
    private int depth;

    public SourceDocument Read()
    {
        using var xml = package.Open("word/document.xml") ?? throw new InvalidDataException();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
                Block(xml);
        }

        return new SourceDocument(source.Name, DocumentFormat.Docx, "utf-8", writer.ToString(), []);
    }

    private void Block(XmlReader xml)
    {
        if (xml.IsWord() && xml.LocalName == "p")
            WriteLines(Paragraph(xml));
        else if (xml.IsWord() && xml.LocalName == "tbl")
            Table(xml).WriteTo(writer);
        else if (IsLeftOut(xml))
            SkipInner(xml);
    }

    /// <summary>Moves over an element, staying on its last node, so that the caller's next read goes on behind it.</summary>
    private static void SkipInner(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var outer = xml.Depth;
        while (xml.Read() && xml.Depth > outer)
        {
            // Nothing inside is wanted.
        }
    }

    /// <summary>Fallback repeats a drawing's text for old programs; the rest was deleted or moved away.</summary>
    private static bool IsLeftOut(XmlReader xml) => xml.LocalName is "Fallback" || (xml.IsWord() && xml.LocalName is "del" or "moveFrom" or "sectPr");

    private void WriteLines(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
            writer.Line(line);
    }

    /// <summary>The text of the paragraph the reader stands on; soft line breaks are kept, and boxes drawn in it follow on lines of their own.</summary>
    private string Paragraph(XmlReader xml)
    {
        Enter();
        var text = new StringBuilder();
        var state = new ParagraphState();
        if (!xml.IsEmptyElement)
        {
            var outer = xml.Depth;
            while (xml.Read() && xml.Depth > outer)
            {
                if (xml.NodeType == XmlNodeType.Element)
                    Inside(xml, text, state);
            }
        }

        depth--;
        return text.Length == 0 ? state.Boxes : NumberOf(state) + text + state.Boxes;
    }

    private void Inside(XmlReader xml, StringBuilder text, ParagraphState state)
    {
        if (IsLeftOut(xml))
        {
            SkipInner(xml);
            return;
        }

        if (!xml.IsWord())
            return;
        switch (xml.LocalName)
        {
            case "pStyle":
                state.Style = xml.Value();
                break;
            case "ilvl":
                state.Level = xml.Number();
                break;
            case "numId":
                state.Number = xml.Number();
                break;
            case "pPrChange" or "rPrChange" or "instrText" or "delText":
                // What the paragraph was before a change; the code of a field, whose result follows.
                SkipInner(xml);
                break;
            case "r":
                state.Hidden = false;
                break;
            case "vanish":
                state.Hidden = xml.IsOn();
                break;
            case "t" when !state.Hidden:
                AppendText(xml, text);
                break;
            case "tab" when !state.Hidden && xml.Value() is null && xml.Value("pos") is null:
                text.Append('\t');
                break;
            case "br" or "cr" when !state.Hidden:
                text.Append('\n');
                break;
            case "noBreakHyphen":
                text.Append('-');
                break;
            case "p":
                state.Boxes += "\n" + Paragraph(xml);
                break;
            case "tbl":
                Table(xml).WriteTo(writer);
                break;
        }
    }

    /// <summary>The characters of the element, staying on its end tag.</summary>
    private static void AppendText(XmlReader xml, StringBuilder text)
    {
        if (xml.IsEmptyElement)
            return;
        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
                text.Append(xml.Value);
        }
    }

    private string NumberOf(ParagraphState state)
    {
        var (number, level) = state.Number is { } own ? (own, state.Level) : styles.NumberingOf(state.Style);
        // List 0 says: no number here, whatever the style has.
        return number is null or 0 ? "" : numbering.Next(number.Value, state.Level ?? level ?? 0);
    }

    private Grid Table(XmlReader xml)
    {
        Enter();
        var grid = new Grid(source);
        var table = new WordTable(grid);
        if (!xml.IsEmptyElement)
        {
            var outer = xml.Depth;
            while (xml.Read() && xml.Depth > outer)
            {
                if (xml.NodeType == XmlNodeType.Element)
                    InTable(xml, table);
            }
        }

        table.End();
        depth--;
        return grid;
    }

    private void InTable(XmlReader xml, WordTable table)
    {
        if (IsLeftOut(xml))
        {
            SkipInner(xml);
            return;
        }

        if (!xml.IsWord())
            return;
        switch (xml.LocalName)
        {
            case "tr":
                table.NextRow();
                break;
            case "gridBefore":
                table.Skip(xml.Number() ?? 0);
                break;
            case "tc":
                table.NextCell();
                break;
            case "gridSpan":
                table.Columns(xml.Number() ?? 1);
                break;
            case "vMerge":
                table.MergeDown(xml.Value() is "restart");
                break;
            case "p":
                table.Text(Paragraph(xml));
                break;
            case "tbl":
                // A table inside a cell: its words, cell by cell.
                table.Text(Table(xml).Words());
                break;
        }
    }

    private void Enter()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++depth > source.Limits.MaxDepth)
            throw new RefusedException(DocumentRefusals.TooDeep(source.Name, source.Limits.MaxDepth));
    }

    private sealed class ParagraphState
    {
        public string? Style { get; set; }

        public int? Number { get; set; }

        public int? Level { get; set; }

        public bool Hidden { get; set; }

        /// <summary>Text boxes anchored in the paragraph.</summary>
        public string Boxes { get; set; } = "";
    }
}
