using System.Buffers;
using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>What stands in a table cell, at a first look.</summary>
internal enum CellKind
{
    Empty,
    Number,

    /// <summary>— or / : nothing to report.</summary>
    Mark,
    Text,
}

internal static class CellText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("-—–－/／\\*…·");
    private const int MaxUnit = 6;

    public static CellKind KindOf(ReadOnlySpan<char> cell)
    {
        if (cell.Length == 0)
            return CellKind.Empty;
        if (cell.Length <= 4 && cell.IndexOfAnyExcept(Marks) < 0)
            return CellKind.Mark;
        return IsNumber(cell) ? CellKind.Number : CellKind.Text;
    }

    /// <summary>The value of a cell of a number, also with a unit behind it: 1,064件, 2.31万人, 82.5%.</summary>
    /// <param name="decimals">As many as are printed.</param>
    public static bool TryValue(string cell, out decimal value, out int decimals)
    {
        (value, decimals) = (0, 0);
        var (start, negative) = (0, false);
        while (start < cell.Length && cell[start] is '+' or '-' or '－' or ' ')
            negative |= cell[start++] is '-' or '－';
        if (start == cell.Length || !NumberText.TryRead(cell.AsSpan(start), out var read) || read.Length > cell.Length - start)
            return false;
        var rest = cell.AsSpan(start + read.Length).TrimStart(" %％");
        if (rest.Length > MaxUnit || rest.ContainsAnyInRange('0', '9') || (rest.Length > 0 && rest[0] is not ('(' or '（') && Units.Shared.AtStart(rest, out _) != rest.Length))
            return false;
        var number = cell.AsSpan(start, read.Length);
        var point = number.IndexOf('.');
        while (point >= 0 && point + 1 + decimals < number.Length && char.IsAsciiDigit(number[point + 1 + decimals]))
            decimals++;
        value = negative ? -read.Value : read.Value;
        return true;
    }

    /// <summary>A plain year in a header: 2023年, 2023.</summary>
    public static bool IsYear(ReadOnlySpan<char> cell) => SpokenTime.YearAt(cell, 0, out var length) > 0 && length == cell.Length;

    /// <summary>1,600 · 89.3% · ≥95% · 35万人 · 10家以上 · -3.2 · 3～5</summary>
    private static bool IsNumber(ReadOnlySpan<char> cell)
    {
        // 80%（桥面未铺装）: what the bracket remarks is no part of the number.
        if (cell.IndexOfAny('（', '(') is var open and > 0 && char.IsAsciiDigit(cell[0]) && (cell[^1] is ')' or '）' || cell[open..].IndexOfAny('）', ')') < 0) && cell[open..].IndexOfAnyInRange('0', '9') < 0)
            cell = cell[..open].TrimEnd(' ');
        if (cell.Length > 24 || IsYear(cell) && cell[^1] == '年')
            return false;
        var at = 0;
        while (at < cell.Length && cell[at] is '+' or '-' or '－' or '≥' or '≤' or '>' or '<' or '＞' or '＜' or '±' or '约' or '↑' or '↓' or ' ')
            at++;
        var digits = 0;
        while (at < cell.Length && (char.IsAsciiDigit(cell[at]) || cell[at] is ',' or '，' or '.' or '~' or '～' or '-' or '—' or ' '))
        {
            if (char.IsAsciiDigit(cell[at]))
                digits++;
            at++;
        }

        // 1.新建幼儿园: a numbered name.
        if (digits == 0 || cell.Length - at > MaxUnit || (at < cell.Length && cell[at - 1] == '.'))
            return false;
        // 3号厂房, 2024年, 1期 and 2# are names or times.
        return at == cell.Length || !(cell[at] is '号' or '期' or '#' or '年' or '月' or '日' or '.' or '、' or ')' or '）' || char.IsAsciiLetterUpper(cell[at]));
    }
}
