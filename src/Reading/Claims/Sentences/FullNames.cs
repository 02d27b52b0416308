using System.Buffers;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>
/// Says in a name what the words at the number leave to its surroundings, so that it is understood in a table: for whom a sum is,
/// what people benefit from, what the sizes and works are of. What is read behind it goes on from the short name.
/// </summary>
internal sealed class FullNames(SentenceRun run)
{
    private const int LongestOwner = 16;
    private const int LongestAnswer = 12;
    private const int FarthestCases = 24;
    private const int LongestKind = 6;

    // In a paragraph without end.
    private const int FarthestList = 2000;
    private const string Share = "占比";

    private static readonly SearchValues<char> SpanMarks = SearchValues.Create("半季全本当");
    private static readonly SearchValues<char> NoSpanBehind = SearchValues.Create("占比较超成为的期年与、和");

    private readonly List<Claim> claims = run.Claims;
    private readonly List<Phrase> phrases = run.BlockPhrases;
    private readonly SentenceFigures figures = run.Figures;

    private string perHead = "";

    // The verb that stands in front of a list whose members are being told, or empty.
    private string listVerb = "";

    public void BeginSentence() => (perHead, listVerb) = ("", "");

    /// <summary>Completes the name of the claim just written.</summary>
    public void Complete(int index)
    {
        var claim = claims[^1];
        var named = claim.Indicator;
        if (claim.Measure == Measure.Share && OfCases(claim.Indicator) is { Length: > 0 } cases)
            claim.Indicator = cases;
        if (WithoutSpan(claim.Indicator) is { Length: > 0 } plain)
            claim.Indicator = plain;
        if (claim.Measure != Measure.Amount)
            return;
        CarryVerb(claim, index);
        if (claim.Unit == "元")
            SayForWhom(claim, index);
        else if (claim.Unit == "户" && ForHouseholds(figures.Left(index)) is { Length: > 2 } households && !claim.Indicator.Contains(households, StringComparison.Ordinal))
            claim.Indicator = PhraseCompletion.Joined(households, claim.Indicator);
        if (claim.PartOf < 0 && IsDependent(phrases[^1], named) && OwnerInSentence() is { Length: > 3 } owner && !claim.Indicator.StartsWith(owner, StringComparison.Ordinal))
            claim.Indicator = PhraseCompletion.Joined(owner, IsBare(index) ? phrases[^1].Verb : claim.Indicator);
        else if (OfDifference(index) is { Length: > 0 } differing)
            claim.Indicator = differing;
        else if (OfList(claim) is { Length: > 0 } task)
            claim.Indicator = task;
        else if (EachOf(claim.Indicator) is { Length: > 0 } each)
            claim.Indicator = each;
        else if (Promised(claim) is { Length: > 0 } promised)
            claim.Indicator = (phrases[^1] with { Noun = promised }).Indicator;
        else if (run.Matter.Length > 0 && Bare(phrases[^1].Noun))
            claim.Indicator = (phrases[^1] with { Noun = OfMatter(phrases[^1].Noun) }).Indicator;
        if (HowDone(claim, index) is { Length: > 0 } how)
            claim.Indicator = claim.Indicator.Insert(claim.Indicator.Length - phrases[^1].Verb.Length, how);
    }

    // 咨询占比57%: the kinds of what people bring forward, and the ways by which it comes, are named with it.
    private string OfCases(string name)
    {
        var kind = name.Length - Share.Length;
        if (kind < 2 || !name.EndsWith(Share, StringComparison.Ordinal))
            return "";
        var words = ClaimWords.Shared;
        if (words.RequestKinds.AtStart(name) != kind && words.Ways.AtStart(name) != kind)
            return "";
        // 诉求分类情况 over its kinds says what they are kinds of, whatever was counted before.
        var heading = run.Outline.Sections[run.Outline.Blocks[run.Block].Section].Heading.Of(run.Text);
        if (words.Cases.FindLast(heading, out var told, out _) is >= 0 and var named)
            return string.Concat(name.AsSpan(0, kind), heading.AsSpan(named, told), Share);
        for (var i = claims.Count - 2; i >= Math.Max(0, claims.Count - FarthestCases); i--)
        {
            if (words.Cases.FindLast(claims[i].Indicator, out var length, out _) is >= 0 and var at)
                return string.Concat(name.AsSpan(0, kind), claims[i].Indicator.AsSpan(at, length), Share);
        }

        return words.RequestKinds.AtStart(name) == kind ? string.Concat(name.AsSpan(0, kind), "诉求", Share) : "";
    }

    // 签约居民|上半年|续约率: a part of the year inside a name; 占全年支出 keeps its whole.
    private static string WithoutSpan(string name)
    {
        if (name.Length < 7 || name.AsSpan(2).IndexOfAny(SpanMarks) < 0 || ClaimWords.Shared.InnerSpans.Find(name, out var length, out _) is not (> 1 and var at) || at + length + 1 >= name.Length || NoSpanBehind.Contains(name[at - 1]))
            return "";
        return PhraseCompletion.Joined(name[..at], name[(at + length)..]);
    }

    // 8件实事全面完成，1件基本完成: of a list it is told how far each part of it has come.
    private string HowDone(Claim claim, int index)
    {
        var (noun, verb) = (phrases[^1].Noun, phrases[^1].Verb);
        if (verb.Length < 2 || !ListSizes.CountsWorks(claim.Unit) || !ListSizes.NamesWorks(noun) || !claim.Indicator.EndsWith(verb, StringComparison.Ordinal))
            return "";
        var right = figures.Right(index);
        var words = right.IndexOf(verb, StringComparison.Ordinal) is >= 2 and var behind ? right[(behind - 2)..behind]
            : figures.Left(index).LastIndexOf(verb, StringComparison.Ordinal) is >= 2 and var before ? figures.Left(index)[(before - 2)..before]
            : default;
        return words.Length == 2 && ClaimWords.Shared.HowDone.AtStart(words) == 2 ? words.ToString() : "";
    }

    // 改造城中村13个、|老旧小区87个: the verb in front of a list is of all its members.
    private void CarryVerb(Claim claim, int index)
    {
        var phrase = phrases[^1];
        var left = figures.Left(index);
        if (phrase.Verb.Length > 0)
        {
            var verb = left.IndexOf(phrase.Verb, StringComparison.Ordinal);
            listVerb = verb >= 0 && !phrase.VerbFirst && phrase.Noun.Length > 1 && !PhraseCompletion.IsLight(phrase.Verb) && ClaimWords.Shared.Handled.AtEnd(phrase.Verb) == 0 && ClaimWords.Shared.VerbNouns.AtStart(phrase.Verb) != phrase.Verb.Length && left[(verb + phrase.Verb.Length)..].Contains(phrase.Noun, StringComparison.Ordinal) ? phrase.Verb : "";
            return;
        }

        if (listVerb.Length == 0 || index == 0 || claim.PartOf >= 0 || claims.Count - 2 < run.FirstOfSentence || claims[^2].Measure != Measure.Amount || claims[^2].Stance != claim.Stance || phrase.Noun.Length is < 2 or > 12 || run.Text[figures[index - 1].To] != '、' || figures[index].From - figures[index - 1].To - 1 > phrase.Noun.Length + 2 || ClaimWords.Shared.Generic.AtStart(phrase.Noun) > 0 || ClaimWords.Shared.Verb.AtEnd(phrase.Noun) > 1)
        {
            listVerb = "";
            return;
        }

        phrases[^1] = phrase = phrase with { Verb = listVerb };
        (claim.Indicator, claim.Stage) = (phrase.Indicator, listVerb);
    }

    // 受理诉求9300件，比上周增加410件: what more there was had been received, and is told as such.
    private string OfDifference(int index)
    {
        var (noun, verb) = (phrases[^1].Noun, phrases[^1].Verb);
        if (noun.Length < 2 || !SentenceRun.IsDifference(verb) || figures.Left(index).Contains(noun, StringComparison.Ordinal))
            return "";
        for (var i = claims.Count - 2; i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            var phrase = phrases[i - run.FirstOfBlock];
            if (claims[i].Measure == Measure.Amount && claims[i].Unit == claims[^1].Unit && phrase.Noun == noun && !SentenceRun.IsDifference(phrase.Verb))
                return PhraseCompletion.IsLight(phrase.Verb) ? "" : phrase.Indicator + verb;
        }

        return "";
    }

    // 办好10件民生实事，分解为31项任务: of that list.
    private string OfList(Claim claim)
    {
        var (noun, verb) = (phrases[^1].Noun, phrases[^1].Verb);
        var length = ClaimWords.Shared.ListParts.AtStart(noun);
        if (length == 0 || (length < noun.Length && ClaimWords.Shared.Generic.AtStart(noun.AsSpan(length)) != noun.Length - length) || (length == noun.Length && claim.Unit is not ("项" or "个" or "条")))
            return "";
        var owner = ListInFront(figures[run.At].From);
        if (owner.Length == 0)
            return "";
        var part = length < noun.Length ? noun.AsSpan(length) : noun;
        return string.Concat(owner, part, ClaimWords.Shared.ListVerbs.AtStart(verb) == verb.Length || verb is "列入" or "纳入" ? "" : verb);
    }

    // The list of promises named last in front of a number, or in the title.
    private string ListInFront(int to)
    {
        var from = Math.Max(run.Outline.Blocks[run.Block].Span.Start, to - FarthestList);
        var text = run.Text.AsSpan(from, Math.Max(0, to - from));
        if (ClaimWords.Shared.ListPromises.FindLast(text, out var length, out _) is not (>= 0 and var at))
        {
            text = run.Outline.Title.Of(run.Text);
            at = ClaimWords.Shared.ListPromises.FindLast(text, out length, out _);
        }

        return at < 0 ? "" : text.Slice(at + length - ClaimWords.Shared.ListPromises.AtEnd(text[..(at + length)]), ClaimWords.Shared.ListPromises.AtEnd(text[..(at + length)])).ToString();
    }

    // 改造老旧小区95个。|上半年，88个小区开工: the answer says in short what the promise named in full.
    private string Promised(Claim claim)
    {
        var (noun, verb) = (phrases[^1].Noun, phrases[^1].Verb);
        // 开发岗位: a verb that went into the name.
        if (verb.Length == 0 && noun.Length is 4 or 5 && ClaimWords.Shared.Verb.AtStart(noun) is 2 and var inside)
            (noun, verb) = (noun[inside..], noun[..inside]);
        // 水厂建设方面，6座水厂已全部开工: the heading of the answer says what is done to what was promised.
        if (noun.Length is > 3 and < 6 && noun == run.Topic && ClaimWords.Shared.Verb.AtEnd(noun) == 2 && verb.Length > 0)
            noun = noun[..^2];
        var first = phrases[^1].VerbFirst || ClaimWords.Shared.VerbFirst.AtStart(verb) == verb.Length;
        if (noun.Length < 2 || noun.Length > (run.Answers ? LongestAnswer : 3) || claim.Stance != Stance.Done || (verb.Length == 0 && !run.Answers) || noun is "项目" || ClaimWords.Shared.Generic.AtStart(noun) == noun.Length && noun is not "床位" and not "车位" || (ClaimWords.Shared.Verb.AtStart(noun) > 0 && !(run.Answers && ClaimWords.Shared.VerbNouns.AtStart(noun) == noun.Length)))
            return "";
        var named = "";
        for (var i = claims.Count - 2; i >= Math.Max(0, claims.Count - SentenceRun.FarthestBack); i--)
        {
            if (claims[i] is not { Stance: Stance.Planned, Measure: Measure.Amount } plan || plan.Unit != claim.Unit)
                continue;
            ReadOnlySpan<char> whole = plan.Indicator;
            if (plan.Stage is { } stage)
                whole = whole.EndsWith(stage, StringComparison.Ordinal) ? whole[..^stage.Length] : whole.StartsWith(stage, StringComparison.Ordinal) ? whole[stage.Length..] : whole;
            // 新增托位1140个，其中普惠托位685个: it was promised by this very name.
            if (named.Length > 0 && whole.SequenceEqual(noun))
                return "";
            // 16所学校已开工 of 中小学16所: what has the number of the promise and a word of it is what was promised.
            if (named.Length == 0 && whole.Length <= (first ? LongestKind : LongestOwner) && (whole.Length > noun.Length && whole.EndsWith(noun, StringComparison.Ordinal) || plan.Value == claim.Value && !first && whole.Length > 1 && !whole.SequenceEqual(noun) && whole.Contains(noun[0])))
                named = whole.ToString();
        }

        // 肉菜追溯覆盖摊位 says already that they are covered.
        if (named.Length > 0)
            phrases[^1] = named.Contains(verb, StringComparison.Ordinal) ? new Phrase(named, "") : new Phrase(named, verb, first);
        return named;
    }

    // 低保标准提高到每人每月800元: for whom and how often a sum is paid belongs to its name and stands in front of it.
    private void SayForWhom(Claim claim, int index)
    {
        var left = figures.Left(index).TrimEnd(" 　约近超不低于少");
        var length = ClaimWords.Shared.PerHead.AtEnd(left);
        if (length > 0)
            perHead = left[^length..].ToString();
        else if (!figures.JoinsPrevious(index))
            return;
        if (perHead.Length == 0 || claim.Indicator.StartsWith(perHead, StringComparison.Ordinal))
            return;
        var name = claim.Indicator.Replace(perHead, "", StringComparison.Ordinal);
        if (name.Length < 2)
            name = claims.Count - 1 > run.FirstOfSentence ? phrases[^2].Noun : run.Topic;
        claim.Indicator = perHead + Phrases.Tidy(Phrases.TrimLink(name));
    }

    // 为独居老人家庭安装燃气、烟感报警器5000户: the households that are counted are told in front.
    private static string ForHouseholds(ReadOnlySpan<char> left)
    {
        var words = left.TrimStart(" 　，,：:");
        if (words.IsEmpty || words[0] is not ('为' or '给' or '向'))
            return "";
        var end = words.IndexOf("家庭", StringComparison.Ordinal) is > 2 and < 14 and var home ? home + 2 : words.IndexOf('户') is > 2 and < 12 and var house ? house + 1 : 0;
        return end > 0 && words[1..end].IndexOfAnyInRange('0', '9') < 0 && ClaimWords.Shared.Verb.AtStart(words[end..]) > 1 ? Phrases.Tidy(words[1..end]) : "";
    }

    // 惠及居民, 涉及企业, 居民受益: of something told before.
    private static bool IsDependent(in Phrase phrase, string indicator) =>
        ClaimWords.Shared.Dependents.AtStart(indicator) > 0 || (phrase.Verb.Length > 0 && ClaimWords.Shared.Dependents.AtEnd(phrase.Verb) > 0);

    // 惠及3000户: whatever was named before, the verb alone stands at the number.
    private bool IsBare(int index) =>
        phrases[^1].Verb.Length > 0 && figures.Left(index).Trim(" 　，,约近") is { Length: > 0 } left && ClaimWords.Shared.Dependents.AtStart(left) == left.Length && figures.Right(index).Trim(' ').IsEmpty;

    // 改造老旧小区12个、面积8万平方米，惠及居民3000户: what was done, and not its size.
    private string OwnerInSentence()
    {
        for (var i = claims.Count - 2; i >= Math.Max(run.FirstOfSentence, claims.Count - SentenceRun.FarthestBack); i--)
        {
            if (!run.IsSameBreathAs(i))
                return "";
            var phrase = phrases[i - run.FirstOfBlock];
            if (claims[i].Measure == Measure.Amount && claims[i].PartOf < 0 && !PhraseParts.IsGeneric(phrase.Noun) && ClaimWords.Shared.Generic.AtEnd(phrase.Noun) == 0)
                return IsOwner(phrase) ? phrase.Indicator : "";
        }

        return "";
    }

    // 老旧小区改造: a thing and what was done to it; 项目推进 and 村改造完成 own nothing.
    private static bool IsOwner(in Phrase phrase) =>
        phrase.Noun.Length > 2 && phrase.Verb.Length == 2 && !phrase.VerbFirst && !IsDependent(phrase, phrase.Indicator) && !PhraseCompletion.IsLight(phrase.Verb) && phrase.Indicator.Length <= LongestOwner && !phrase.Noun.Contains(phrase.Verb, StringComparison.Ordinal);

    // 新建邻里中心12个，每个面积不少于400平方米: each of those.
    private string EachOf(string name)
    {
        if (name.Length < 4 || name[0] != '每' || claims.Count - 2 < run.FirstOfSentence || claims[^2].Measure != Measure.Amount || name.AsSpan(1, 1).SequenceEqual(claims[^2].Unit) == false)
            return "";
        var noun = phrases[^2].Noun;
        return noun.Length is > 1 and <= LongestOwner && !name.Contains(noun, StringComparison.Ordinal) ? string.Concat(name.AsSpan(0, 2), noun, name.AsSpan(2)) : "";
    }

    private static bool Bare(string noun) => noun.Length > 0 && ClaimWords.Shared.BareNouns.AtStart(noun) == noun.Length;

    // 农村电网改造。改造线路30公里: the paragraph began by saying what it is about.
    private string OfMatter(string noun)
    {
        var at = run.Matter.IndexOf(noun, StringComparison.Ordinal);
        return at > 0 ? run.Matter[..(at + noun.Length)] : PhraseCompletion.Joined(run.Matter, noun);
    }
}
