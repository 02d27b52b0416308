using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Figures;

/// <summary>Numbers that are names: codes with Latin letters, ticket and telephone numbers, quoted schemes, ranks.</summary>
internal static class NameGuards
{
    /// <summary>Where a name that begins or goes on at <paramref name="at"/> ends, or <paramref name="at"/> when there is none.</summary>
    public static int SkipName(string text, int start, int end, int at)
    {
        var before = at > start ? text[at - 1] : '\0';
        if (char.IsAsciiLetter(before) || before is '_' or '№')
            return IsAmount(text, start, end, at) ? at : SkipCode(text, end, at);
        if (before == '+' && at - 1 > start && !NumberText.IsDigit(text[at - 2]))
            return IsSignedRatio(text, end, at) ? at : SkipCode(text, end, at);
        if (before is '〔' or '[' or '［' or '【' && at + 4 < end && text[at + 4] is '〕' or ']' or '］' or '】')
            return SkipDocumentNumber(text, end, at + 5);
        var digits = at;
        while (digits < end && NumberText.IsDigit(text[digits]))
            digits++;
        // 如表1所示
        if (before is '表' or '图' && digits + 1 < end && text[digits] == '所' && text[digits + 1] == '示')
            return digits + 2;
        if (digits < end && text[digits] == '-' && digits - at is 3 or 4 && IsPhone(text, end, digits + 1))
            return SkipCode(text, end, at);
        if (digits < end && char.IsAsciiLetter(text[digits]) && Units.Shared.AtStart(text.AsSpan(digits, end - digits), out _) is var unit && (unit == 0 || (digits + unit < end && char.IsAsciiLetterOrDigit(text[digits + unit]))))
            return SkipCode(text, end, at);
        // 110类报警, 12345类诉求: the number one dials.
        if (digits < end && text[digits] == '类' && text.AsSpan(at, digits - at) is "110" or "119" or "120" or "122" or "12345" or "12315")
            return digits + 1;
        // 每10万人口发生数: what a level is reckoned by.
        if (before == '每' && digits + 1 < end && text[digits] is '万' or '千' or '百' && text[digits + 1] == '人')
            return digits + 2;
        if (digits < end && text[digits] is '#' or '＃')
            return digits + 1;
        if (digits < end && text[digits] is '·' or '＋' or '+' or '×' or '@')
            return SkipCode(text, end, digits + 1);
        if (before is '·' or '×')
            return digits;
        if (IsQuotedScheme(text, start, end, at, digits))
            return digits;
        return at;
    }

    // 同比+14.6%: a growth with its sign.
    private static bool IsSignedRatio(string text, int end, int at)
    {
        while (at < end && (NumberText.IsDigit(text[at]) || text[at] == '.'))
            at++;
        return at < end && text[at] is '%' or '％' or '倍' or '‰' or '个';
    }

    // GDP4408.1亿元: a short name in capitals, and a number no code goes up to.
    private static bool IsAmount(string text, int start, int end, int at)
    {
        var behind = at;
        while (behind < end && (NumberText.IsDigit(text[behind]) || text[behind] == '.'))
            behind++;
        return behind < end && text[behind] is '亿' or '万' && at - start >= 2 && char.IsAsciiLetterUpper(text[at - 1]) && char.IsAsciiLetterUpper(text[at - 2]);
    }

    /// <summary>列第1位, 前3名, 第5条: a place in a row.</summary>
    public static bool IsRank(string text, int start, int at, Unit unit)
    {
        var before = text.AsSpan(start, at - start).TrimEnd(' ');
        // 目前10处 and 年底前3个 count; what 前 alone says is asked below.
        if (FigureWords.Shared.Rank.AtEnd(before) is > 0 and var rank && (rank > 1 || before[^1] != '前'))
            return true;
        if (unit.Name is "位" or "名" && (before.EndsWith("后", StringComparison.Ordinal) || before.EndsWith("前移", StringComparison.Ordinal) || before.EndsWith("上升", StringComparison.Ordinal) || before.EndsWith("上升到", StringComparison.Ordinal) || before.EndsWith("上升至", StringComparison.Ordinal) || before.EndsWith("升至", StringComparison.Ordinal) || before.EndsWith("跃居", StringComparison.Ordinal) || before.EndsWith("跃升", StringComparison.Ordinal) || before.EndsWith("提升", StringComparison.Ordinal) || before.EndsWith("前进", StringComparison.Ordinal) || before.EndsWith("下降", StringComparison.Ordinal)))
            return true;
        // 前10名, 前3位; but 目前10处 and 此前5个 count.
        return before.EndsWith("前", StringComparison.Ordinal) && !before.EndsWith("目前", StringComparison.Ordinal) && !before.EndsWith("此前", StringComparison.Ordinal)
            && !before.EndsWith("年前", StringComparison.Ordinal) && !before.EndsWith("底前", StringComparison.Ordinal) && !before.EndsWith("月前", StringComparison.Ordinal)
            && !before.EndsWith("日前", StringComparison.Ordinal) && !before.EndsWith("会前", StringComparison.Ordinal) && unit.Counts;
    }

    /// <summary>编发日报31期 counts; 一期工程, 项目2期 do not.</summary>
    public static bool IsPhase(string text, int start, int end, int at, int behind)
    {
        if (behind < end && !Marks.IsClauseMark(text[behind]) && !Marks.Closes(text[behind]) && text[behind] is not ('。' or '、' or '和') && !NumberText.IsDigit(text[behind]) && FigureWords.Shared.Issued.AtStart(text.AsSpan(behind, end - behind)) == 0)
            return true;
        return !FigureWords.Shared.Issued.Contains(text.AsSpan(Math.Max(start, at - 14), at - Math.Max(start, at - 14)));
    }

    /// <summary>15秒接通率, 24小时值班, 15分钟生活圈: the span names a thing.</summary>
    public static bool IsTimeName(string text, int start, int end, int at, int behind, NumberText number)
    {
        var rest = text.AsSpan(behind, end - behind);
        var words = FigureWords.Shared.LimitNames;
        if (words.AtStart(rest) > 0)
            return true;
        var stop = rest.IndexOfAny(Marks.PhraseEnds);
        var near = rest[..Math.Min(stop < 0 ? rest.Length : stop, 14)];
        if (near.Contains('圈') || near.Contains('率') || near.Contains("比例", StringComparison.Ordinal))
            return true;
        var before = text.AsSpan(start, at - start);
        if (number.Value == 24 && text.AsSpan(at, behind - at).EndsWith("小时", StringComparison.Ordinal))
            return !Says(before, "缩") && !Says(before, "控制") && !Says(before, "限") && !Says(before, "至") && !Says(before, "到");
        return before.EndsWith("剩下", StringComparison.Ordinal) || before.EndsWith("还剩", StringComparison.Ordinal) || before.EndsWith("仅剩", StringComparison.Ordinal) || before.EndsWith("连续", StringComparison.Ordinal) || before.EndsWith("过去", StringComparison.Ordinal) || before.EndsWith("7×", StringComparison.Ordinal);
    }

    // 200本土地证, 3本县志, 500本科普读物: books and papers, where 本土, 本县 and 本科 begin another word.
    private static bool IsBook(ReadOnlySpan<char> thing) => thing.Length > 1 && (thing[0], thing[1]) switch
    {
        ('土', '地') or ('地', '方' or '图') or ('科', '普' or '技' or '幻') or ('市' or '村', '民') => true,
        ('省' or '市' or '县' or '区' or '村', '志') => true,
        _ => false,
    };

    /// <summary>个性化, 项目, 条例, 部委, 家庭: the measure word begins another word.</summary>
    public static bool UnitStartsWord(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2)
            return false;
        // 5通电话 are calls, where 通电 begins a verb.
        if (rest.StartsWith("通电话", StringComparison.Ordinal) || (rest[0] == '本' && IsBook(rest[1..])))
            return false;
        return (rest[0], rest[1]) switch
        {
            ('个', '性') or ('部', '委') or ('级', _) or ('分', '之') or ('方', '面') or ('条', '例') or ('名', '单') or ('位', '于') => true,
            ('元', '化' or '旦' or '宵' or '素') or ('门', '户' or '诊' or '店') or ('次', '日' or '年' or '月') or ('组', '团' or '织') or ('人', '民' or '代' or '大' or '制') => true,
            ('分', '类' or '别' or '区' or '级' or '段') or ('对', '标' or '口' or '接') or ('面', '向' or '对') or ('单', '位' or '元') or ('车', '间' or '站') => true,
            ('路', not ('、' or ',' or '，' or '。' or '高' or '视' or '监' or '摄' or ';' or '；')) => true,
            ('案', '件' or '例' or '卷') or ('题', '目' or '库' or '材' or '词' or '型') or ('通', not ('话' or '来' or '市' or '洽' or '、' or '，' or ',' or '。' or ' ' or '；' or ';' or '）' or ')' or '及' or '以')) or ('本', '省' or '市' or '县' or '区' or '地' or '村' or '级' or '科' or '土') or ('样', '板' or '本') or ('米', '字') or ('升', '级') or ('度', '夏' or '冬') or ('口', '岸' or '径') or ('课', '题' or '程') => true,
            _ => false,
        };
    }

    private static int SkipCode(string text, int end, int at)
    {
        while (at < end && (char.IsAsciiLetterOrDigit(text[at]) || (text[at] is '-' or '.' or '_' or '/' or '+' or '#' or '·' or '×' && at + 1 < end && char.IsAsciiLetterOrDigit(text[at + 1]))))
            at++;
        return at;
    }

    // 〔2023〕15号, [2023]15号
    private static int SkipDocumentNumber(string text, int end, int at)
    {
        if (at < end && text[at] == '第')
            at++;
        while (at < end && NumberText.IsDigit(text[at]))
            at++;
        return at < end && text[at] == '号' ? at + 1 : at;
    }

    private static bool IsPhone(string text, int end, int at)
    {
        var digits = 0;
        while (at < end && NumberText.IsDigit(text[at]))
        {
            at++;
            digits++;
        }

        return digits is 7 or 8 || (digits is 3 or 4 && at < end && text[at] == '-');
    }

    // “3510”模式, “142”, "双50": a number in quotes with nothing else behind it is what the scheme is called.
    private static bool IsQuotedScheme(string text, int start, int end, int at, int digits)
    {
        if (digits < end && text[digits] is '”' or '"' or '’' or '」')
            return true;
        return at > start && text[at - 1] == '双' && digits < end && text[digits] is '”' or '"';
    }

    private static bool Says(ReadOnlySpan<char> before, string word) => before[Math.Max(0, before.Length - 6)..].Contains(word, StringComparison.Ordinal);
}
