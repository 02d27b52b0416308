using System.Globalization;
using System.Xml;

namespace Luoshi.Reading.Documents.Sheets;

/// <summary>Number formats of a workbook: a cell holds 0.527, and the page shows 52.7%.</summary>
internal sealed class CellFormats
{
    private readonly Dictionary<int, string> codes = new()
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%",
        [14] = "yyyy/m/d", [15] = "yyyy/m/d", [16] = "m/d", [17] = "yyyy/m", [18] = "h:mm", [19] = "h:mm:ss", [20] = "h:mm", [21] = "h:mm:ss", [22] = "yyyy/m/d h:mm",
        [27] = "yyyy/m", [28] = "m/d", [30] = "m/d/yyyy", [31] = "yyyy年m月d日", [32] = "h时mm分", [36] = "yyyy年m月", [37] = "#,##0", [39] = "#,##0.00",
        [50] = "yyyy/m", [57] = "yyyy年m月", [58] = "m月d日",
    };

    private readonly List<int> styles = [];
    private bool date1904;

    public static CellFormats None { get; } = new();

    public static CellFormats Load(XmlReader? xml, bool date1904)
    {
        var formats = new CellFormats { date1904 = date1904 };
        if (xml is null)
            return formats;
        using (xml)
            formats.Read(xml);
        return formats;
    }

    /// <summary>The number as its cell style shows it.</summary>
    public string? Show(string? value, int style) =>
        Show(value, style >= 0 && style < styles.Count && codes.TryGetValue(styles[style], out var code) ? code : null, date1904);

    /// <summary>The number as a format code shows it; null and General give the shortest form.</summary>
    public static string? Show(string? value, string? code, bool date1904)
    {
        if (value is null || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return value;
        if (code is null or "General" or "@" or "")
            return Plain(number);
        var format = FormatCode.Parse(code);
        if (format.IsDate)
            return CellDate.Show(number, format, date1904) ?? Plain(number);
        return format.Prefix + Rounded(format.IsPercent ? number * 100 : number, format.Decimals) + (format.IsPercent ? "%" : "") + format.Suffix;
    }

    /// <summary>Fifteen digits, as Excel keeps: 0.1 + 0.2 is 0.3.</summary>
    private static string Plain(double number) =>
        Math.Abs(number) < 1e28 ? ((decimal)number).ToString("0.##############", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);

    private static string Rounded(double number, int? decimals)
    {
        if (decimals is not { } places || Math.Abs(number) >= 1e28)
            return Plain(number);
        // Through decimal and away from zero, as Excel shows it: 41.25 is 41.3.
        var rounded = Math.Round((decimal)number, places, MidpointRounding.AwayFromZero);
        return rounded.ToString("F" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private void Read(XmlReader xml)
    {
        var inCells = false;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "cellXfs")
                inCells = false;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), out var id))
                codes[id] = xml.GetAttribute("formatCode") ?? "";
            else if (xml.LocalName == "cellXfs")
                inCells = !xml.IsEmptyElement;
            else if (xml.LocalName == "xf" && inCells)
                styles.Add(int.TryParse(xml.GetAttribute("numFmtId"), out var format) ? format : 0);
        }
    }
}
