using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Claims;

/// <summary>
/// Tells promise from result: the section decides, a word nearer to the number overrules it
/// (力争 and 确保 in a review, 已 and 截至目前 in a plan).
/// </summary>
internal static class StanceReader
{
    private const int LongestLead = 40;
    private const int LongestOpening = 16;

    private static readonly System.Buffers.SearchValues<char> SetEnds = System.Buffers.SearchValues.Create("的，,。；;");
    private static readonly System.Buffers.SearchValues<char> LabelEnds = System.Buffers.SearchValues.Create("】]）)：:");

    /// <summary>What figures of the section are when the sentence does not say.</summary>
    public static Stance Default(SectionKind kind) => kind is SectionKind.Plan or SectionKind.List ? Stance.Planned : Stance.Done;

    /// <summary>What figures of a block are when their sentence does not say.</summary>
    public static Stance OfBlock(Outline outline, int block, ReadOnlySpan<char> words)
    {
        if (OfLabel(words) is { } labelled)
            return labelled;
        var standing = LeadsList(words) ? Stance.Planned : Default(outline.KindOf(block));
        if (standing == Stance.Planned && (outline.Kind == DocumentKind.WorkReport || OpensBack(words)) && LooksBack(words))
            return Stance.Done;
        if (outline.Kind == DocumentKind.Interview && standing == Stance.Done && LooksAhead(words))
            return Stance.Planned;
        return standing;
    }

    // 【目标任务】…, 进展情况：…: the paragraph says itself what it tells.
    private static Stance? OfLabel(ReadOnlySpan<char> words)
    {
        words = words[..Math.Min(words.Length, 14)].TrimStart("【[（(");
        var end = words.IndexOfAny(LabelEnds);
        if (end < 2)
            return null;
        var label = words[..end];
        if (ClaimWords.Shared.LabelDone.Contains(label))
            return Stance.Done;
        // 完成任务的项目有：… tells a result.
        return ClaimWords.Shared.LabelPlanned.Contains(label) && !label.Contains("完成", StringComparison.Ordinal) ? Stance.Planned : null;
    }

    // 列入为民办实事的项目有：新建……: what is listed behind the colon is promised.
    private static bool LeadsList(ReadOnlySpan<char> words)
    {
        var lead = words[..Math.Min(words.Length, LongestLead)];
        // “十四五”期间的主要发展目标是，……。……
        if (lead.Contains("主要发展目标是", StringComparison.Ordinal) || lead.Contains("主要预期目标是", StringComparison.Ordinal))
            return true;
        var end = lead.IndexOfAny(':', '：');
        if (end < 6)
            return false;
        var head = words[..end];
        // 今年的主要任务是：……。……: all of the paragraph is what is to be done.
        if (head.EndsWith("主要任务是", StringComparison.Ordinal) || head.EndsWith("目标任务是", StringComparison.Ordinal) || head.EndsWith("主要目标是", StringComparison.Ordinal) || head.EndsWith("任务目标是", StringComparison.Ordinal) || head.EndsWith("预期目标是", StringComparison.Ordinal))
            return true;
        if (head.EndsWith("有", StringComparison.Ordinal) || head.EndsWith("为", StringComparison.Ordinal) || head.EndsWith("是", StringComparison.Ordinal))
            head = head[..^1];
        return ClaimWords.Shared.ListNouns.AtEnd(head) > 0 && ClaimWords.Shared.ListArranged.Contains(head) && !ClaimWords.Shared.LabelDone.Contains(head);
    }

    /// <summary>一是…, 二是…: a member of what the paragraph before announced.</summary>
    public static bool IsMember(ReadOnlySpan<char> words)
    {
        var start = words.TrimStart(" 　");
        return start.Length > 2 && start[0] is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' && start[1] == '是';
    }

    /// <summary>What the last sentences of a paragraph promise for the members that follow.</summary>
    public static Stance? Introduces(ReadOnlySpan<char> words, Stance standing)
    {
        var tail = words[^Math.Min(words.Length, 120)..];
        return standing == Stance.Planned || LastPlanCue(tail, ClaimWords.Shared) >= 0 ? Stance.Planned : null;
    }

    // 两年来，…: the first words say that it looks back.
    private static bool OpensBack(ReadOnlySpan<char> words)
    {
        var opening = words[..Math.Min(words.Length, LongestOpening)];
        return opening.IndexOfAny('，', ',') is > 2 and var end && opening[..end] is [.., '年' or '以', '来'];
    }

    // A paragraph of history inside a plan: 30年来…, and no word of promise in it.
    private static bool LooksBack(ReadOnlySpan<char> words) =>
        (words.Contains("年来", StringComparison.Ordinal) || words.Contains("以来", StringComparison.Ordinal)) && LastPlanCue(words, ClaimWords.Shared) < 0;

    // In an interview the works of the running year are told in the present tense.
    private static bool LooksAhead(ReadOnlySpan<char> words)
    {
        if (ClaimWords.Shared.Done.Contains(words) || words.Contains("了", StringComparison.Ordinal))
            return false;
        return ClaimWords.Shared.LooksAhead.Contains(words);
    }

    /// <param name="before">The sentence up to the number.</param>
    public static Stance Read(ReadOnlySpan<char> before, Stance standing, Outline outline)
    {
        var words = ClaimWords.Shared;
        if (standing == Stance.Planned)
            return DoneCue(before, words) || PicksOut(before) ? Stance.Done : Stance.Planned;
        var at = LastPlanCue(before, words);
        if (at < 0 || IsPastYear(before[at..], outline) || IsSpent(before[at..]) || EndsAtSemicolon(before[at..]) || EndsWithItem(before, at))
            return Stance.Done;
        // 计划开办15所，已开办19所: the nearer word wins.
        return FirstDone(before[at..], words) is var done && done > 0 && !before[(at + done)..].StartsWith("以来", StringComparison.Ordinal) ? Stance.Done : Stance.Planned;
    }

    /// <summary>20个中小学项目年内竣工: the words behind the number say that it is still to come.</summary>
    public static bool TellsPlan(ReadOnlySpan<char> right)
    {
        var at = ClaimWords.Shared.Ahead.Find(right, out var length, out _);
        return at >= 0 && right.Length > at + length && (at == 0 || right[at - 1] is not '按' and not '超' and not '照' and not '资' and not '度' and not '作') && ClaimWords.Shared.Done.Find(right, out _, out _) < 0
            && ClaimWords.Shared.Verb.AtStart(Phrases.TrimAdverbs(Phrases.TrimLead(right[(at + length)..]))) > 0;
    }

    // 对慢于时序的4项实行督办: how many there are is no part of what will be done with them.
    public static bool PicksOut(ReadOnlySpan<char> before)
    {
        var words = ClaimWords.Shared;
        var state = before.TrimEnd(' ');
        if (state.Length < 3 || state[^1] != '的')
            return false;
        state = state[..^1];
        return words.Behind.AtEnd(state) > 0 && state[..^words.Behind.AtEnd(state)].TrimEnd("时序进度年 ") is var lead && (lead.Length == 0 || lead[^1] is '对' or '，' or ',' or '盯' or '、' or '把' or '中' or '前' or '；' or ';' or '：' or ':');
    }

    // 年底前需完成的320个问题中，215个已整改: the plan told which ones the number counts, and is over behind it.
    private static bool IsSpent(ReadOnlySpan<char> cue)
    {
        // 需要消除危房2164户，已下达补助1700户: what is required ends with its clause.
        if (cue[0] == '需')
            return cue.IndexOfAny('，', ',') >= 0;
        if (!(cue.StartsWith("年底前", StringComparison.Ordinal) || cue.StartsWith("年内", StringComparison.Ordinal)))
            return false;
        var of = cue.IndexOf('的');
        return of > 0 && of + 1 < cue.Length && char.IsAsciiDigit(cue[of + 1]) && cue[..of].IndexOfAny('，', ',') < 0 && cue[..of].IndexOfAnyInRange('0', '9') < 0 && cue[of..].IndexOfAny('，', ',') > 0;
    }

    // 泵站年内将通水；管网改造完成投资3亿元: a promise without a number ends with its own part of the sentence.
    private static bool EndsAtSemicolon(ReadOnlySpan<char> cue) =>
        cue.IndexOfAny('；', ';') is > 0 and var end && cue[..end].IndexOfAny('：', ':') < 0 && cue[..end].IndexOfAnyInRange('0', '9') < 0;

    // 筛查率99.6%，目标为95%以上；新建公厕12座: a goal set beside its result ends with it.
    private static bool EndsWithItem(ReadOnlySpan<char> before, int at)
    {
        var cue = before[at..];
        if (!cue.StartsWith("目标", StringComparison.Ordinal) || cue.IndexOfAny('；', ';') < 0)
            return false;
        var item = before[..at];
        item = item[(item.LastIndexOfAny('；', ';') + 1)..];
        return item.TrimEnd(' ') is [.., '，' or ','] && item.IndexOfAnyInRange('0', '9') >= 0;
    }

    // 到2025年 of a text that is younger looks back.
    private static bool IsPastYear(ReadOnlySpan<char> cue, Outline outline) =>
        cue.StartsWith("到年底", StringComparison.Ordinal) ? outline.Date is { } day && outline.Year is { } told && day.Year > told :
        cue.Length > 5 && cue[0] == '到' && cue[1] == '2' && (outline.Date?.Year ?? outline.Year) is { } now
        && int.TryParse(cue.Slice(1, 4), System.Globalization.NumberStyles.None, provider: null, out var year) && year < now;

    private static bool DoneCue(ReadOnlySpan<char> before, ClaimWords words)
    {
        // 硬化入户路310公里（今年为245公里）: a bracket that sets what is against what will be.
        if (words.Asides.FindLast(before, out _, out _) is >= 0 and var aside && before[aside..].IndexOfAny(')', '）') < 0)
            return true;
        var clause = before[(before.LastIndexOfAny("，；,;") + 1)..];
        var found = LastDone(clause, words, out var told);
        // 力争“十四五”以来累计降低12%: what adds up to the end of a promise is promised.
        if (found >= 0)
            return LastPlanCue(clause[found..], words) < 0 && !(clause.Slice(found, told) is "累计" or "以来" && LastPlanCue(before[..(before.Length - clause.Length + found)], words) >= 0);
        found = LastDone(before, words, out var length);
        return found >= 0 && before.Slice(found, length) is "截至" or "截止" or "目前" or "去年" or "上年" or "刚刚过去" or "过去一年" or "过去的一年" && LastPlanCue(before[found..], words) < 0;
    }

    // 实际利用外资 is a name and tells no result.
    private static int FirstDone(ReadOnlySpan<char> text, ClaimWords words)
    {
        var from = 0;
        while (words.Done.Find(text[from..], out var length, out _) is var found and >= 0)
        {
            if (words.Whole.AtStart(text[(from + found)..]) <= length && !IsTotal(text, from + found, length))
                return from + found;
            from += found + length;
        }

        return -1;
    }

    // 计划累计完成7公里, 到2030年，累计建成3座: the total is still to come.
    private static bool IsTotal(ReadOnlySpan<char> text, int at, int length) =>
        text.Slice(at, length) is "累计" && (text[0] == '到' || text[..at].IndexOfAny('，', ',') < 0);

    // 比上年增加3000亿元 of a plan compares with the year before and tells nothing of it.
    private static bool IsCompared(ReadOnlySpan<char> text, int at, int length) =>
        at > 0 && text[at - 1] is '比' or '较' or '于' or '超' && text.Slice(at, length) is "上年" or "去年" or "去年同期";

    // 对去年搬迁的115户补发…: which ones they are, and not when it is done.
    private static bool SaysWhich(ReadOnlySpan<char> behind) =>
        behind.IndexOf('的') is > 1 and < 10 and var of && behind[..of].IndexOfAny(Lexicons.Marks.ClauseEnds) < 0 && behind[..of].IndexOfAnyInRange('0', '9') < 0 && (of + 1 == behind.Length || char.IsAsciiDigit(behind[of + 1]));

    private static int LastDone(ReadOnlySpan<char> text, ClaimWords words, out int length)
    {
        var end = text.Length;
        while (words.Done.FindLast(text[..end], out length, out _) is var found and >= 0)
        {
            if (words.Whole.AtStart(text[found..]) <= length && !IsCompared(text, found, length) && !(text.Slice(found, length) is "去年" or "上年" && SaysWhich(text[(found + length)..]))
                // 完成剩余矿山复绿226亩: what is left is what is to be done.
                && !(text.Slice(found, length) is "剩余" or "余下" && words.Verb.AtEnd(text[..found]) > 1))
                return found;
            end = found;
        }

        return -1;
    }

    private static int LastPlanCue(ReadOnlySpan<char> text, ClaimWords words)
    {
        var end = text.Length;
        while (end > 0)
        {
            var at = words.Planned.FindLast(text[..end], out var length, out _);
            if (at < 0)
                return -1;
            if (IsPromise(text, at, length))
                return at;
            end = at + length - 1;
        }

        return -1;
    }

    private static bool Promises(ReadOnlySpan<char> rest)
    {
        var acts = Phrases.TrimLead(rest);
        var verb = ClaimWords.Shared.Verb.AtStart(acts);
        // 将排查出的289家企业进行分类: the word only moves its object forward.
        if (verb > 1 && acts[verb..].TrimStart("出到了") is ['的', ..])
            return false;
        return acts.Length < rest.Length - 1 || (verb > 1 && !Phrases.IsNominal(acts[verb..]));
    }

    // 占年计划的, 按计划, “1133”计划, 上半年计划任务, 目标任务 and 实现年度目标 promise nothing.
    private static bool IsPromise(ReadOnlySpan<char> text, int at, int length)
    {
        var word = text.Slice(at, length);
        var before = at > 0 ? text[at - 1] : '，';
        // 超预算安排4亿元: more than was planned, and so no plan.
        if (before == '超' || (word is "预算安排" && text[Math.Max(0, at - 3)..at].IndexOf('超') >= 0))
            return false;
        // 年度计划投资2.9亿元，集中在2个乡镇: a plan in a noun is the plan of its own number.
        if (text[at..].StartsWith("计划投资", StringComparison.Ordinal) && text[at..].IndexOfAnyInRange('0', '9') >= 0)
            return false;
        // 年初确定治理排口120个 sets a task; 年初确定的120个 were set and may be done.
        if (word.StartsWith("年初", StringComparison.Ordinal))
            return ClaimWords.Shared.Verb.AtStart(text[(at + length)..]) > 1 && text[at..].IndexOfAny(SetEnds) < 0;
        var after = at + length < text.Length ? text[at + length] : '\0';
        if (word.StartsWith("计划", StringComparison.Ordinal))
        {
            // 基本落实或计划落实的有24件: a state that was picked out.
            if (before == '或')
                return false;
            // 7个计划开工项目完成投资1.4亿元: a plan in the name of what was counted.
            if (before is '个' or '项' or '处' && ClaimWords.Shared.Verb.AtStart(text[(at + 2)..]) is var due and > 0 && Phrases.IsNominal(text[(at + 2 + due)..]))
                return false;
            // 计划完成率57%: how much of a plan was done.
            if (text[at..].StartsWith("计划完成率", StringComparison.Ordinal))
                return false;
            // 全年计划新增3万人 promises, 占年计划 and 完成全年计划 do not.
            if ((ClaimWords.Shared.Verb.AtStart(text[(at + 2)..]) > 0 || ClaimWords.Shared.Verb.AtStart(text[(at + 2)..].TrimStart('新')) > 0) && text[Math.Max(0, at - 6)..at].IndexOf('占') < 0 && text[Math.Max(0, at - 6)..at].IndexOf("完成", StringComparison.Ordinal) < 0 && before is not '”' and not '按')
                return true;
            // “口袋公园”计划建设20个: nothing but the number stands behind the verb.
            if (before is '”' && length == 2 && ClaimWords.Shared.Verb.AtStart(text[(at + 2)..]) is var verb and > 0 && at + 2 + verb == text.Length)
                return true;
            // “管网改造”计划累计完成7公里: what was planned is told in a clause of its own.
            if (before is '”' && length == 2 && Lexicons.Marks.IsIdeograph(after) && ClaimWords.Shared.Verb.AtStart(text[(at + 2)..]) == 0 && ClaimWords.Shared.Verb.AtStart(Phrases.TrimLead(text[(at + 2)..])) > 0)
                return true;
            if (before is '”' or '标' or '按' or '占' or '本' or '该' or '此' or '度' or '项' or '动' or '作' or '展' or '升' or '人' or '的' or '入' or '照' or '全' or '成' or '训')
                return false;
            if (before == '年' && (at < 2 || text[at - 2] is not ('今' or '明')) && (length == 2 || at < 2 || text[at - 2] is '占' or '全' or '半'))
                return false;
            // 计划2025年底新增10家: by when stands between.
            if (length == 2 && char.IsAsciiDigit(after) && Phrases.TrimLead(text[(at + 2)..]) is var due2 && ClaimWords.Shared.Verb.AtStart(due2) > 0)
                return true;
            if (length == 2 && after == '\0')
                return before is '，' or ',' or '内' or '原' or '共' or '还';
            return length > 2 || after is '，' or ' ' or '约' or '不' or '总' or '改' or '利' or '到' or '惠' or '办' || ClaimWords.Shared.Verb.AtStart(text[(at + 2)..]) > 0;
        }

        // 将聚焦民生, 将建成3所: what will be done, where 将18个村改造为… only moves its object forward.
        // 将建议交由34个部门承办: moves its object forward.
        if (word[0] == '将' && text[at..Math.Min(text.Length, at + 14)].Contains("交由", StringComparison.Ordinal))
            return false;
        if (word is "将")
            return after is not '“' and not '全' and not '各' and not '我' and not '本' and not '该' and not '其' and not '原' and not '这' and not '军' && Promises(text[(at + 1)..]);
        if (word is "目标")
            return before is '，' or ',' or '。' or '；' or ';' && ClaimWords.Shared.Verb.AtStart(text[(at + 2)..]) > 0
                || before is not '度' and not '年' and not '定' and not '务' and not '成' and not '占' && after is '控' or '为' or '是' or '：' or ':' or '值' or '达';
        // 规划建设12处口袋公园，推进28所公厕建设: what is planned ends with its clause.
        if (word is "规划建设")
            return text[at..].IndexOfAny(',', '，') < 0 && before is not ('乡' or '市' or '村' or '镇' or '区' or '地');
        // 再解危67户 promises, 再获表彰 and 再次 tell what was.
        if (word is "再")
            return after is not ('获' or '入' or '创' or '评' or '上' or '列') && ClaimWords.Shared.Whole.AtStart(text[at..]) == 0 && (ClaimWords.Shared.Verb.AtStart(text[(at + 1)..]) > 1 || (at + 2 == text.Length && after is '建' or '装' or '修' or '拆' or '种' or '办')) && before is not ('后' or '一' or '又');
        if (word is "预期")
            return after is not ('指' or '寿');
        if (word is "确保")
            return after is not '了';
        return word is not "年内" || after is not '已';
    }
}
