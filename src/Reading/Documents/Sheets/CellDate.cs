using System.Globalization;

namespace Luoshi.Reading.Documents.Sheets;

/// <summary>Excel keeps a day as the number of days since 1900 (or 1904); it is written as 2024-01-31, and no finer than its format shows.</summary>
internal static class CellDate
{
    private const int Days1904 = 1462;
    private const double LastDay = 2_958_466;

    /// <summary>Null when the number is no day.</summary>
    public static string? Show(double serial, FormatCode format, bool date1904)
    {
        serial += date1904 ? Days1904 : 0;
        if (serial is < 0 or >= LastDay)
            return null;
        var time = DateTime.FromOADate(serial);
        var pattern = (format.HasYear, format.HasMonth, format.HasDay) switch
        {
            (true, true, true) => "yyyy-MM-dd",
            (true, true, false) => "yyyy年M月",
            (true, false, false) => "yyyy年",
            (_, true, true) => "M月d日",
            (_, true, false) => "M月",
            (_, false, true) => "d日",
            _ => "",
        };
        if (format.HasTime)
            pattern += pattern.Length > 0 ? " HH:mm" : "HH:mm";
        return time.ToString(pattern, CultureInfo.InvariantCulture);
    }
}
