using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Claims;

/// <summary>What a paragraph is about, when it says so first: 老旧小区改造方面，… or 抽查和资金：… .</summary>
internal static class Topics
{
    private const int Longest = 30;

    private static readonly System.Buffers.SearchValues<char> HanDigits = System.Buffers.SearchValues.Create("一二三四五六七八九十");

    private const int LongestMatter = 14;

    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create("。，,：:；");

    /// <summary>农村电网改造。…, “惠民演出”项目，…: what the block says it is about before it tells anything; empty when it does not.</summary>
    public static string Matter(string text, Block place)
    {
        if (place.Kind is BlockKind.Promise or BlockKind.Title or BlockKind.Heading)
            return "";
        if (Bulleted(text, place) is { Length: > 1 } label)
            return label;
        var body = text.AsSpan(place.BodyStart, Math.Min(place.Span.End - place.BodyStart, LongestMatter + 6)).TrimStart(" 　");
        var marked = body.TrimStart(Labels.Bullets);
        var isItem = place.Number is not null || marked.Length < body.Length;
        body = marked;
        if (body.Length > 4 && body[0] == '“' && body.IndexOf('”') is > 4 and var close && close + 3 < body.Length && (body[(close + 1)..].StartsWith("项目", StringComparison.Ordinal) || body[(close + 1)..].StartsWith("工程", StringComparison.Ordinal)))
            return OfSentence(body[1..close]);
        var stop = body.IndexOfAny(Stops);
        // ▲欠薪。涉及务工人员76人
        if (isItem && stop == 2 && body[stop] == '。' && ClaimWords.Shared.Matters.AtStart(body) == 2)
            return body[..2].ToString();
        return isItem && stop > 2 && body[stop] == '。' && stop <= LongestMatter && !body[..stop].EndsWith("问题", StringComparison.Ordinal) && !body[..stop].EndsWith("情况", StringComparison.Ordinal) && body[..stop].IndexOfAnyInRange('0', '9') < 0 ? OfSentence(body[..stop]) : "";
    }

    // 推进天然气扩面: what it does with its matter says nothing.
    private static string OfSentence(ReadOnlySpan<char> sentence)
    {
        var words = Phrases.TrimLead(sentence);
        if (words.Length > 4 && words[1] == '是' && HanDigits.Contains(words[0]))
            words = words[2..];
        // 施工噪声 is a name, though it begins like a verb.
        return LeftWords.Read(words) is { Noun.Length: > 1 } phrase && Sentences.PhraseCompletion.IsLight(phrase.Verb) ? phrase.Noun : Phrases.Tidy(words);
    }

    // ▲欠薪　涉及务工人员76人, 【欠薪】涉及…: the label in front, which the body leaves out; in brackets it often says no more than 总量 or 热点.
    private static string Bulleted(string text, Block place)
    {
        if (place.Number is not null || place.BodyStart - place.Span.Start < 4)
            return "";
        var label = text.AsSpan(place.Span.Start + 1, place.BodyStart - place.Span.Start - 1).TrimEnd(" 　:：】]");
        return Labels.Bullets.Contains(text[place.Span.Start], StringComparison.Ordinal) || ClaimWords.Shared.Matters.AtStart(label) == label.Length ? Phrases.Tidy(label) : "";
    }

    public static string Find(string text, Block place)
    {
        if (place.Kind is BlockKind.Promise or BlockKind.Title or BlockKind.Heading)
            return "";
        var body = text.AsSpan(place.BodyStart, Math.Min(place.Span.End - place.BodyStart, Longest + 4));
        // ▲夜间施工　诉求198件: what the requests are about; ◆安居宜居　改造老旧小区73个 says it by itself.
        if (Bulleted(text, place) is { Length: > 1 } label)
            return ClaimWords.Shared.CaseNouns.AtStart(body) > 0 || ClaimWords.Shared.Matters.AtStart(label) == label.Length ? label : "";
        // 公共服务方面本月共办理…: the mark may be missing.
        var aspect = body[..Math.Min(body.Length, 16)].IndexOf("方面", StringComparison.Ordinal);
        if (aspect > 1 && aspect + 2 < body.Length && ClaimWords.Shared.Lead.AtStart(body[(aspect + 2)..].TrimStart(' ')) > 1 && ClaimWords.Shared.ListNouns.AtEnd(body[..aspect]) == 0 && ClaimWords.Shared.BareLabels.AtEnd(body[..aspect]) == 0)
            return Phrases.Tidy(Phrases.TrimLead(body[..aspect].TrimStart("在 ")));
        var mark = body.IndexOfAny("，,：:。");
        if (mark <= 1)
            return "";
        var head = body[..mark];
        // 大市区供水工程。该项目年度计划投入……: the item is named in a sentence of its own.
        if (body[mark] == '。' && head.Length <= 24 && (head.EndsWith("工程", StringComparison.Ordinal) || head.EndsWith("项目", StringComparison.Ordinal)) && head.IndexOfAnyInRange('0', '9') < 0 && Phrases.TrimLead(head).Length == head.Length)
            return Phrases.Tidy(head);
        // 3.物业管理类。受理860件，环比下降3.8%: a kind of requests heads its paragraph.
        if (body[mark] == '。' && head.Length is > 2 and <= 12 && head[^1] == '类' && head.IndexOfAnyInRange('0', '9') < 0)
            return Phrases.Tidy(head);
        // 八是旧房拆迁。三季度完成…: a member that names its matter in a sentence of its own.
        if (body[mark] == '。' && head.Length is > 4 and <= 18 && head[1] == '是' && HanDigits.Contains(head[0]) && head.IndexOf('、') < 0 && ClaimWords.Shared.Verb.AtEnd(head) > 1 && ClaimWords.Shared.Verb.AtStart(Phrases.TrimLead(head[2..])) == 0)
            return Phrases.Tidy(head[2..]);
        // 从按期结案率来看，…均为100%: in which respect they are compared.
        if (head.Length > 4 && head[0] is '从' or '按' && head[^1] == '看' && head[1..^1].TrimEnd('来') is { Length: > 2 } respect && respect[^1] is '率' or '值' or '度' or '分')
            return Phrases.Tidy(respect);
        if (head.EndsWith("方面", StringComparison.Ordinal) && ClaimWords.Shared.ListNouns.AtEnd(head[..^2]) == 0 && ClaimWords.Shared.BareLabels.AtEnd(head[..^2]) == 0)
            return Phrases.Tidy(Phrases.TrimLead(head[..^2].TrimStart("在 ")));
        return body[mark] is '：' or ':' && head.IndexOfAnyInRange('0', '9') < 0 && head.Length <= 16 && !head.Contains('问') && !head.Contains('答') && ClaimWords.Shared.BareLabels.AtEnd(head) != head.Length ? Phrases.Tidy(head) : "";
    }
}
