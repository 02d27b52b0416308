using System.Buffers;
using Luoshi.Kernel.Time;

namespace Luoshi.Reading.Outlines;

/// <summary>
/// The years and the part of a year that a title, heading or column header speaks of: 2024年上半年, 2025年1—10月, 一季度, 6月安排.
/// </summary>
/// <param name="Year">First year printed, or 0.</param>
/// <param name="SecondYear">A later, different year, or 0.</param>
/// <param name="FromMonth">First month of the part of the year, or 0 where none is named.</param>
internal readonly record struct SpokenTime(int Year, int SecondYear, int FromMonth, int ToMonth)
{
    private const int ShortestMonth = 28;
    private const string Dashes = "-—–－~～─至到";

    /// <summary>What a year or a part of a year begins with: most of a heading need not be looked at.</summary>
    private static readonly SearchValues<char> Starts = SearchValues.Create("0123456789〇零○О一二两三四五六七八九十上下半前");

    /// <summary>What a heading says of a year that it prints without 年.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> OfYear =
        new HashSet<string>(["目标", "成绩", "工作", "回顾", "计划", "重点", "展望", "发展"], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public bool HasPart => FromMonth > 0;

    /// <summary>The period spoken of, with <paramref name="year"/> where the text names none.</summary>
    public Period? In(int? year)
    {
        var spoken = Year > 0 ? Year : year ?? 0;
        if (spoken is < 1 or > 9999)
            return null;
        return HasPart ? Period.Of(spoken, FromMonth, spoken, ToMonth) : Period.OfYear(spoken);
    }

    public static SpokenTime Read(ReadOnlySpan<char> text)
    {
        var (year, second, from, to) = (0, 0, 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAny(Starts);
            if (next < 0)
                break;
            at += next;
            if (YearAt(text, at, out var length) is var found and > 0)
            {
                if (year == 0)
                    year = found;
                else if (second == 0 && found != year)
                    second = found;
                at += length - 1;
                continue;
            }

            if (from == 0 && PartAt(text, at, text[at..]) is ( > 0, var last, var taken) part)
            {
                (from, to) = (part.From, last);
                at += taken - 1;
            }
        }

        return new SpokenTime(year, second, from, to);
    }

    /// <summary>A year at <paramref name="at"/>: 2024年, 二〇二四年, 2024 alone; 0 when there is none.</summary>
    public static int YearAt(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 0;
        if (at + 4 > text.Length || !(text[at] is '1' or '2' or '一' or '二') || (at > 0 && IsDigit(text[at - 1])))
            return 0;
        var year = 0;
        for (var i = 0; i < 4; i++)
        {
            var digit = char.IsAsciiDigit(text[at + i]) ? text[at + i] - '0' : HanCount.Digit(text[at + i]);
            if (digit < 0)
                return 0;
            year = (year * 10) + digit;
        }

        if (year is < 1949 or > 2099)
            return 0;
        if (at + 4 < text.Length && text[at + 4] == '年')
        {
            length = 5;
            return year;
        }

        // A bare 2024 only at the end, before a separator or before what a year has: 2024目标 is one, 2024万元 is none.
        if (!char.IsAsciiDigit(text[at]) || (at + 4 < text.Length && text[at + 4] is not ('-' or '/' or '—' or '–') && !OfYear.Contains(text.Slice(at + 4, Math.Min(2, text.Length - at - 4)))))
            return 0;
        length = 4;
        return year;
    }

    /// <summary>How many characters of a year or of a part of a year stand at <paramref name="at"/>; 0 for none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        if (YearAt(text, at, out var length) > 0)
            return length;
        var part = PartAt(text, at, text[at..]);
        if (part.From == 0)
            return 0;
        return at + part.Length < text.Length && text[at + part.Length] == '份' ? part.Length + 1 : part.Length;
    }

    private static (int From, int To, int Length) PartAt(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> rest)
    {
        switch (rest[0])
        {
            case '上' when rest.StartsWith("上半年", StringComparison.Ordinal):
                return (1, 6, 3);
            case '下' when rest.StartsWith("下半年", StringComparison.Ordinal):
                return (7, 12, 3);
            case '半' when rest.StartsWith("半年", StringComparison.Ordinal) && (at == 0 || (HanCount.Digit(text[at - 1]) < 0 && text[at - 1] is not ('个' or '近' or '后'))):
                return (1, 6, 2);
            case '前' when rest.StartsWith("前三季度", StringComparison.Ordinal) || rest.StartsWith("前3季度", StringComparison.Ordinal):
                return (1, 9, 4);
        }

        if (!IsDigit(rest[0]) && rest[0] != '十')
            return default;
        if (at > 0 && (IsDigit(text[at - 1]) || text[at - 1] is '前' or '十'))
            return default;
        var first = HanCount.Read(rest, out var length);
        if (length == 0 || first is < 1 or > 12)
            return default;
        var after = rest[length..];
        if (after.StartsWith("季度", StringComparison.Ordinal) && first <= 4)
            return ((first * 3) - 2, first * 3, length + 2);
        var skip = after.Length > 0 && after[0] == '月' ? 1 : 0;
        if (after.Length > skip + 1 && Dashes.Contains(after[skip], StringComparison.Ordinal))
        {
            var last = HanCount.Read(after[(skip + 1)..], out var more);
            var end = skip + 1 + more;
            if (last >= first && last <= 12 && end < after.Length && after[end] == '月' && !IsDay(after[(end + 1)..]))
                return (first, last, length + end + 1);
        }

        if (skip == 1 && !IsDay(after[1..]))
            return (first, first, length + 1);
        return skip == 1 && WholeMonths(rest, first, length + 1, out var until) is var taken and > 0 ? (first, until, taken) : default;
    }

    /// <summary>4月1日—4月30日, 1月1日至2024年3月31日: days that make whole months; their length, or 0.</summary>
    private static int WholeMonths(ReadOnlySpan<char> text, int first, int at, out int last)
    {
        last = 0;
        if (!text[at..].StartsWith("1日", StringComparison.Ordinal) || at + 2 >= text.Length || !Dashes.Contains(text[at + 2], StringComparison.Ordinal))
            return 0;
        at += 3;
        at += YearAt(text, at, out var year) > 0 ? year : 0;
        last = HanCount.Read(text[at..], out var month);
        at += month;
        if (last < first || last > 12 || at >= text.Length || text[at] != '月')
            return 0;
        var day = HanCount.Read(text[++at..], out var digits);
        return day >= ShortestMonth && at + digits < text.Length && text[at + digits] == '日' ? at + digits + 1 : 0;
    }

    private static bool IsDay(ReadOnlySpan<char> rest)
    {
        var day = HanCount.Read(rest, out var length);
        return day > 0 && length < rest.Length && rest[length] is '日' or '号';
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || HanCount.Digit(c) >= 0;
}
