using System.Buffers;

namespace Luoshi.Reading.Outlines;

/// <summary>How headings and items are numbered in print, from the widest to the narrowest.</summary>
internal enum NumberStyle
{
    None,

    /// <summary>第一章, 第二部分</summary>
    Chapter,

    /// <summary>第一节</summary>
    Part,

    /// <summary>第一件, 第3项</summary>
    Piece,

    /// <summary>一、</summary>
    Han,

    /// <summary>（一）</summary>
    HanBracket,

    /// <summary>1. 1、</summary>
    Arabic,

    /// <summary>(1) 1)</summary>
    ArabicBracket,

    /// <summary>①</summary>
    Circled,
}

/// <summary>The printed number in front of a line. Offsets count from the start of the line.</summary>
/// <param name="Hashes">Depth of a Markdown heading (<c>##</c> is 2), 0 for none.</param>
/// <param name="Start">Where the number itself begins, without brackets.</param>
/// <param name="BodyStart">Where the words behind the number begin.</param>
internal readonly record struct PrintedNumber(NumberStyle Style, int Value, int Hashes, int Start, int End, int BodyStart)
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("#*>•●■◆★▲◇□○·-+");

    public bool IsNumbered => Style != NumberStyle.None;

    /// <summary>Reads what stands in front of a trimmed line; also skips Markdown marks and bullets.</summary>
    public static PrintedNumber Read(ReadOnlySpan<char> line)
    {
        if (line.Length == 0 || !CouldStart(line[0]))
            return default;
        var at = SkipMarkup(line, out var hashes);
        var found = ReadNumber(line[at..]);
        if (found.Style == NumberStyle.None)
            return new PrintedNumber(NumberStyle.None, 0, hashes, at, at, at);
        var body = at + found.BodyStart;
        while (body < line.Length && (Lines.IsBlank(line[body]) || line[body] == '*'))
            body++;
        return new PrintedNumber(found.Style, found.Value, hashes, at + found.Start, at + found.End, body);
    }

    private static bool CouldStart(char c) =>
        char.IsAsciiDigit(c) || c is '第' or '(' or '（' || c is >= '①' and <= '⒛' || c is >= '❶' and <= '❿' ||
        HanCount.Digit(c) >= 0 || c == '十' || Markup.Contains(c);

    private static int SkipMarkup(ReadOnlySpan<char> line, out int hashes)
    {
        var (at, sign) = (0, false);
        hashes = 0;
        while (at < line.Length && at < 12)
        {
            if (line[at] == '#')
                hashes++;
            else if (line[at] is '-' or '+')
                sign = true;
            else if (!Lines.IsBlank(line[at]) && !Markup.Contains(line[at]))
                break;
            at++;
        }

        // "-3.2%" and "+1" are no bullets: a bullet is followed by a blank.
        if (sign && (at == 0 || !Lines.IsBlank(line[at - 1])))
            return 0;
        return at;
    }

    private static PrintedNumber ReadNumber(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
            return default;
        var first = text[0];
        if (first == '第')
            return ReadPiece(text);
        if (first is '(' or '（')
            return ReadBracket(text);
        if (first is >= '①' and <= '⑳')
            return new PrintedNumber(NumberStyle.Circled, first - '①' + 1, 0, 0, 1, SkipStop(text, 1));
        if (first is >= '⑴' and <= '⒇')
            return new PrintedNumber(NumberStyle.ArabicBracket, first - '⑴' + 1, 0, 0, 1, SkipStop(text, 1));
        if (first is >= '⒈' and <= '⒛')
            return new PrintedNumber(NumberStyle.Arabic, first - '⒈' + 1, 0, 0, 1, 1);
        if (first is >= '❶' and <= '❿')
            return new PrintedNumber(NumberStyle.Circled, first - '❶' + 1, 0, 0, 1, SkipStop(text, 1));
        return ReadPlain(text);
    }

    private static PrintedNumber ReadPiece(ReadOnlySpan<char> text)
    {
        var value = HanCount.Read(text[1..], out var length);
        var at = 1 + length;
        if (value == 0 || at >= text.Length)
            return default;
        var style = text[at] switch
        {
            '章' or '篇' or '编' => NumberStyle.Chapter,
            '部' when at + 1 < text.Length && text[at + 1] == '分' => NumberStyle.Chapter,
            '节' => NumberStyle.Part,
            '件' or '项' or '类' or '条' or '款' => NumberStyle.Piece,
            '大' when at + 1 < text.Length && text[at + 1] == '类' => NumberStyle.Piece,
            _ => NumberStyle.None,
        };
        if (style == NumberStyle.None)
            return default;
        at += text[at] is '部' or '大' ? 2 : 1;
        if (text[at..].StartsWith("实事", StringComparison.Ordinal))
            at += 2;
        if (at < text.Length && !Lines.IsBlank(text[at]) && text[at] is not (':' or '：' or '、' or ',' or '，' or '.' or '．' or '*'))
            return default;
        return new PrintedNumber(style, value, 0, 0, at, SkipStop(text, at));
    }

    private static PrintedNumber ReadBracket(ReadOnlySpan<char> text)
    {
        var value = HanCount.Read(text[1..], out var length);
        var close = 1 + length;
        if (value == 0 || length > 4 || close >= text.Length || text[close] is not (')' or '）'))
            return default;
        var style = char.IsAsciiDigit(text[1]) ? NumberStyle.ArabicBracket : NumberStyle.HanBracket;
        return new PrintedNumber(style, value, 0, 1, close, SkipStop(text, close + 1));
    }

    private static PrintedNumber ReadPlain(ReadOnlySpan<char> text)
    {
        var value = HanCount.Read(text, out var length);
        if (value == 0 || length > 5 || length >= text.Length)
            return default;
        var arabic = char.IsAsciiDigit(text[0]);
        if (arabic && length > 3)
            return default;
        var stop = text[length];
        if (arabic && stop is ')' or '）')
            return arabic ? new PrintedNumber(NumberStyle.ArabicBracket, value, 0, 0, length, length + 1) : default;
        // 01 新增充电桩: a nought in front of an item; the blank behind it may be gone.
        if (arabic && length == 2 && text[0] == '0' && stop >= '一' && stop is not ('年' or '月' or '日' or '号' or '时' or '期' or '分' or '版'))
            return new PrintedNumber(NumberStyle.Arabic, value, 0, 0, length, length);
        if (stop is not ('、' or '.' or '．' or '。') || (stop == '。' && arabic))
            return default;
        // 3.5公里 is a figure; 3.2024年 begins with a year.
        if (arabic && stop == '.' && length + 1 < text.Length && char.IsAsciiDigit(text[length + 1]) && !IsYear(text[(length + 1)..]))
            return default;
        // 一、二号线 and 1、2号楼 name things in a row.
        if (stop == '、' && NamesARow(text[(length + 1)..]))
            return default;
        return new PrintedNumber(arabic ? NumberStyle.Arabic : NumberStyle.Han, value, 0, 0, length, length + 1);
    }

    private static bool NamesARow(ReadOnlySpan<char> rest)
    {
        if (IsYear(rest))
            return false;
        var next = HanCount.Read(rest, out var length);
        return next > 0 && length < rest.Length && rest[length] is '号' or '、' or '期' or '区';
    }

    private static bool IsYear(ReadOnlySpan<char> text) =>
        text.Length > 4 && text[4] == '年' && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]);

    private static int SkipStop(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (Lines.IsBlank(text[at]) || text[at] is ':' or '：' or '、' or '.' or '．' or ',' or '，'))
            at++;
        return at;
    }
}
