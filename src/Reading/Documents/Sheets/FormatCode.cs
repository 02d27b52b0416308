using System.Text;

namespace Luoshi.Reading.Documents.Sheets;

/// <summary>What matters of an Excel format code such as <c>0.0"万元"</c>, <c>#,##0.00_ </c> or <c>yyyy"年"m"月"</c>.</summary>
/// <param name="Decimals">Places behind the point; null when the code does not fix them.</param>
/// <param name="Prefix">Literal text in front of the digits.</param>
/// <param name="Suffix">Literal text behind them.</param>
internal sealed record FormatCode(bool IsDate, bool HasYear, bool HasMonth, bool HasDay, bool HasTime, bool IsPercent, int? Decimals, string Prefix, string Suffix)
{
    // More places than decimal has would not be shown anyway.
    private const int MostDecimals = 15;

    public static FormatCode Parse(string code)
    {
        var (prefix, suffix) = (new StringBuilder(), new StringBuilder());
        var (digits, decimals, behindPoint, percent) = (false, 0, false, false);
        var (year, month, day, time) = (false, false, false, false);
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    var end = code.IndexOf('"', i + 1);
                    end = end < 0 ? code.Length : end;
                    (digits ? suffix : prefix).Append(code, i + 1, end - i - 1);
                    i = end;
                    break;
                case '[':
                    // Colours, conditions and locales.
                    var close = code.IndexOf(']', i);
                    i = close < 0 ? code.Length : close;
                    break;
                case '\\' when i + 1 < code.Length:
                    (digits ? suffix : prefix).Append(code[++i]);
                    break;
                case '_' or '*':
                    i++;
                    break;
                case '0' or '#' or '?':
                    digits = true;
                    if (behindPoint)
                        decimals++;
                    break;
                case '.' when digits:
                    behindPoint = true;
                    break;
                case '%':
                    percent = true;
                    break;
                case 'y' or 'Y' or 'e':
                    year = true;
                    break;
                case 'm' or 'M':
                    month = true;
                    break;
                case 'd' or 'D':
                    day = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    time = true;
                    break;
                case >= '\u2E80':
                    (digits ? suffix : prefix).Append(code[i]);
                    break;
            }
        }

        // Minutes share their letter with months.
        month = month && (year || day || !time);
        return new FormatCode(
            (year || month || day || time) && !digits, year, month, day, time, percent, digits ? Math.Min(decimals, MostDecimals) : null, prefix.ToString(), suffix.ToString());
    }
}
