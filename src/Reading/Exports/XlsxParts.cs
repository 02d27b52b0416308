using System.Globalization;
using System.Text;

namespace Luoshi.Reading.Exports;

/// <summary>The fixed parts of a workbook.</summary>
internal static class XlsxParts
{
    public const int TextStyle = 1;
    public const int HeaderStyle = 2;
    private const int FirstNumberStyle = 3;
    private const int MostDecimals = 8;

    /// <summary>A cell of a locked sheet that may be filled in.</summary>
    public const int OpenStyle = FirstNumberStyle + MostDecimals + 1;
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static string Relationships { get; } =
        $"{Declaration}<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

    public static string Styles { get; } = BuildStyles();

    /// <summary>A style that shows every digit and no more.</summary>
    public static int NumberStyle(int decimals) => FirstNumberStyle + Math.Min(decimals, MostDecimals);

    public static string ContentTypes(int sheets)
    {
        var xml = new StringBuilder($"{Declaration}<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        xml.Append($"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kind}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Kind}.styles+xml\"/>");
        for (var i = 1; i <= sheets; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{Kind}.worksheet+xml\"/>");
        return xml.Append("</Types>").ToString();
    }

    public static string Workbook(IReadOnlyList<ExportSheet> sheets)
    {
        var xml = new StringBuilder($"{Declaration}<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>");
        for (var i = 0; i < sheets.Count; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<sheet name=\"{Name(sheets[i].Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
        xml.Append("</sheets><definedNames>");
        // The header is printed on every page.
        for (var i = 0; i < sheets.Count; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{i}\">'{Name(sheets[i].Name)}'!$1:$1</definedName>");
        return xml.Append("</definedNames></workbook>").ToString();
    }

    public static string WorkbookRelationships(int sheets)
    {
        var xml = new StringBuilder($"{Declaration}<Relationships xmlns=\"{Package}/relationships\">");
        for (var i = 1; i <= sheets; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>");
        xml.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{sheets + 1}\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>");
        return xml.Append("</Relationships>").ToString();
    }

    public static string SheetStart(IReadOnlyList<ExportColumn> columns)
    {
        var xml = new StringBuilder($"{Declaration}<worksheet xmlns=\"{Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < columns.Count; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{columns[i].Width}\" customWidth=\"1\"/>");
        return xml.Append("</cols><sheetData>").ToString();
    }

    /// <summary>A4 across, as wide as the page and as long as it takes.</summary>
    public const string PageSetup = "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>";

    /// <summary>Escapes markup; characters that XML cannot hold become U+FFFD.</summary>
    public static void Escape(TextWriter writer, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                writer.Write(text.Slice(i++, 2));
                continue;
            }

            switch (c)
            {
                case '&':
                    writer.Write("&amp;");
                    break;
                case '<':
                    writer.Write("&lt;");
                    break;
                case '>':
                    writer.Write("&gt;");
                    break;
                case '"':
                    writer.Write("&quot;");
                    break;
                default:
                    writer.Write(System.Xml.XmlConvert.IsXmlChar(c) ? c : '\uFFFD');
                    break;
            }
        }
    }

    // Sheet names hold 31 characters at most and none of these.
    private static string Name(string name)
    {
        var plain = string.Concat(name.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'' ? '_' : c));
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Escape(writer, plain.Length > 31 ? plain.AsSpan(0, 31) : plain);
        return writer.ToString();
    }

    private static string BuildStyles()
    {
        var xml = new StringBuilder($"{Declaration}<styleSheet xmlns=\"{Main}\"><numFmts count=\"{MostDecimals + 1}\">");
        for (var i = 0; i <= MostDecimals; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"#,##0{(i == 0 ? "" : "." + new string('0', i))}\"/>");
        xml.Append("</numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Microsoft YaHei\"/></font><font><b/><sz val=\"11\"/><name val=\"Microsoft YaHei\"/></font></fonts>");
        xml.Append("<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF0EDE4\"/></patternFill></fill></fills>");
        xml.Append("<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>");
        xml.Append(CultureInfo.InvariantCulture, $"<cellXfs count=\"{OpenStyle + 1}\"><xf/>");
        xml.Append("<xf applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf><xf fontId=\"1\" fillId=\"2\" applyFont=\"1\" applyFill=\"1\"/>");
        for (var i = 0; i <= MostDecimals; i++)
            xml.Append(CultureInfo.InvariantCulture, $"<xf numFmtId=\"{164 + i}\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>");
        xml.Append("<xf applyAlignment=\"1\" applyProtection=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/><protection locked=\"0\"/></xf>");
        return xml.Append("</cellXfs></styleSheet>").ToString();
    }
}
