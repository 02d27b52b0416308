using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims;

/// <summary>Cuts a long name down to its head, and parts the names of a list.</summary>
internal static class Nouns
{
    private const int LongestNoun = 30;

    private static readonly Trimmer NounMarks = new(" 　、，：");
    private static readonly Trimmer NounEnds = new(" 　、，：的");

    /// <summary>Joint nouns for a list of numbers: 会议、文件 for 40%和20%.</summary>
    /// <param name="commas">和, 及 and 与 part nothing.</param>
    public static int SplitList(ReadOnlySpan<char> noun, Span<Range> parts, bool commas = false)
    {
        var (count, start, depth) = (0, 0, 0);
        for (var at = 0; at <= noun.Length; at++)
        {
            if (at < noun.Length)
            {
                var c = noun[at];
                depth += Marks.Opens(c) || c == '“' ? 1 : Marks.Closes(c) || c == '”' ? -1 : 0;
                if (depth > 0 || !IsSplit(noun, at) || (commas && noun[at] is '和' or '及' or '与'))
                    continue;
            }

            if (at > start)
            {
                if (count == parts.Length)
                    return 0;
                parts[count++] = start..at;
            }

            start = at + 1;
        }

        return count;
    }

    /// <summary>The head of a long noun: behind 等, behind the last 的, without an opening bracket left alone.</summary>
    public static ReadOnlySpan<char> Head(ReadOnlySpan<char> text, Sign signs = Signs.Unknown)
    {
        text = NounMarks.Both(text);
        if (!signs.Has(Sign.Of | Sign.Such | Sign.Bracket | Sign.Year) && text.Length <= LongestNoun)
            return NounEnds.Both(text);
        text = text.TrimEnd("(（");
        // 通村公路(2013—2017年): the span of years is no part of the name.
        if (text.Length > 6 && text[^1] is ')' or '）' && text.LastIndexOfAny('(', '（') is var open and > 1 && text[open + 1] is '1' or '2')
            text = text[..open];
        // 十件实事经县人大会议票决产生: by whom they were chosen is none either.
        if (text.Length > 6 && text.IndexOf('经') is > 1 and var chosen && text[(chosen + 1)..] is var by && (by.Contains("人大", StringComparison.Ordinal) || by.Contains("会议", StringComparison.Ordinal) || by.Contains("常委会", StringComparison.Ordinal)))
            text = text[..chosen];
        // 东山市2023年综合管廊建设: nor is a year inside it.
        if (text.Length > 8 && text.IndexOf('年') is > 5 and var year && year < text.Length - 3 && char.IsAsciiDigit(text[year - 1]) && text[(year - 4)..year].IndexOfAnyExceptInRange('0', '9') < 0 && text[year - 5] >= '一')
            text = string.Concat(text[..(year - 4)], text[(year + 1)..]);
        var such = text.LastIndexOf('等');
        if (such > 0 && such < text.Length - 2 && text.Length - such <= 3 && text.Length <= LongestNoun + 4 && text[such - 1] is not '高' and not '同' and not '初' and not '中')
            return text;
        if (such >= 0 && such < text.Length - 2 && !(such > 0 && text[such - 1] == '中' && text[such + 1] is '路' or '职' or '专' or '城' or '收' or '强' or '水') && text[such + 1] is not '级' and not '教' and not '院' and not '学' and not '候')
            text = text[(such + 1)..].TrimStart('类');
        else if (such == text.Length - 1 && such > 0)
            text = text[..such];
        var of = text.LastIndexOf('的');
        // 主营业务收入超500亿元的企业: a limit says which are counted.
        if (of is > 4 and <= 20 && text.Length <= LongestNoun && text[..of].IndexOfAnyInRange('0', '9') > 1 && text[of - 1] is '元' or '人' or '上' or '下' or '%')
            return NounEnds.Both(text);
        // 具有高级职称的人员: who they are, where the head tells next to nothing.
        if (of is > 2 and <= 12 && text.Length - of <= 3 && text[(of + 1)..] is "人员" or "职工" or "教师" or "企业" or "家庭" or "人口" && text[..of].IndexOfAny("，,、为是") < 0)
            return NounEnds.Both(text.StartsWith("具有", StringComparison.Ordinal) ? text[2..] : text);
        // 10个养老机构的改造, 老旧小区基础设施的改建和扩建: what was done names nothing without what it was done to.
        if (of > 3 && text.Length <= LongestNoun && text.Length - of is > 2 and < 8 && LeftWords.LeadingVerbs(text[(of + 1)..], out _) == text.Length - of - 1)
        {
            var thing = text[..of];
            if (thing[^1] is ')' or '）' && thing.LastIndexOfAny('(', '（') is > 1 and var remark)
                thing = thing[..remark];
            return string.Concat(thing, text[(of + 1)..]);
        }

        // 财政用于民生的比例: the level alone names nothing.
        if (of >= 0 && of < text.Length - 2 && !ClosesAlone(text[(of + 1)..]) && !(text.Length - of <= 4 && of > 1 && text.Length <= LongestNoun && text[^1] is '率' or '例' or '重' or '度' or '比'))
            text = text[(of + 1)..];
        if (text.Length > LongestNoun)
            text = LastPart(text);
        return NounEnds.Both(text);
    }

    // “回家的路（上班的路）”绿道: 的 inside a bracket parts nothing outside it.
    private static bool ClosesAlone(ReadOnlySpan<char> text) =>
        text.IndexOfAny(')', '）', '”') is >= 0 and var close && text[..close].IndexOfAny('(', '（', '“') < 0;

    private static ReadOnlySpan<char> LastPart(ReadOnlySpan<char> text)
    {
        var comma = text[..^2].LastIndexOf('、');
        if (comma >= 0)
            text = text[(comma + 1)..];
        // 为适龄女生提供疫苗接种服务: a long name ends in what was given.
        if (text.Length > LongestNoun && text.LastIndexOf("提供", StringComparison.Ordinal) is > 0 and var given && given + 4 < text.Length)
            text = text[(given + 2)..];
        return text.Length > LongestNoun ? text[^LongestNoun..] : text;
    }

    private static bool IsSplit(ReadOnlySpan<char> noun, int at)
    {
        var c = noun[at];
        if (c is '、' or '，' or ',')
            return true;
        if (c is not ('和' or '及' or '与'))
            return false;
        if (c == '及' && at + 1 < noun.Length && noun[at + 1] == '以')
            return false;
        return at > 0 && at + 1 < noun.Length && noun[at + 1] is not ('谐' or '美' or '睦' or '平') && !(c == '与' && noun[at - 1] == '参');
    }
}
