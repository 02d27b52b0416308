namespace Luoshi.Reading.Claims;

/// <summary>
/// 热线中心共接到诉求, 重点项目累计完成投资: a subject, an adverb or a date, and what was done. The adverb parts them.
/// Who did it is no part of what is counted; what it was done to is.
/// </summary>
internal static class Subjects
{
    private const int LongestPlace = 6;
    private const int LongestBody = 16;

    private static readonly System.Buffers.SearchValues<char> PlaceEnds = System.Buffers.SearchValues.Create("省市县区州旗");

    /// <param name="subject">What stands in front of the adverb.</param>
    /// <param name="act">The verb behind it and its object.</param>
    public static bool Split(ReadOnlySpan<char> text, out ReadOnlySpan<char> subject, out ReadOnlySpan<char> act)
    {
        var words = ClaimWords.Shared;
        for (var at = 2; at < text.Length - 1; at++)
        {
            // 市场监管部门2023年查办案件: so does a date.
            var length = Math.Max(words.InnerAdverbs.AtStart(text[at..]), Phrases.LeadingDate(text[at..]));
            // 产量比2021年增加: a year compared with parts nothing.
            if (length == 0 || text[at - 1] is '公' or '正' or '比' or '较' || char.IsAsciiDigit(text[at - 1]) || words.Whole.AtStart(text[at..]) > length)
                continue;
            subject = text[..at].TrimEnd("截至止");
            act = text[(at + length)..];
            if (IsAct(act) || IsAct(act = Phrases.TrimLead(act)))
                return true;
        }

        subject = act = default;
        return false;
    }

    public static Phrase Join(ReadOnlySpan<char> subject, ReadOnlySpan<char> act)
    {
        var end = LeftWords.LeadingVerbs(act, out _);
        var thing = act[Math.Min(end, act.Length)..];
        var generic = thing.IsEmpty || ClaimWords.Shared.Generic.AtStart(thing) == thing.Length;
        var done = LeftWords.Read(act);
        // 监督抽检148批次, 东山检查组: what was done to something of its own needs no subject, and one who acts is none.
        if (!generic || end == 0)
            return end > 0 && ClaimWords.Shared.Handled.AtEnd(act[..end]) > 0 && ClaimWords.Shared.Channels.AtEnd(subject) > 0 ? done with { By = Phrases.Tidy(subject) } : done;
        // 老年大学实际开工7所: a house that is built does nothing.
        if (thing.IsEmpty && act[..end] is "开工" or "完工" or "竣工" or "建成" or "复工" or "投用" && subject[^1] is '校' or '院' or '所' or '站')
            return new Phrase(Phrases.Tidy(subject), done.Verb);
        if (IsAgent(subject))
            return thing.IsEmpty && (ClaimWords.Shared.Handled.AtEnd(act[..end]) > 0 || (act[..end] is "完成" && IsSmallPlace(subject))) ? done with { By = Phrases.Tidy(subject) } : done;
        var whole = LeftWords.Read(subject);
        if (whole.Noun.Length == 0)
            return done with { Verb = whole.Verb + done.Verb };
        return done with { Noun = whole.Noun + done.Noun };
    }

    // A body, or a place named by two characters: 东山共组织检查组.
    /// <summary>柳溪县年初计划发放救助金: who means to do it is no part of what is done.</summary>
    public static ReadOnlySpan<char> BehindPlace(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestPlace)].IndexOfAny(PlaceEnds);
        if (end < 1 || end + 3 >= text.Length || ClaimWords.Shared.NoAgents.AtEnd(text[..(end + 1)]) > 0)
            return text;
        var act = Phrases.TrimLead(text[(end + 1)..]);
        return act.Length < text.Length - end - 1 && ClaimWords.Shared.Verb.AtStart(act) is var verb and > 1 && !Phrases.IsNominal(act[verb..]) ? act : text;
    }

    /// <summary>区市场监管局抽检|食品, 县水利局更换|滤料: the body that did it is no part of what was done to something.</summary>
    public static ReadOnlySpan<char> BehindBody(ReadOnlySpan<char> text)
    {
        var words = ClaimWords.Shared;
        for (var at = 2; at < Math.Min(text.Length - 3, LongestBody); at++)
        {
            // 平台接收诉求: the one the text is about; a platform with a name of its own tells the channel.
            if (words.Bodies.AtEnd(text[..at]) == 0 && !(at == 2 && text[..2] is "平台" or "热线" && text[2] is '接' or '受' or '收' or '转' or '交'))
                continue;
            var act = Phrases.TrimLead(text[at..]);
            var verb = LeftWords.LeadingVerbs(act, out _);
            if (verb < 2 || verb >= act.Length - 1)
                continue;
            // 供电公司 begins like a verb, 建成公司 is what was built.
            var body = words.Bodies.AtEnd(text[..at]);
            var named = body < at && words.Verb.AtStart(text) is var begins && begins > 0 && begins + body != at;
            return named || words.Generic.AtStart(act[verb..]) == act.Length - verb ? text : act;
        }

        return text;
    }

    // 其中大龙镇累计完成2070亩
    private static bool IsSmallPlace(ReadOnlySpan<char> subject) =>
        subject.Length is > 2 and <= 8 && (subject[^1] is '县' or '区' or '镇' or '乡' or '村' || subject.EndsWith("街道", StringComparison.Ordinal) || subject.EndsWith("本级", StringComparison.Ordinal));

    private static bool IsAgent(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd('”');
        // 热线第二季度共受理
        text = text[..^ClaimWords.Shared.Quarters.AtEnd(text)];
        // 纳入计划的老旧小区: what something was done to ends like a place.
        if (ClaimWords.Shared.NoAgents.AtEnd(text) > 0)
            return false;
        return ClaimWords.Shared.Agents.AtEnd(text) > 0 || (text.Length == 2 && ClaimWords.Shared.Limited.AtEnd(text) == 0 && !Phrases.IsNominal(text) && ClaimWords.Shared.Verb.AtStart(text) == 0);
    }

    // 接到, 收到 stand among the words that lead in a name.
    private static bool IsAct(ReadOnlySpan<char> text) => ClaimWords.Shared.Verb.AtStart(text) >= 2 || text.StartsWith("接到", StringComparison.Ordinal) || text.StartsWith("收到", StringComparison.Ordinal);
}
