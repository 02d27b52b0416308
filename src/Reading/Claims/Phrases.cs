using System.Buffers;
using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims;

/// <summary>Drops what dresses the words around a number: scope, time, adverbs in front, links behind.</summary>
internal static class Phrases
{
    internal const int LongestPlain = 14;
    private const int LongestUnit = 6;

    internal const string MarksInFront = " 　\n\r，,、：:；;。…—?\uFFFD①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    internal const string MarksBehind = " 　\n\r，,、：:；;“?\uFFFD";

    internal static readonly Trimmer LeadMarks = new(MarksInFront);

    private static readonly Trimmer LinkMarks = new(MarksBehind);
    private static readonly Trimmer TidyMarks = new(" 　，、：；。“”\"的?\uFFFD");
    internal const string DressingMarks = " 　“”\"‘’'「」\t\n\r·*";

    private static readonly SearchValues<char> Dressing = SearchValues.Create(DressingMarks);

    /// <summary>全市累计完成…: drops scope, time and adverbs in front.</summary>
    public static ReadOnlySpan<char> TrimLead(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && Signs.Of(text[0]).Has(Sign.Lead))
        {
            text = LeadMarks.Start(text);
            if (!text.IsEmpty && text[0] == '【' && text.IndexOf('】') is > 0 and < 12 and var label)
                text = text[(label + 1)..];
            if (LeadingTime(text) is var date and > 0)
            {
                text = text[date..];
                continue;
            }

            var length = ClaimWords.Shared.Lead.AtStart(text);
            // A lead word is dropped only as a whole word: 共享 is not 共, 重点项目 keeps 重点.
            if (length == 0 || IsInsideNoun(text, length) || IsQualifier(text, length))
                return text;
            text = text[length..];
        }

        return text;
    }

    // 高效蔬菜 is a kind of vegetable, 高效推进 a way of pushing on.
    private static bool IsQualifier(ReadOnlySpan<char> text, int length) =>
        length < text.Length && ClaimWords.Shared.Qualifiers.AtStart(text) == length && ClaimWords.Shared.Verb.AtStart(text[length..]) == 0 && ClaimWords.Shared.Lead.AtStart(text[length..]) == 0 && ClaimWords.Shared.Light.AtStart(text[length..]) == 0;

    // 至10月底, 自7月1日起; and (10), which numbers a member of a list.
    private static int LeadingTime(ReadOnlySpan<char> text)
    {
        if (text.Length < 3)
            return 0;
        if (text[0] is '至' or '到' or '自' or '于' && NumberText.IsDigit(text[1]))
            return LeadingDate(text[1..]) is var until and > 0 ? until + 1 : 0;
        if (!NumberText.IsDigit(text[0]))
            return LeadingDate(text);
        var digits = NumberText.IsDigit(text[1]) ? 2 : 1;
        return text[digits] is ')' or '）' ? digits + 1 : LeadingDate(text);
    }

    // 2026年4月, 12月31日, 8月底前: when, not what. Asked at every character behind a number, and nearly none is a digit.
    public static int LeadingDate(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return 0;
        // 连续6年粮食总产
        if (text[0] == '连' && text.Length > 5 && text[1] == '续' && NumberText.IsDigit(text[2]))
            return DateLength(text[2..]) is var span and > 0 && text[1 + span] is '年' or '月' ? 2 + span : 0;
        return NumberText.IsDigit(text[0]) ? DateLength(text) : 0;
    }

    private static int DateLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            var digits = at;
            while (digits < text.Length && text[digits] is >= '0' and <= '9' or '-' or '—' or '至')
                digits++;
            if (digits >= text.Length || text[digits] is not ('年' or '月' or '日'))
                break;
            at = digits + 1;
            // 1月至11月
            if (at + 1 < text.Length && text[at] is '至' or '到' or '-' or '—' && text[at + 1] is >= '0' and <= '9')
                at++;
        }

        while (at > 0 && at < text.Length && text[at] is '底' or '前' or '初' or '末' or '起' or '以' or '份' or '度' or ',' or '，')
            at++;
        // 5年来新建; but 2020年来访 tells of visits.
        if (at > 0 && at + 1 < text.Length && text[at] == '来' && text[at - 1] == '年' && text[at + 1] is not ('访' or '信' or '电' or '自' or '源' or '者'))
            at++;
        return at;
    }

    // 地区生产总值继2018年|超过300亿元
    private static int TrailingDate(ReadOnlySpan<char> text)
    {
        // 低保标准自7月1日起|提高到
        var date = text.Length > 4 && text[^1] is '起' or '底' or '前' or '末' ? text[..^1] : text;
        if (date.Length > 4 && date[^1] == '日' && NumberText.IsDigit(date[^2]))
            date = date[..^1].TrimEnd("0123456789");
        return date.Length >= 3 && date[^1] is '年' or '月' && NumberText.IsDigit(date[^2]) ? EndingDateLength(date) + text.Length - date.Length : 0;
    }

    private static int EndingDateLength(ReadOnlySpan<char> text)
    {
        var at = text.Length - 2;
        while (at > 0 && text[at - 1] is (>= '0' and <= '9') or '年' or '月' or '-')
            at--;
        return text.Length - at;
    }

    /// <summary>…总数达到约: drops what links an indicator to its number.</summary>
    public static ReadOnlySpan<char> TrimLink(ReadOnlySpan<char> text, Sign signs = Signs.Unknown)
    {
        if (signs.Has(Sign.Lost) && text.LastIndexOfAny('?', '\uFFFD') is >= 0 and var lost)
            text = WithoutCutNumber(text, lost);
        while (!text.IsEmpty && Signs.Of(text[^1]).Has(Sign.Link))
        {
            text = LinkMarks.End(text);
            if (TrailingDate(text) is var date and > 0)
            {
                text = text[..^date].TrimEnd("继自于在从截至");
                continue;
            }

            var length = ClaimWords.Shared.Link.AtEnd(text);
            if (length == 0 || (ClaimWords.Shared.WholeEnd.AtEnd(text) > length && !text.EndsWith("得分为", StringComparison.Ordinal)))
            {
                // 补助标准由每人每年|40元提高到50元: for whom it is stands between the word for the way and its number.
                var head = ClaimWords.Shared.PerHead.AtEnd(text);
                if (head == 0 || head == text.Length || text[^(head + 1)] is not ('从' or '由'))
                    return text;
                length = head + 1;
            }

            text = text[..^length];
        }

        return text;
    }

    // 周转率由?.3次/天|提高到4.6次/天: a number that lost its first digit is not read, and is no part of a name.
    private static ReadOnlySpan<char> WithoutCutNumber(ReadOnlySpan<char> text, int lost)
    {
        var end = lost + 1;
        while (end < text.Length && (NumberText.IsDigit(text[end]) || text[end] == '.'))
            end++;
        return end > lost + 1 && text.Length - end <= LongestUnit && text[end..].IndexOfAny(Marks.ClauseEnds) < 0 ? text[..lost].TrimEnd("由从自") : text;
    }

    /// <summary>A string without quotes and stray blanks.</summary>
    public static string Tidy(ReadOnlySpan<char> text, Sign signs = Signs.Unknown)
    {
        text = TidyMarks.Both(text);
        if (signs.Has(Sign.Month) && text.Length > 7 && text.IndexOf('月') is > 2 and var month && InnerTime(text, month) is > 1 and var time)
            return WithoutTime(text, time, month);
        if (!signs.Has(Sign.Dressing) || text.IndexOfAny(Dressing) < 0)
            return text.ToString();
        Span<char> kept = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!Dressing.Contains(c))
                kept[length++] = c;
        }

        return kept[..length].ToString();
    }

    // 重点建设项目|1-3月|项目累计完成投资: where the months begin that stand inside a name, or 0.
    private static int InnerTime(ReadOnlySpan<char> text, int month)
    {
        var at = month;
        while (at > 0 && (NumberText.IsDigit(text[at - 1]) || text[at - 1] is '-' or '—' or '至' or '–'))
            at--;
        return month - at is > 2 and < 6 && at > 1 && month + 2 < text.Length && NumberText.IsDigit(text[at]) && text[month + 1] is not ('度' or '底') ? at : 0;
    }

    private static string WithoutTime(ReadOnlySpan<char> text, int time, int month)
    {
        var behind = text[(month + 1)..].TrimStart('份');
        return Sentences.PhraseCompletion.Joined(Tidy(text[..time]), Tidy(TrimLead(behind)));
    }

    /// <summary>失业保险的人数: the head of a noun, with whose it is when the head says too little.</summary>
    public static string Name(ReadOnlySpan<char> text, Sign signs = Signs.Unknown)
    {
        var head = Nouns.Head(text, signs);
        var of = signs.Has(Sign.Of) ? text.LastIndexOf('的') : -1;
        if (of is < 2 or > LongestPlain || head.Length > 4 || text.Length - of - 1 != head.Length || !SaysLittle(head))
            return Tidy(head, signs);
        return Tidy(text[..of], signs) + Tidy(head, signs);
    }

    private static bool SaysLittle(ReadOnlySpan<char> head) => head is "比例" or "比重" || ClaimWords.Shared.Generic.AtStart(head) == head.Length;

    // 建设项目, 培训人数, 服务站: the verb is part of the noun.
    // 更新机井, 检修器械: what begins with the character of such a noun may be a thing of its own.
    public static bool IsNominal(ReadOnlySpan<char> behind) =>
        ClaimWords.Shared.Nominal.AtStart(behind) is var length and > 0 && (length > 1 || ClaimWords.Shared.NoNominals.AtStart(behind) == 0);

    public static ReadOnlySpan<char> TrimAdverbs(ReadOnlySpan<char> text) => text[SkipAdverbs(text)..];

    internal static int SkipAdverbs(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var length = ClaimWords.Shared.Adverb.AtStart(text[at..]);
            if (length == 0 || IsInsideNoun(text[at..], length))
                return at;
            at += length;
        }

        return at;
    }

    // 共享, 全民, 重点项目: a longer word begins here.
    internal static bool IsInsideNoun(ReadOnlySpan<char> text, int length) => ClaimWords.Shared.Whole.AtStart(text) > length;
}
