namespace Luoshi.Reading.Tests.Documents;

/// <summary>Builds the smallest Word and Excel files that hold what a test needs.</summary>
internal static class OfficeFiles
{
    private const string WordNamespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    public static byte[] Docx(string body, string numbering = "", string styles = "") => RefusalTests.Zip(
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {WordNamespace}><w:body>{body}<w:sectPr/></w:body></w:document>"),
        ("word/numbering.xml", $"<w:numbering {WordNamespace}>{numbering}</w:numbering>"),
        ("word/styles.xml", $"<w:styles {WordNamespace}>{styles}</w:styles>"));

    public static string Paragraph(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Numbered(string text, int list, int level = 0) => Paragraph(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    /// <summary>A list whose levels are given as format and text: <c>("chineseCounting", "%1、")</c>.</summary>
    public static string List(int number, params (string Format, string Text)[] levels) =>
        $"<w:abstractNum w:abstractNumId=\"{number}\">"
        + string.Concat(levels.Select((level, i) => $"<w:lvl w:ilvl=\"{i}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{level.Format}\"/><w:lvlText w:val=\"{level.Text}\"/></w:lvl>"))
        + $"</w:abstractNum><w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"{number}\"/></w:num>";

    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{Paragraph(text)}</w:tc>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Table(params string[] rows) => $"<w:tbl>{string.Concat(rows)}</w:tbl>";

    /// <summary>A workbook of one sheet.</summary>
    public static byte[] Xlsx(string rows, string merges = "", string strings = "", string formats = "", string sheet = "进度", string state = "visible", string workbook = "") => RefusalTests.Zip(
        ("xl/workbook.xml", $"<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr {workbook}/><sheets><sheet name=\"{sheet}\" sheetId=\"1\" state=\"{state}\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/sharedStrings.xml", $"<sst>{strings}</sst>"),
        ("xl/styles.xml", $"<styleSheet>{formats}</styleSheet>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells></worksheet>"));
}
