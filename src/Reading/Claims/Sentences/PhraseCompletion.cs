using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Finds what a number counts: from the words at the number, and where they leave it open from the topic, the whole it is a part of, or the number before.</summary>
internal sealed class PhraseCompletion(SentenceRun run)
{
    private static readonly Trimmer Blanks = new(" 　");

    private readonly List<Claim> claims = run.Claims;
    private readonly List<Phrase> phrases = run.BlockPhrases;
    private readonly SentenceFigures figures = run.Figures;

    /// <summary>The phrase of a number from the words left and right of it.</summary>
    /// <param name="whole">The claim this number is a part of, or -1.</param>
    public Phrase PhraseOf(int index, ReadOnlySpan<char> left, ReadOnlySpan<char> right, int whole)
    {
        var before = Phrases.OfLeft(left);
        var hasPredicate = false;
        var behind = StartsNoun(index, right) ? Phrases.OfRight(right, out hasPredicate) : Phrase.Empty;
        Phrase phrase;
        if (behind.Noun.Length == 0 && before.Noun.Length > 0 && index + 1 < figures.Count && Blanks.Both(right) is "的" && Phrases.OfRight(figures.Right(index + 1), out _) is { Noun.Length: > 1 } thing)
            phrase = new Phrase(Joined(thing.Noun, before.Noun), "");
        else if (behind.Noun.Length > 0)
            phrase = right.TrimStart(' ').StartsWith("的", StringComparison.Ordinal) && before.Noun.Length > 0
                ? new Phrase(Joined(behind.Noun, before.Noun), before.Verb)
                : new Phrase(behind.Noun, VerbOf(left, before, hasPredicate ? behind.Verb : ""), before.VerbFirst && !hasPredicate);
        else if (before.Noun.Length > 0)
            phrase = before.Verb.Length == 0 && behind.Verb.Length > 0 ? before with { Verb = behind.Verb } : before;
        else
            phrase = new Phrase("", before.Verb.Length > 0 && behind.Verb.Length == 0 ? before.Verb : behind.Verb);
        return Complete(OfMoney(index, phrase), whole);
    }

    /// <summary>What the words near the number leave open comes from the topic, from the whole it is a part of, or from the number before.</summary>
    public Phrase Complete(Phrase phrase, int whole)
    {
        if (whole >= run.FirstOfBlock)
            return OfPart(phrase, phrases[whole - run.FirstOfBlock]);
        if (phrase.Noun.Length > 0 && ClaimWords.Shared.Per.AtStart(phrase.Noun) == phrase.Noun.Length && phrases.Count > 0)
            return phrase with { Noun = phrase.Noun + phrases[^1].Noun, Verb = phrase.Verb.Length > 0 ? phrase.Verb : phrases[^1].Verb };
        if (phrase.Noun.Length == 0 && run.Topic.Length == 0 && phrase.Verb.Length == 0 && SubjectClause() is { Length: > 3 } subjectClause)
            return phrase with { Noun = subjectClause };
        if (phrase.Noun.Length == 0 && claims.Count > run.FirstOfSentence && GoesOnFromLast(phrase.Verb))
            return phrase with { Noun = phrases[^1].Noun };
        if (phrase.Noun.Length == 0 && run.SameUnitBefore() is >= 0 and var same)
            return phrase with { Noun = phrases[same - run.FirstOfBlock].Noun };
        if (run.Topic.Length > 0 && (phrase.Noun.Length == 0 || (phrase.Noun.Length >= 2 && run.Topic.Contains(phrase.Noun, StringComparison.Ordinal))))
            return phrase with { Noun = run.Topic, VerbFirst = false };
        if (phrase.Noun.Length == 0 && phrases.Count > 0)
            return phrase with { Noun = LastNoun() };
        if (phrase.Noun.Length > 0 && ClaimWords.Shared.Generic.AtStart(phrase.Noun) == phrase.Noun.Length && Subject() is { Length: > 0 } subject)
            return phrase with { Noun = Joined(subject, phrase.Noun) };
        return phrase;
    }

    // 投入资金2330万元，购置环卫专业车辆57台: what the money is for stands behind it.
    private Phrase OfMoney(int index, Phrase phrase)
    {
        if (figures[index].Unit.Kind != UnitKind.Money || phrase.Noun is not ("资金" or "投入资金" or "财政资金" or "专项资金" or "各类资金"))
            return phrase;
        var end = index + 1 < figures.Count ? figures[index + 1].From : figures.End;
        var behind = run.Text.AsSpan(figures[index].To, end - figures[index].To).TrimStart(" ，,用于");
        var stop = behind.IndexOfAny(Marks.ClauseEnds);
        var purpose = Phrases.OfLeft(stop < 0 ? behind : behind[..stop]);
        return purpose.Noun.Length is < 2 or > 16 ? new Phrase("资金", "投入") : new Phrase(purpose.Indicator + "资金", "投入");
    }

    // 地方财政收入同步跟进，已经突破50亿元: the clause in front names it, when it holds no number itself.
    private string SubjectClause()
    {
        var clause = run.PreviousClause(run.At);
        if (clause.Length is < 4 or > 20 || clause.IndexOfAnyInRange('0', '9') >= 0)
            return "";
        var phrase = Phrases.OfLeft(clause);
        return phrase.Verb.Length == 0 || phrase.VerbFirst ? phrase.Noun : "";
    }

    // 62个问题，涉及资金18亿元。已整改55个: the last number of the same unit says of what, else the last number.
    private string LastNoun()
    {
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfBlock, claims.Count - SentenceRun.FarthestBack); i--)
        {
            if (claims[i].Unit == run.Unit.Name && claims[i].Measure == Measure.Amount && claims[i].PartOf < 0)
                return phrases[i - run.FirstOfBlock].Noun;
        }

        return phrases[^1].Noun;
    }

    // 应完成18处、实际完成11处; 较去年同期增加27件: the number before says of what.
    private bool GoesOnFromLast(string verb) =>
        verb is "增加" or "减少" or "净增" || (claims[^1].Stance == Stance.Planned && claims[^1].Measure == Measure.Amount);

    // 其中135.8万平方米已完工 takes the noun of the whole, 其中老城片区612处 puts the place before it, 其中中小学22所 takes its verb.
    private static Phrase OfPart(Phrase part, Phrase head)
    {
        if (part.Noun.Length == 0)
            return part with { Noun = head.Noun };
        if (part.Verb.Length > 0)
            return part;
        var narrows = part.Noun.Length <= 2 || part.Noun[^1] is '区' or '县' or '市' or '镇' or '乡' or '村' || part.Noun.EndsWith("街道", StringComparison.Ordinal);
        var noun = narrows && !head.Noun.Contains(part.Noun, StringComparison.Ordinal) ? part.Noun + head.Noun : part.Noun;
        return part with { Noun = noun, Verb = head.Verb, VerbFirst = head.VerbFirst };
    }

    private string Subject()
    {
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfSentence, claims.Count - SentenceRun.FarthestBack); i--)
        {
            var noun = phrases[i - run.FirstOfBlock].Noun;
            if (claims[i].Measure == Measure.Amount && noun.Length is >= 2 and <= 10)
                return noun;
        }

        return run.Topic.Length <= 12 ? run.Topic : "";
    }

    public static string Joined(string subject, string noun) =>
        subject.EndsWith(noun, StringComparison.Ordinal) ? subject : noun.StartsWith(subject, StringComparison.Ordinal) ? noun : subject + noun;

    // 选派767名服务专员下沉一线: the verb in front, unless it only sets others to work (支持5家养老机构扩大规模).
    private static string VerbOf(ReadOnlySpan<char> left, Phrase before, string predicate)
    {
        var near = Phrases.TrimLink(left);
        var length = ClaimWords.Shared.Verb.AtEnd(near);
        var verb = length >= 2 ? near[^length..].ToString() : before.Verb;
        if (predicate.Length > 0 && (IsLight(verb) || ClaimWords.Shared.Causing.AtStart(verb) > 0))
            return predicate;
        return verb.Length > 0 ? verb : predicate;
    }

    public static bool IsLight(string verb) => verb.Length == 0 || ClaimWords.Shared.Light.AtStart(verb) == verb.Length;

    private bool StartsNoun(int index, ReadOnlySpan<char> right)
    {
        var words = Blanks.Start(right);
        if (words.IsEmpty || Marks.IsListMark(words[0]) && words[0] != '与')
            return false;
        if (figures[index].Unit.Kind == UnitKind.Time && words.StartsWith("时间", StringComparison.Ordinal))
            return false;
        if (figures[index].Unit.Kind == UnitKind.Money && EndsInMoney(words))
            return true;
        return figures[index].Unit.Counts || ClaimWords.Shared.Verb.AtStart(words) == 0 || ClaimWords.Shared.Predicate.AtStart(words) > 0;
    }

    private static bool EndsInMoney(ReadOnlySpan<char> words)
    {
        words = Blanks.End(words);
        return words.Length is > 2 and < 24 && (words.EndsWith("贷款", StringComparison.Ordinal) || words.EndsWith("基金", StringComparison.Ordinal) || words.EndsWith("资金", StringComparison.Ordinal)
            || words.EndsWith("债券", StringComparison.Ordinal) || words.EndsWith("补贴", StringComparison.Ordinal) || words.EndsWith("补助", StringComparison.Ordinal) || words.EndsWith("消费券", StringComparison.Ordinal));
    }
}
