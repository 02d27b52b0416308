using System.Buffers;
using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims;

/// <summary>Cuts the words around a number down to noun and verb.</summary>
internal static class Phrases
{
    private const int LongestPlain = 14;

    private static readonly Trimmer LeadMarks = new(" 　\n\r，,、：:；;。…—");
    private static readonly Trimmer LinkMarks = new(" 　\n\r，,、：:；;“");
    private static readonly Trimmer RightMarks = new(" 　、：；");
    private static readonly Trimmer Joints = new("和及与");
    private static readonly Trimmer Places = new("中里内后时前");
    private static readonly Trimmer TidyMarks = new(" 　，、：；。“”\"的");

    private static readonly SearchValues<char> TimeEnds = SearchValues.Create("年期月末初度底");

    private static readonly SearchValues<char> Dressing = SearchValues.Create(" 　“”\"‘’'「」\t\n\r·*");

    /// <summary>全市累计完成…: drops scope, time and adverbs in front.</summary>
    public static ReadOnlySpan<char> TrimLead(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = LeadMarks.Start(text);
            if (!text.IsEmpty && text[0] == '【' && text.IndexOf('】') is > 0 and < 12 and var label)
                text = text[(label + 1)..];
            if (LeadingDate(text) is var date and > 0)
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
    }

    // 高效蔬菜 is a kind of vegetable, 高效推进 a way of pushing on.
    private static bool IsQualifier(ReadOnlySpan<char> text, int length) =>
        length < text.Length && ClaimWords.Shared.Qualifiers.AtStart(text) == length && ClaimWords.Shared.Verb.AtStart(text[length..]) == 0 && ClaimWords.Shared.Lead.AtStart(text[length..]) == 0 && ClaimWords.Shared.Light.AtStart(text[length..]) == 0;

    // 2026年4月, 12月31日, 8月底前: when, not what. Asked at every character behind a number, and nearly none is a digit.
    public static int LeadingDate(ReadOnlySpan<char> text) => !text.IsEmpty && NumberText.IsDigit(text[0]) ? DateLength(text) : 0;

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
        }

        while (at > 0 && at < text.Length && text[at] is '底' or '前' or '初' or '末' or '起' or '以' or '份' or '度' or ',' or '，')
            at++;
        // 5年来新建; but 2020年来访 tells of visits.
        if (at > 0 && at + 1 < text.Length && text[at] == '来' && text[at - 1] == '年' && text[at + 1] is not ('访' or '信' or '电' or '自' or '源' or '者'))
            at++;
        return at;
    }

    // 地区生产总值继2018年|超过300亿元
    private static int TrailingDate(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[^1] is '年' or '月' && NumberText.IsDigit(text[^2]) ? EndingDateLength(text) : 0;

    private static int EndingDateLength(ReadOnlySpan<char> text)
    {
        var at = text.Length - 2;
        while (at > 0 && text[at - 1] is (>= '0' and <= '9') or '年' or '月' or '-')
            at--;
        return text.Length - at;
    }

    /// <summary>…总数达到约: drops what links an indicator to its number.</summary>
    public static ReadOnlySpan<char> TrimLink(ReadOnlySpan<char> text)
    {
        while (true)
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
    }

    /// <summary>The words in front of a number: 完成犬只免疫 → noun 犬只免疫, verb 完成.</summary>
    public static Phrase OfLeft(ReadOnlySpan<char> left)
    {
        var text = TrimLink(TrimLead(BehindSource(LeadMarks.Start(left))));
        if (text.Length > LongestPlain && Wordings.WithoutRemark(text) is { Length: > 0 } plain)
            text = plain;
        text = BehindLastClause(text);
        // 通过企业投资、受益人筹资等方式筹集资金: how it was done names nothing.
        if (text.Length > LongestPlain && text.IndexOf("等方式", StringComparison.Ordinal) is > 1 and var way && way + 4 < text.Length)
            text = text[(way + 3)..];
        text = TrimLink(TrimLead(BehindComparison(text)));
        // 14个项目中|3个已完工
        if (text.Length > 2 && text[^1] == '中' && ClaimWords.Shared.Limited.AtEnd(text[..^1]) > 0)
            text = text[..^1];
        if (text.IsEmpty)
            return Phrase.Empty;
        if (Subjects.Split(text, out var subject, out var act))
            return Subjects.Join(subject, act);
        text = Subjects.BehindPlace(Wordings.BehindIntroduction(text));
        if (Wordings.Whole(text) is { IsEmpty: false } said)
            return said;
        var words = ClaimWords.Shared;
        var verbEnd = LeadingVerbs(text, out var verb);
        var noun = text[verbEnd..];
        // 办好今年10件, 完成全县3处: the scope behind the verb is no name either.
        if (noun.Length > 0 && verbEnd > 0 && (noun[0] is '今' or '全' or '我' || char.IsAsciiDigit(noun[0])))
            noun = TrimLead(noun);
        if (noun.IsEmpty)
            return OfVerbs(verb);
        if (verbEnd > 0 && words.Completed.AtStart(noun) == noun.Length)
            return new Phrase("", Tidy(text));
        // 完成出清12户: the second verb is what was done.
        if (verbEnd > 0 && words.Verb.AtStart(noun) == noun.Length && words.VerbNouns.AtStart(noun) != noun.Length && noun.Length > 1)
            return new Phrase("", Tidy(words.Light.AtStart(verb) == verb.Length ? noun : text[LightLead(verb)..]));
        // 出栏牛3.8万头: livestock has names of one character.
        if (noun.Length == 1 && noun[0] is '猪' or '牛' or '羊' or '鸡' or '鸭' or '鹅')
            return new Phrase(noun.ToString(), VerbText(verb));
        if (noun.Length == 1 && verbEnd <= 3)
            return new Phrase(Tidy(text), "");
        var inner = noun.Length > LongestPlain || noun.IndexOf('向') > 0 ? LastMainVerb(noun) : 0;
        // 停水停电、安装管道等类工单: a verb of the examples is not what was done.
        if (inner > 0 && noun[inner..].IndexOf('等') is var such and > 0 && inner + such < noun.Length - 2 && noun.IndexOf('、') >= 0 && words.Verb.AtStart(noun[(inner + such + 1)..]) == 0)
            inner = 0;
        if (inner > 0)
        {
            var rest = noun[inner..];
            verbEnd = LeadingVerbs(rest, out verb);
            noun = rest[verbEnd..];
            if (noun.IsEmpty)
                return new Phrase(Tidy(Nouns.Head(text[LeadingVerbs(text, out _)..^rest.Length])), VerbText(verb));
            // 老旧居民小区信报箱建设工程完成投入: what was spent is spent on what stands in front.
            if (words.Generic.AtStart(noun) == noun.Length)
                return new Phrase(Tidy(Nouns.Head(text[..^rest.Length])) + noun.ToString(), VerbText(verb));
        }

        if (words.Light.AtStart(verb) == verb.Length && verb.Length > 0 && verb is not "完成")
            verb = default;
        // 享受低保的居民: the verb is of what stands before 的.
        if (verb is "享受" or "参加" && noun.IndexOf('的') > 0)
            verb = default;
        return new Phrase(Name(noun), VerbText(verb[LightLead(verb)..]), VerbFirst: words.VerbFirst.AtStart(verb) > 0);
    }

    // 从省级配送中心购买|图书: where it came from is no part of the name.
    private static ReadOnlySpan<char> BehindSource(ReadOnlySpan<char> text)
    {
        if (text.Length < 7 || text[0] != '从' || text[1] is '业' or '事' or '严' or '快' or '教' or '医' || text.IndexOfAny('到', '至') > 0)
            return text;
        var found = 0;
        for (var at = 3; at + 3 < text.Length; at++)
        {
            if (ClaimWords.Shared.Verb.AtStart(text[at..]) is >= 2 and var verb && at + verb + 1 < text.Length && !IsNominal(text[(at + verb)..]))
                found = at;
        }

        return text[found..];
    }

    /// <summary>The words behind a number: 个|小区已完成立项 → noun 小区, verb 立项.</summary>
    public static Phrase OfRight(ReadOnlySpan<char> right, out bool hasPredicate)
    {
        hasPredicate = false;
        var text = Joints.End(RightMarks.Both(right));
        if (text.IsEmpty)
            return Phrase.Empty;
        if (Marks.Opens(text[0]) || text[0] == '<')
            text = BehindRemark(text);
        if (text.StartsWith("的", StringComparison.Ordinal))
            text = text[1..];
        text = text[LeadingDate(text)..];
        if (text.StartsWith("预计", StringComparison.Ordinal) || text.StartsWith("将于", StringComparison.Ordinal))
            text = TrimLead(text);
        if (text.IsEmpty)
            return Phrase.Empty;
        // 1700亿元（人民币）以上: a bound behind the remark counts nothing.
        if (text.StartsWith("以上", StringComparison.Ordinal) || text.StartsWith("左右", StringComparison.Ordinal) || text.StartsWith("以内", StringComparison.Ordinal))
            text = text[2..];
        if (text.IndexOf('…') is var pause and >= 0)
            text = text[..pause];
        if (text.IsEmpty)
            return Phrase.Empty;
        // 20项民心工程实施以来: since when is no part of what they are.
        if (text.Length > 6 && text.EndsWith("以来", StringComparison.Ordinal) && ClaimWords.Shared.Verb.AtEnd(text[..^2]) is var since and > 1 && since + 4 < text.Length)
            text = text[..^(since + 2)];
        // 9个项目因手续办理等原因滞后: why stands between what and how.
        if (text.IndexOf('因') is >= 2 and var cause && text[cause - 1] != '原' && text.LastIndexOf("原因", StringComparison.Ordinal) is var reason && reason > cause)
        {
            hasPredicate = true;
            return new Phrase(Tidy(Nouns.Head(text[..cause])), Predicate(text[(reason + 2)..]));
        }

        // 20项民心工程的落实情况: that it is told how they stand is no name.
        if (text.Length > 4 && text.TrimEnd('表').EndsWith("情况", StringComparison.Ordinal) && text.TrimEnd('表') is var told && told[..^ClaimWords.Shared.BareLabels.AtEnd(told)].TrimEnd('的') is { Length: > 1 } things)
            text = things;
        // 口袋公园建设等工程: behind a number the thing counted stands before 等.
        var such = text.IndexOf('等');
        if (such >= 2 && such + 1 < text.Length && text[such + 1] is not '级' and not '院' and not '教' and not '候' and not '奖' && text[such - 1] is not '高' and not '同' and not '初' and not '中' and not '均')
            text = text[..such];
        var words = ClaimWords.Shared;
        // 40家被检查单位: a name, where 被评为示范 is told of them.
        var starts = text.Length > 3 && text[0] == '被' && text[2] is not ('为' or '予' or '定' or '入' or '列') ? 0 : SkipAdverbs(text);
        // 加快建设项目, 竣工投产项目: the verb is part of the name.
        var verbs = text.Length <= 8 ? Math.Max(words.Verb.AtStart(text[starts..]), words.Predicate.AtStart(text[starts..])) : 0;
        if (verbs > 1 && words.Nominal.AtStart(text[(starts + verbs)..]) is var kind and > 1 && starts + verbs + kind == text.Length)
            return new Phrase(Tidy(text), "");
        // 31个在建重点项目: the state is part of the name.
        var named = words.States.AtStart(text) is var state && state > 0 && state < text.Length;
        if (starts > 0 || (!named && words.Predicate.AtStart(text) is var first and > 0 && text.Length <= 12 && !IsNominal(text[first..])))
        {
            hasPredicate = true;
            return new Phrase("", Predicate(text[starts..]));
        }

        text = TrimLink(text);
        text = text.EndsWith("滞后", StringComparison.Ordinal) || text.EndsWith("落后", StringComparison.Ordinal) ? text : Places.End(text);
        if (text.IsEmpty)
            return Phrase.Empty;

        for (var at = 1; at < text.Length; at++)
        {
            var rest = text[at..];
            // 5个问题2025年3月底前完成: the date parts the noun from its verb.
            if (at >= 2 && LeadingDate(rest) is var date and > 0 && date < rest.Length)
            {
                hasPredicate = true;
                return new Phrase(Tidy(Nouns.Head(text[..at])), Predicate(rest[date..]));
            }

            // 30项民生实事中不设目标的: what is told of them stands behind 中.
            if (at >= 2 && rest[0] == '中' && rest.Length > 1 && (words.ListNouns.AtEnd(text[..at]) > 0 || words.Limited.AtEnd(text[..at]) > 0) && words.MiddleNouns.AtStart(rest) == 0)
                return new Phrase(Tidy(Nouns.Head(text[..at])), "");
            // 20项民心工程在各级领导下: how it came about stands behind the name.
            if (at >= 2 && rest[0] == '在' && rest.Length > 4 && rest[^1] == '下')
                return new Phrase(Tidy(Nouns.Head(text[..at])), "");
            var adverb = words.Adverb.AtStart(rest);
            if (adverb > 0 && at >= 2 && !IsInsideNoun(rest, adverb) && words.WholeEnd.AtEnd(text[..(at + adverb)]) <= adverb && SkipAdverbs(rest) is var skipped && words.Verb.AtStart(rest[skipped..]) > 0)
            {
                hasPredicate = true;
                return new Phrase(Tidy(Nouns.Head(text[..at])), Predicate(rest[skipped..]));
            }

            // 301所学校均已结合实际改造: 均已 ends the noun whatever follows.
            if (at >= 2 && rest.Length > 2 && rest[1] == '已' && rest[0] is '均' or '都' or '也' or '现')
            {
                hasPredicate = true;
                return new Phrase(Tidy(Nouns.Head(text[..at])), Predicate(rest[2..]));
            }

            var predicate = words.Predicate.AtStart(rest);
            // 56个小项未达到进度: a small word begins the predicate where one follows it.
            if (predicate == 1 && rest[0] == '未' && words.Predicate.AtStart(rest[1..]) > 1)
                predicate = 2;
            if (predicate < 2 || at < 2 || rest[predicate..].StartsWith("项目", StringComparison.Ordinal))
                continue;
            hasPredicate = true;
            return new Phrase(Tidy(Nouns.Head(text[..at])), Predicate(rest));
        }

        return new Phrase(Tidy(Nouns.Head(text)), "");
    }

    /// <summary>A string without quotes and stray blanks.</summary>
    public static string Tidy(ReadOnlySpan<char> text)
    {
        text = TidyMarks.Both(text);
        if (text.IndexOfAny(Dressing) < 0)
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

    /// <summary>失业保险的人数: the head of a noun, with whose it is when the head says too little.</summary>
    public static string Name(ReadOnlySpan<char> text)
    {
        var head = Nouns.Head(text);
        var of = text.LastIndexOf('的');
        if (of is < 2 or > LongestPlain || head.Length > 4 || text.Length - of - 1 != head.Length || !SaysLittle(head))
            return Tidy(head);
        return Tidy(text[..of]) + Tidy(head);
    }

    private static bool SaysLittle(ReadOnlySpan<char> head) => head is "比例" or "比重" || ClaimWords.Shared.Generic.AtStart(head) == head.Length;

    // 完成|减少贫困人口, 完成|搬迁入住: the verb in front says only that it was done.
    private static int LightLead(ReadOnlySpan<char> verb)
    {
        var length = verb.StartsWith("完成", StringComparison.Ordinal) ? 2 : 0;
        return length > 0 && length < verb.Length && ClaimWords.Shared.Verb.AtStart(verb[length..]) > 1 && ClaimWords.Shared.Verb.AtStart(verb) == length ? length : 0;
    }

    // Nearly always one word of the list.
    private static string VerbText(ReadOnlySpan<char> verb) => ClaimWords.Shared.Verb.Whole(verb) ?? Tidy(verb);

    // Several verbs may stand in front: 选聘、引进, 改造和新增.
    public static int LeadingVerbs(ReadOnlySpan<char> text, out ReadOnlySpan<char> verb)
    {
        var words = ClaimWords.Shared;
        var end = words.Verb.AtStart(text);
        if (end == 0 || (end < text.Length && IsNominal(text[end..])) || words.Whole.AtStart(text) > end)
        {
            verb = default;
            return 0;
        }

        while (end < text.Length)
        {
            var next = end;
            while (next < text.Length && (Marks.IsListMark(text[next]) || text[next] is '并' or ' ' or '了'))
                next++;
            var more = words.Verb.AtStart(text[next..]);
            if (more == 0 || (next == end && words.Light.AtStart(text[..end]) != end) || (next + more == text.Length && next == end) || (next + more < text.Length && next == end && IsNominal(text[(next + more)..])))
                break;
            end = next + more;
        }

        verb = text[..end];
        return end;
    }

    // 完成投资, 新增就业: the last of several verbs is what is counted.
    private static Phrase OfVerbs(ReadOnlySpan<char> verbs)
    {
        var first = ClaimWords.Shared.Verb.AtStart(verbs);
        if (first == verbs.Length && verbs is "完成投资")
            return new Phrase("投资", "完成");
        if (first < verbs.Length && ClaimWords.Shared.VerbNouns.AtStart(verbs[first..]) == verbs.Length - first)
            return new Phrase(Tidy(verbs[first..]), VerbText(verbs[..first]), ClaimWords.Shared.VerbFirst.AtStart(verbs) > 0);
        return verbs is "投资" or "就业" or "补贴" or "创业" or "出口" or "进口" or "消费" ? new Phrase(verbs.ToString(), "") : new Phrase("", VerbText(verbs));
    }

    // 较上年净增, 比上年末减少: the comparison is not what is counted.
    private static ReadOnlySpan<char> BehindComparison(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("同比", StringComparison.Ordinal) || text.StartsWith("环比", StringComparison.Ordinal))
            return text[2..];
        // 与上年同月比较则增加
        if (text.Length > 3 && text[..Math.Min(text.Length, 10)].IndexOf("比较", StringComparison.Ordinal) is >= 0 and var compared && ClaimWords.Shared.Change.AtStart(text[(compared + 2)..].TrimStart('则')) > 0)
            return text[(compared + 2)..].TrimStart('则');
        if (text.IsEmpty || text[0] is not ('比' or '较'))
            return text;
        var end = text[..Math.Min(text.Length, 10)].LastIndexOfAny(TimeEnds);
        return end > 0 && text.Length > 1 && text[1] is not ('例' or '赛' or '重') ? text[(end + 1)..] : text;
    }

    /// <summary>较上年同期: says with what is compared, and nothing else.</summary>
    public static bool IsComparison(ReadOnlySpan<char> text) => !text.IsEmpty && BehindComparison(text).IsEmpty;

    // 10项(含部分整改), 3000公里(2023—2025年), 普通高中1所（省级重点）: a remark on the number is not what it counts.
    private static ReadOnlySpan<char> BehindRemark(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(')', '）', '>');
        return end > 0 ? text[(end + 1)..].Trim(' ') : text;
    }

    // 建设项目, 培训人数, 服务站: the verb is part of the noun.
    public static bool IsNominal(ReadOnlySpan<char> behind) => ClaimWords.Shared.Nominal.AtStart(behind) > 0;

    // 配合全市基建项目完成拆迁: the number belongs to 完成拆迁.
    private static int LastMainVerb(ReadOnlySpan<char> noun)
    {
        var words = ClaimWords.Shared;
        var found = -1;
        for (var at = 2; at < noun.Length; at++)
        {
            var length = words.Verb.AtStart(noun[at..]);
            if (length < 2)
                continue;
            var verb = noun.Slice(at, length);
            var main = words.MainVerbs.AtStart(verb) == length;
            if (main && at + length < noun.Length && !IsNominal(noun[(at + length)..]))
                found = at;
            at += length - 1;
        }

        return found;
    }

    // The number belongs to the last clause of a left side: …，到位资金
    private static ReadOnlySpan<char> BehindLastClause(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var at = text.Length - 1; at > 0; at--)
        {
            if (Marks.IsIdeograph(text[at]))
                continue;
            depth += Marks.Closes(text[at]) ? 1 : Marks.Opens(text[at]) ? -1 : 0;
            if (depth <= 0 && Marks.IsClauseMark(text[at]) && at < text.Length - 1)
                return text[(at + 1)..];
        }

        return text;
    }

    public static ReadOnlySpan<char> TrimAdverbs(ReadOnlySpan<char> text) => text[SkipAdverbs(text)..];

    private static int SkipAdverbs(ReadOnlySpan<char> text)
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

    // Verb and a short object; 正在推进中 and 完成年度任务 keep a verb that says little elsewhere: 成立业主委员会, 纳入物业管理范围, 实现“拿地即开工”.
    private static string Predicate(ReadOnlySpan<char> text)
    {
        var adverbs = SkipAdverbs(text);
        text = text[adverbs..];
        var end = text.IndexOfAny(Marks.ClauseEnds);
        if (end >= 0)
            text = text[..end];
        if (ClaimWords.Shared.Light.AtStart(text) is var light && light > 0 && light < text.Length && text[..light] is not ("实现" or "达到" or "达") && !IsInsideNoun(text, light))
            text = text[light..] is "中" or "了" ? text[..light] : ClaimWords.Shared.PlanBases.AtEnd(text) > 0 ? text : text[light..].TrimStart('了');
        if (text.Length <= 16)
            return Tidy(text);
        var length = ClaimWords.Shared.Verb.AtStart(text);
        return Tidy(text[..(length == 0 ? 8 : length)]);
    }

    // 共享, 全民, 重点项目: a longer word begins here.
    private static bool IsInsideNoun(ReadOnlySpan<char> text, int length) => ClaimWords.Shared.Whole.AtStart(text) > length;
}
