namespace Luoshi.Ledger.ReportCards;

/// <summary>Counting words for headings: 第一件, 第十二件.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>1 to 999, which no list has ever exceeded; a larger number is written in digits.</summary>
    public static string Of(int number)
    {
        if (number is < 1 or > 999)
            return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        var text = hundreds > 0 ? $"{Digits[hundreds]}百" : "";
        if (tens > 0)
            text += tens == 1 && hundreds == 0 ? "十" : $"{Digits[tens]}十";
        else if (hundreds > 0 && ones > 0)
            text += "零";
        return ones > 0 ? text + Digits[ones] : text;
    }
}
