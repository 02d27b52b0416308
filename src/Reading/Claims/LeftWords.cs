using System.Buffers;
using Luoshi.Reading.Lexicons;
using static Luoshi.Reading.Claims.Phrases;

namespace Luoshi.Reading.Claims;

/// <summary>The words in front of a number, cut down to noun and verb.</summary>
internal static class LeftWords
{
    private const int FarthestComparison = 14;
    private const int FarthestVerb = 18;

    private static readonly SearchValues<char> TimeEnds = SearchValues.Create("年期月末初度底周旬");

    /// <summary>The words in front of a number: 完成犬只免疫 → noun 犬只免疫, verb 完成.</summary>
    public static Phrase Read(ReadOnlySpan<char> left) => Read(left, Signs.Of(left));

    /// <param name="signs">Of these words, or of more around them.</param>
    public static Phrase Read(ReadOnlySpan<char> left, Sign signs)
    {
        var text = TrimLink(TrimLead(BehindSource(LeadMarks.Start(left))), signs);
        var trimmed = text.Length;
        if (text.Length > LongestPlain && signs.Has(Sign.Bracket) && Wordings.WithoutRemark(text) is { Length: > 0 } plain)
            text = plain;
        if (signs.Has(Sign.Clause))
            text = BehindLastClause(text);
        text = BehindSite(BehindCause(text));
        // 通过企业投资、受益人筹资等方式筹集资金: how it was done names nothing.
        if (text.Length > LongestPlain && signs.Has(Sign.Such) && text.IndexOf("等方式", StringComparison.Ordinal) is > 1 and var way && way + 4 < text.Length)
            text = text[(way + 3)..];
        text = TrimLead(signs.Has(Sign.Compare) ? BehindComparison(text) : text);
        if (text.Length != trimmed)
            text = TrimLink(text, signs);
        // 14个项目中|3个已完工
        if (text.Length > 2 && text[^1] == '中' && ClaimWords.Shared.Limited.AtEnd(text[..^1]) > 0)
            text = text[..^1];
        if (text.IsEmpty)
            return Phrase.Empty;
        if (signs.Has(Sign.Inner) && Subjects.Split(text, out var subject, out var act))
            return Subjects.Join(subject, act);
        if (signs.Has(Sign.Introduce))
            text = Wordings.BehindIntroduction(text);
        if (signs.Has(Sign.Place))
            text = Subjects.BehindPlace(text);
        if (signs.Has(Sign.Body))
            text = Subjects.BehindBody(text);
        if (Wordings.Whole(text, signs) is { IsEmpty: false } said)
            return said;
        var words = ClaimWords.Shared;
        // 惠民演出办了83场: behind its thing an everyday verb of one character, and nothing but 了.
        if (text.Length is > 2 and < 12 && text[^1] is '办' or '装' or '建' or '修' or '换' or '种' or '拆' or '铺' or '栽' or '送' && left.TrimEnd(' ').EndsWith("了", StringComparison.Ordinal) && words.Verb.AtEnd(text) < 2)
            return new Phrase(Name(text[..^1]), "");
        var verbEnd = LeadingVerbs(text, out var verb);
        // 装|智能水表, 招|教师: everyday words of one character, before a thing of at least two.
        if (verbEnd == 0 && text.Length is > 2 and < 12 && words.ShortVerbs.AtStart(text, out var meant) > 0 && words.ShortNouns.AtStart(text) == 0)
            return new Phrase(Name(text[1..], signs), meant!);
        var noun = text[verbEnd..];
        // 办好今年10件, 完成全县3处: the scope behind the verb is no name either.
        if (noun.Length > 0 && verbEnd > 0 && (noun[0] is '今' or '全' or '我' || char.IsAsciiDigit(noun[0])))
            noun = TrimLead(noun);
        // 新增(优化)公交线路: what else was done stands in a bracket.
        if (verbEnd > 0 && noun.Length > 5 && Marks.Opens(noun[0]) && noun.IndexOfAny(')', '）') is var more and > 2 && words.Verb.AtStart(noun[1..]) == more - 1)
            return new Phrase(Name(noun[(more + 1)..]), Tidy(text[..(verbEnd + more + 1)]), VerbFirst: true);
        if (noun.IsEmpty)
            return OfVerbs(verb);
        // 创业培训, 创业带动就业: a noun that begins with a verb and goes on with one.
        if (verb is "就业" or "创业" && (words.Verb.AtStart(noun) > 1 || noun.StartsWith("带动", StringComparison.Ordinal)))
            return new Phrase(Tidy(text), "");
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
        var inner = noun.Length > LongestPlain || (signs.Has(Sign.Toward) && noun.IndexOf('向') > 0) ? LastMainVerb(noun) : 0;
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

        // 幸福院计划|建设20所: what is planned with it stands at the end.
        if (signs.Has(Sign.Plan) && text.Length > 5 && text.LastIndexOf("计划", StringComparison.Ordinal) is > 1 and var plan && text.Length - plan is > 3 and < 9 && words.Verb.AtStart(text[(plan + 2)..]) == text.Length - plan - 2 && words.VerbNouns.AtEnd(text) == 0)
            return new Phrase(Name(text[..plan].TrimEnd("年度全")), VerbText(text[(plan + 2)..]));
        if (words.Light.AtStart(verb) == verb.Length && verb.Length > 0 && verb is not "完成")
            verb = default;
        // 享受低保的居民: the verb is of what stands before 的.
        if (verb is "享受" or "参加" && noun.IndexOf('的') > 0)
            verb = default;
        return new Phrase(Name(noun, signs), VerbText(verb[LightLead(verb)..]), VerbFirst: words.VerbFirst.AtStart(verb) > 0);
    }

    // 在工业园区|增设母婴室: where it was done is no part of the name.
    private static ReadOnlySpan<char> BehindSite(ReadOnlySpan<char> text)
    {
        if (text.Length < 8 || text[0] != '在' || text[1] is '建' or '岗' or '校' or '册' or '职' or '家' or '线' or '外' or '全' or '园' or '库' or '编')
            return text;
        for (var at = 3; at + 3 < Math.Min(text.Length, FarthestVerb); at++)
        {
            if (ClaimWords.Shared.Verb.AtStart(text[at..]) is >= 2 and var verb && at + verb + 1 < text.Length && !IsNominal(text[(at + verb)..]))
                return text[at..];
        }

        return text;
    }

    // 受疫情影响完成|76场: why it came to no more is no part of the name.
    public static ReadOnlySpan<char> BehindCause(ReadOnlySpan<char> text) =>
        text.Length > 6 && text[0] is '受' or '因' && text.IndexOf("影响", StringComparison.Ordinal) is >= 3 and <= 16 and var cause && cause + 3 < text.Length ? text[(cause + 2)..].TrimStart("仅只，,") : text;

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
        if (text[..Math.Min(text.Length, FarthestComparison)].IndexOfAny('比', '较') < 0)
            return text;
        if (text.StartsWith("同比", StringComparison.Ordinal) || text.StartsWith("环比", StringComparison.Ordinal))
            return text[2..];
        // 与去年同期相比减少
        if (text.Length > 3 && text[..Math.Min(text.Length, FarthestComparison)].IndexOf("相比", StringComparison.Ordinal) is >= 0 and var beside && ClaimWords.Shared.Change.AtStart(text[(beside + 2)..].TrimStart('，')) > 0)
            return text[(beside + 2)..].TrimStart('，');
        // 相较去年同期减少
        if (text.StartsWith("相较", StringComparison.Ordinal))
            text = text[1..];
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
}
