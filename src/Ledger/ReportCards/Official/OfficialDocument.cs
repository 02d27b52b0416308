using System.IO.Compression;
using System.Security;
using System.Text;

namespace Luoshi.Ledger.ReportCards.Official;

/// <summary>Who issued a document, and on which day.</summary>
internal sealed record Signature(string Office, DateOnly Day);

/// <summary>
/// A Word document in the layout of GB/T 9704—2012: A4 with a type area of 156 × 225 mm, 22 lines of 28 characters,
/// title in 小标宋 of size 2, body in 仿宋 of size 3, page numbers outside. Fonts are named; where one is not installed, Word takes
/// the fall-back its font table names.
/// </summary>
internal static class OfficialDocument
{
    private const string TitleFont = "方正小标宋简体";
    private const string BodyFont = "仿宋_GB2312";
    private const string HeadingFont = "黑体";
    private const string SecondHeadingFont = "楷体_GB2312";

    // Half points: size 2 is 22 pt, size 3 is 16 pt, size 5 is 10.5 pt.
    private const int Size2 = 44;
    private const int Size3 = 32;
    private const int Size5 = 21;

    private const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    // 156 mm over 28 characters are 15.79 pt each: a quarter of a point less than size 3 gives. Told as spacing of the characters,
    // in twentieths of a point, and not as a grid of characters, which programs other than Word draw with wide gaps.
    private const int Spacing = -5;

    // Margins of 37, 26, 35 and 28 mm leave the type area. 225 mm over 22 lines are 580 twips.
    private const string Section =
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId1\"/><w:footerReference w:type=\"even\" r:id=\"rId2\"/>"
        + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\" w:header=\"851\" w:footer=\"1588\" w:gutter=\"0\"/>"
        + "<w:docGrid w:type=\"lines\" w:linePitch=\"580\"/></w:sectPr>";

    // The same page turned on its side, for tables.
    private static readonly string Turned = Section
        .Replace("w:w=\"11906\" w:h=\"16838\"", "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"", StringComparison.Ordinal)
        .Replace("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\"", "w:top=\"1588\" w:right=\"2098\" w:bottom=\"1474\" w:left=\"1985\"", StringComparison.Ordinal);

    /// <param name="text">One paragraph a line, the title first.</param>
    /// <param name="signature">Stands below the text; a draft has none yet.</param>
    public static byte[] Make(string text, Signature? signature = null) => Pack(Body(text) + (signature is null ? "" : Signed(signature)) + Section);

    /// <summary>
    /// 发文机关署名 and 成文日期 below one empty line: the date begins two characters right of the office's first, and whichever is longer
    /// ends two characters before the margin.
    /// </summary>
    private static string Signed(Signature signature)
    {
        var date = $"{signature.Day.Year}年{signature.Day.Month}月{signature.Day.Day}日";
        // Digits are half as wide as characters; all in half characters.
        var (office, day) = (signature.Office.Length * 2, date.Sum(c => char.IsAsciiDigit(c) ? 1 : 2));
        var right = Math.Max(4, day + 8 - office);
        var below = right + office - 4 - day;
        return "<w:p/>" + Line(signature.Office, right) + Line(date, below);

        static string Line(string text, int halves) => Paragraph($"<w:ind w:rightChars=\"{halves * 50}\" w:right=\"{halves * 158}\"/><w:jc w:val=\"right\"/>", BodyFont, Size3, text);
    }

    /// <summary>A title over a table, on its side.</summary>
    public static byte[] Make(string title, string table) => Pack(Title(title) + table + "<w:p/>" + Turned);

    /// <summary>A line of a table's cell, in size 5.</summary>
    public static string Cell(string text, bool heading) => Paragraph(heading ? "<w:jc w:val=\"center\"/>" : "", heading ? HeadingFont : BodyFont, Size5, text);

    private static byte[] Pack(string body)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Parts(body))
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(Head + content));
            }
        }

        return stream.ToArray();
    }

    private static IEnumerable<(string Name, string Content)> Parts(string body)
    {
        yield return ("[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/word/document.xml\" ContentType=\"{Type}.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{Type}.styles+xml\"/>"
            + $"<Override PartName=\"/word/settings.xml\" ContentType=\"{Type}.settings+xml\"/><Override PartName=\"/word/fontTable.xml\" ContentType=\"{Type}.fontTable+xml\"/>"
            + $"<Override PartName=\"/word/footer1.xml\" ContentType=\"{Type}.footer+xml\"/><Override PartName=\"/word/footer2.xml\" ContentType=\"{Type}.footer+xml\"/></Types>");
        yield return ("_rels/.rels", Relations(("rId1", "officeDocument", "word/document.xml")));
        yield return ("word/_rels/document.xml.rels", Relations(
            ("rId1", "footer", "footer1.xml"), ("rId2", "footer", "footer2.xml"), ("rId3", "styles", "styles.xml"), ("rId4", "settings", "settings.xml"), ("rId5", "fontTable", "fontTable.xml")));
        yield return ("word/document.xml", $"<w:document {Space}><w:body>{body}</w:body></w:document>");
        yield return ("word/footer1.xml", Footer("right"));
        yield return ("word/footer2.xml", Footer("left"));
        yield return ("word/styles.xml",
            $"<w:styles {Space}><w:docDefaults><w:rPrDefault><w:rPr>{Fonts(BodyFont)}<w:sz w:val=\"{Size3}\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
            + $"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:pPr><w:widowControl w:val=\"0\"/></w:pPr><w:rPr>{Fonts(BodyFont)}<w:spacing w:val=\"{Spacing}\"/><w:sz w:val=\"{Size3}\"/><w:szCs w:val=\"{Size3}\"/></w:rPr></w:style></w:styles>");
        yield return ("word/settings.xml", $"<w:settings {Space}><w:evenAndOddHeaders/><w:characterSpacingControl w:val=\"compressPunctuation\"/></w:settings>");
        yield return ("word/fontTable.xml", $"<w:fonts {Space}>{FallBack(TitleFont, "宋体")}{FallBack(BodyFont, "仿宋")}{FallBack(HeadingFont, "SimHei", "swiss")}{FallBack(SecondHeadingFont, "楷体")}</w:fonts>");
    }

    private static string Relations(params ReadOnlySpan<(string Id, string Kind, string Target)> relations)
    {
        var xml = new StringBuilder("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        foreach (var (id, kind, target) in relations)
            xml.Append($"<Relationship Id=\"{id}\" Type=\"{Office}/{kind}\" Target=\"{target}\"/>");
        return xml.Append("</Relationships>").ToString();
    }

    private static string Body(string text)
    {
        var xml = new StringBuilder();
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < lines.Length; i++)
        {
            if (i == 0)
                xml.Append(Title(lines[i]));
            else
                xml.Append(Paragraph("<w:ind w:firstLineChars=\"200\" w:firstLine=\"630\"/><w:jc w:val=\"both\"/>", FontOf(lines[i]), Size3, lines[i]));
        }

        return xml.ToString();
    }

    private static string Title(string text) => Paragraph("<w:jc w:val=\"center\"/>", TitleFont, Size2, text) + "<w:p/>";

    /// <summary>First-level headings in 黑体, second-level in 楷体, as the standard has it.</summary>
    private static string FontOf(string line) => line switch
    {
        ['第', ..] when Gate.CardPlaces.IsPromiseLine(line) => HeadingFont,
        ['一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十', '、', ..] => HeadingFont,
        ['（', _, '）', ..] or ['（', '十', _, '）', ..] => SecondHeadingFont,
        _ => BodyFont,
    };

    private static string Paragraph(string layout, string font, int size, string text) =>
        $"<w:p><w:pPr>{layout}</w:pPr><w:r><w:rPr>{Fonts(font)}<w:spacing w:val=\"{(size == Size3 ? Spacing : 0)}\"/><w:sz w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">{Escape(text)}</w:t></w:r></w:p>";

    private static string Fonts(string font) => $"<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"{font}\"/>";

    private static string FallBack(string font, string other, string family = "roman") => $"<w:font w:name=\"{font}\"><w:altName w:val=\"{other}\"/><w:charset w:val=\"86\"/><w:family w:val=\"{family}\"/><w:pitch w:val=\"auto\"/></w:font>";

    /// <summary>— 3 — in size 4, right on odd pages and left on even ones.</summary>
    private static string Footer(string side)
    {
        var face = $"<w:rPr>{Fonts("宋体")}<w:sz w:val=\"28\"/></w:rPr>";
        return $"<w:ftr {Space}><w:p><w:pPr><w:ind w:{side}Chars=\"100\"/><w:jc w:val=\"{side}\"/></w:pPr><w:r>{face}<w:t xml:space=\"preserve\">— </w:t></w:r>"
            + $"<w:r>{face}<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>{face}<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r>{face}<w:fldChar w:fldCharType=\"end\"/></w:r>"
            + $"<w:r>{face}<w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>";
    }

    /// <summary>Word refuses a file with control characters in its text.</summary>
    private static string Escape(string text) => SecurityElement.Escape(string.Concat(text.Where(c => !char.IsControl(c))));
}
