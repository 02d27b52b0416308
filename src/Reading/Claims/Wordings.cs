namespace Luoshi.Reading.Claims;

/// <summary>Ways of saying what a number counts that are understood as a whole, before verb and noun are parted.</summary>
internal static class Wordings
{
    private const int ShortForm = 5;

    private static readonly System.Buffers.SearchValues<char> PlaceKinds = System.Buffers.SearchValues.Create("县市区州旗乡镇街道、，,");

    /// <summary>前五名的单位分别是|市公安局, 主要集中在|农林水利: what is named stands behind.</summary>
    public static ReadOnlySpan<char> BehindIntroduction(ReadOnlySpan<char> text)
    {
        // Each of them has one of these, and most texts have none.
        if (text.IndexOfAny('是', '为', '在') < 0)
            return text;
        if (text.LastIndexOf("分别", StringComparison.Ordinal) is var each and >= 0 && each + 4 < text.Length && text[each + 2] is '是' or '为')
            return text[(each + 3)..];
        if (text.LastIndexOf("集中在", StringComparison.Ordinal) is var crowd and > 0 && crowd + 4 < text.Length)
            return text[(crowd + 3)..];
        // 敬老院建设任务是|新增床位
        if (text.LastIndexOf("任务是", StringComparison.Ordinal) is var task and >= 0 && text.Length - task > 5)
            return text[(task + 3)..];
        // 排名前列的部门是市公安局58宗
        return text.LastIndexOf('是') is var named && named > 2 && named + 2 < text.Length && ClaimWords.Shared.Limited.AtEnd(text[..named]) > 0 ? text[(named + 1)..] : text;
    }

    /// <summary>市级（不包括开发区，下同）一般公共预算收入: a name without the remark inside it; empty when it has none. 生产总值（GDP） keeps its short form.</summary>
    public static string WithoutRemark(ReadOnlySpan<char> text)
    {
        var open = text.IndexOfAny('(', '（');
        if (open < 2)
            return "";
        var length = text[open..].IndexOfAny(')', '）');
        if (length <= ShortForm || open + length + 2 >= text.Length)
            return "";
        var remark = text[(open + 1)..(open + length)];
        // 县（市、区）: the other names of such a place are no remark.
        if (text[open - 1] is '县' or '市' or '区' or '州' or '乡' or '镇' && remark.IndexOfAnyExcept(PlaceKinds) < 0)
            return "";
        // 夜间（20时至次日8时）来电
        if (remark.IndexOfAnyInRange('0', '9') >= 0 && remark.IndexOfAny("时:：") > 0)
            return string.Concat(text[..open], text[(open + length + 1)..]);
        return remark[0] is '不' or '包' or '含' or '除' or '未' or '主' || remark.IndexOfAny("、，,") > 0 ? string.Concat(text[..open], text[(open + length + 1)..]) : "";
    }

    /// <summary>The phrase of a wording known as a whole; empty for any other.</summary>
    public static Phrase Whole(ReadOnlySpan<char> text, Sign signs)
    {
        var words = ClaimWords.Shared;
        // 比上年|多8200万元; 拆除12处，剩3处
        if (text is "多" or "少")
            return new Phrase("", text is "多" ? "增加" : "减少");
        if (text is "剩" or "还剩" or "仅剩" or "只剩" or "尚余" or "还余")
            return new Phrase("", "剩余");
        // 县财政拿出|4.6亿元: whose money, and nothing of what it did.
        if (signs.Has(Sign.Purse) && text.LastIndexOf("财政", StringComparison.Ordinal) is var purse and >= 0 && purse < 6 && text[(purse + 2)..].TrimStart("再共已") is { Length: > 1 } paid && (paid is "拿出" || words.MoneyVerbs.AtStart(paid) == paid.Length))
            return new Phrase(string.Concat(text[..(purse + 2)], "资金"), paid is "拿出" ? "" : Phrases.Tidy(paid));
        // 较去年同期增长11.2亿元: how it moved, of what was told before.
        var change = words.Change.AtEnd(text, out _);
        if (change == text.Length || (signs.Has(Sign.Partly | Sign.Among) && State(text)))
            return new Phrase("", Phrases.Tidy(text, signs));
        // 处于办结时限内正在办理: what is being done stands at the end.
        if (signs.Has(Sign.Now) && text.LastIndexOf("正在", StringComparison.Ordinal) is var now and > 0 && now + 2 < text.Length && words.Verb.AtStart(text[(now + 2)..]) == text.Length - now - 2)
            return new Phrase("", Phrases.Tidy(text[(now + 2)..]));
        // 男性减少240人: whatever moved is a name by itself.
        if (words.Differences.AtEnd(text) is var difference && difference > 0 && difference < text.Length && LeftWords.Read(text[..^difference]) is { Noun.Length: > 1 } moved && text[..^difference].IndexOfAny('较', '比') < 0)
            return new Phrase(moved.Indicator, Phrases.Tidy(text[^difference..]));
        if (change > 0 && Moved(text[..^change]) is { Length: > 1 } thing)
            return new Phrase(thing, Phrases.Tidy(text[^change..]));
        // 规模以上服务业实现营业收入: what was achieved names itself with whose it is.
        if (text[^1] is '入' or '值' or '额' or '润' or '税' && text.LastIndexOf("实现", StringComparison.Ordinal) is var achieved and > 1 && text.Length - achieved is > 3 and < 10)
            return new Phrase(Phrases.Tidy(string.Concat(text[..achieved], text[(achieved + 2)..])), "");
        return Phrase.Empty;
    }

    // 部分整改, 逾期回复, 逾期未办理, 正在办理中: how far the handling is, not a name.
    private static bool State(ReadOnlySpan<char> text)
    {
        var words = ClaimWords.Shared;
        var at = 0;
        while (at < text.Length && words.Partly.AtStart(text[at..]) is var partly and > 0)
            at += partly;
        var verb = words.Verb.AtStart(text[at..]);
        return verb > 0 && (text.Length - at == verb ? at > 0 : text.Length - at == verb + 1 && text[^1] == '中');
    }

    // 受理总量较上月|减少: the comparison parts a name from how it moved.
    private static string Moved(ReadOnlySpan<char> text)
    {
        if (text.EndsWith("同比", StringComparison.Ordinal) || text.EndsWith("环比", StringComparison.Ordinal))
            return LeftWords.Read(text[..^2]).Indicator;
        var than = text.LastIndexOfAny('较', '比');
        return than > 1 && LeftWords.IsComparison(text[than..]) ? LeftWords.Read(text[..than].TrimEnd('相')).Indicator : "";
    }
}
