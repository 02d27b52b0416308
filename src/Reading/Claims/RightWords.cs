using Luoshi.Reading.Lexicons;
using static Luoshi.Reading.Claims.Phrases;

namespace Luoshi.Reading.Claims;

/// <summary>The words behind a number, cut down to noun and what is told of it.</summary>
internal static class RightWords
{
    private static readonly Trimmer RightMarks = new(" 　\n、：；");
    private static readonly Trimmer Joints = new("和及与");
    private static readonly Trimmer Places = new("中里内后时前");

    /// <summary>The words behind a number: 个|小区已完成立项 → noun 小区, verb 立项.</summary>
    public static Phrase Read(ReadOnlySpan<char> right, out bool hasPredicate) => Read(right, Signs.Of(right), out hasPredicate);

    /// <param name="signs">Of these words, or of more around them.</param>
    public static Phrase Read(ReadOnlySpan<char> right, Sign signs, out bool hasPredicate)
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
        // 1件受征地进度影响顺延
        text = LeftWords.BehindCause(text);
        if (text.IsEmpty)
            return Phrase.Empty;
        // 1700亿元（人民币）以上: a bound behind the remark counts nothing.
        if (text.StartsWith("以上", StringComparison.Ordinal) || text.StartsWith("左右", StringComparison.Ordinal) || text.StartsWith("以内", StringComparison.Ordinal))
            text = text[2..];
        if (signs.Has(Sign.Pause) && text.IndexOf('…') is var pause and >= 0)
            text = text[..pause];
        if (text.IsEmpty)
            return Phrase.Empty;
        // 十件民生实事经县人大会议票决产生: by whom they were chosen is no part of what they are.
        if (text.Length > 6 && text.IndexOf('经') is > 1 and var chosen && text[chosen..] is var by && (by.Contains("人大", StringComparison.Ordinal) || by.Contains("会议", StringComparison.Ordinal)))
            text = text[..chosen];
        // 12项民心工程实施以来: since when is no part of what they are.
        if (text.Length > 6 && text.EndsWith("以来", StringComparison.Ordinal) && ClaimWords.Shared.Verb.AtEnd(text[..^2]) is var since and > 1 && since + 4 < text.Length)
            text = text[..^(since + 2)];
        // 9个项目因手续办理等原因滞后: why stands between what and how.
        if (signs.Has(Sign.Cause) && text.IndexOf('因') is >= 2 and var cause && text[cause - 1] != '原' && text.LastIndexOf("原因", StringComparison.Ordinal) is var reason && reason > cause)
        {
            hasPredicate = true;
            return new Phrase(Tidy(Nouns.Head(text[..cause])), Predicate(text[(reason + 2)..]));
        }

        // 300笔贷款因登记系统升级顺延到7月
        if (text.IndexOf('因') is >= 2 and var why && text[why - 1] is not '原' and not '曾' && ClaimWords.Shared.PutOff.FindLast(text[why..], out var putLength, out _) is >= 3 and var putOff)
        {
            hasPredicate = true;
            return new Phrase(Tidy(Nouns.Head(text[..why])), text.Slice(why + putOff, putLength).ToString());
        }

        // 10件实事落实情况的调查报告
        if (signs.Has(Sign.Situation) && text.LastIndexOf("情况的", StringComparison.Ordinal) is > 2 and var report)
            text = text[..(report + 2)];
        // 12项民心工程的落实情况: that it is told how they stand is no name.
        if (signs.Has(Sign.Situation) && text.Length > 4 && text.TrimEnd('表').EndsWith("情况", StringComparison.Ordinal) && text.TrimEnd('表') is var told && told[..^ClaimWords.Shared.BareLabels.AtEnd(told)].TrimEnd('的') is { Length: > 1 } things)
            text = things;
        // 口袋公园建设等工程: behind a number the thing counted stands before 等.
        var such = signs.Has(Sign.Such) ? text.IndexOf('等') : -1;
        if (such >= 2 && such + 1 < text.Length && text[such + 1] is not '级' and not '院' and not '教' and not '候' and not '奖' && text[such - 1] is not '高' and not '同' and not '初' and not '中' and not '均')
            text = text[..such];
        var words = ClaimWords.Shared;
        // 40家被检查单位: a name, where 被评为示范 is told of them.
        var starts = text.Length > 3 && text[0] == '被' && text[2] is not ('为' or '予' or '定' or '入' or '列') ? 0 : SkipAdverbs(text);
        // 加快建设项目, 竣工投产项目: the verb is part of the name.
        // 31宗未开工项目中: nor does how far they are not.
        if (text.Length is > 4 and <= 9 && text[0] is '未' or '已' && Places.End(text) is var unfinished && words.Verb.AtStart(unfinished[1..]) is var step and > 1 && words.Nominal.AtStart(unfinished[(step + 1)..]) is var thing and > 1 && step + 1 + thing == unfinished.Length)
            return new Phrase(Tidy(unfinished), "");
        // 31个加快前期项目中: what is to be done with them is part of the name.
        if (starts > 0 && text.Length <= 10 && Places.End(text) is var works && works.EndsWith("项目", StringComparison.Ordinal) && works.Length > starts + 2 && words.Verb.AtStart(works[starts..]) == 0)
            return new Phrase(Tidy(works), "");
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

        text = TrimLink(text, signs);
        text = text.EndsWith("滞后", StringComparison.Ordinal) || text.EndsWith("落后", StringComparison.Ordinal) ? text : Places.End(text);
        if (text.IsEmpty)
            return Phrase.Empty;

        for (var at = 1; at < text.Length; at++)
        {
            if (!Signs.Of(text[at]).Has(Sign.Told))
                continue;
            var rest = text[at..];
            // 5个问题2025年3月底前完成: the date parts the noun from its verb.
            if (at >= 2 && LeadingDate(rest) is var date and > 0 && date < rest.Length)
            {
                hasPredicate = true;
                return new Phrase(Tidy(Nouns.Head(text[..at], signs), signs), Predicate(rest[date..]));
            }

            // 30项民生实事中不设目标的: what is told of them stands behind 中.
            if (at >= 2 && rest[0] == '中' && rest.Length > 1 && (words.ListNouns.AtEnd(text[..at]) > 0 || words.Limited.AtEnd(text[..at]) > 0) && words.MiddleNouns.AtStart(rest) == 0)
                return new Phrase(Tidy(Nouns.Head(text[..at], signs), signs), "");
            // 12项民心工程在各级领导下: how it came about stands behind the name.
            if (at >= 2 && rest[0] == '在' && rest.Length > 4 && rest[^1] == '下')
                return new Phrase(Tidy(Nouns.Head(text[..at], signs), signs), "");
            // 65件民生实事项目是县政府的庄严承诺: what is said of them is no part of what they are.
            if (at >= 2 && rest[0] == '是' && rest.Length > 3 && rest[1] != '否' && (words.ListNouns.AtEnd(text[..at]) > 0 || words.Limited.AtEnd(text[..at]) > 0))
                return new Phrase(Tidy(Nouns.Head(text[..at], signs), signs), "");
            // 207个村有扶贫任务, 资金2万元并选派干部: what they have, or what else was done.
            if (rest.Length > 3 && ((rest[0] == '有' && (Marks.Closes(text[at - 1]) || words.Limited.AtEnd(text[..at]) > 0)) || (at >= 2 && rest[0] == '并' && words.Verb.AtStart(rest[1..]) > 1 && !IsInsideNoun(rest, 1))))
            {
                hasPredicate = rest[0] == '有';
                return new Phrase(Tidy(Nouns.Head(text[..at], signs), signs), "");
            }

            var adverb = words.Adverb.AtStart(rest);
            if (adverb > 0 && at >= 2 && !IsInsideNoun(rest, adverb) && words.WholeEnd.AtEnd(text[..(at + adverb)]) <= adverb && SkipAdverbs(rest) is var skipped && words.Verb.AtStart(rest[skipped..]) > 0)
            {
                hasPredicate = true;
                return new Phrase(Tidy(Nouns.Head(text[..at], signs), signs), Predicate(rest[skipped..]));
            }

            // 301所学校均已结合实际改造: 均已 ends the noun whatever follows.
            if (at >= 2 && rest.Length > 2 && rest[1] == '已' && rest[0] is '均' or '都' or '也' or '现')
            {
                hasPredicate = true;
                return new Phrase(Tidy(Nouns.Head(text[..at], signs), signs), Predicate(rest[2..]));
            }

            var predicate = words.Predicate.AtStart(rest);
            // 56个小项未达到进度: a small word begins the predicate where one follows it.
            if (predicate == 1 && rest[0] == '未' && words.Predicate.AtStart(rest[1..]) > 1)
                predicate = 2;
            if (predicate < 2 || at < 2 || rest[predicate..].StartsWith("项目", StringComparison.Ordinal))
                continue;
            hasPredicate = true;
            return new Phrase(Tidy(Nouns.Head(text[..at], signs), signs), Predicate(rest));
        }

        return new Phrase(Tidy(Nouns.Head(text, signs), signs), "");
    }

    // 10项(含部分整改), 3000公里(2023—2025年), 普通高中1所（省级重点）: a remark on the number is not what it counts.
    private static ReadOnlySpan<char> BehindRemark(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(')', '）', '>');
        return end > 0 ? text[(end + 1)..].Trim(' ') : text;
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
}
