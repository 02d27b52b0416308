using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Text;
using Luoshi.Kernel.Time;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Claims;

/// <summary>Gives every number of a sentence its indicator, measure, stance and period.</summary>
internal sealed class SentenceReader(CleanText clean, Outline outline, List<Claim> claims)
{
    private readonly string text = clean.Text;
    private readonly SentenceFigures figures = new(clean.Text);
    private readonly PeriodReader periods = new(outline.Year, outline.Date);
    private readonly List<Mention> mentions = [];

    // What each claim of the running block counts, noun and verb apart; claims[firstOfBlock + i] belongs to phrases[i].
    private readonly List<Phrase> phrases = [];

    private int block;
    private int firstOfBlock;
    private int firstOfSentence;
    private string topic = "";
    private Stance standing;
    private Period? lasting;

    public void Begin(int index, string about)
    {
        (block, topic, firstOfBlock, lasting) = (index, about, claims.Count, null);
        phrases.Clear();
        standing = StanceReader.Default(outline.KindOf(index));
    }

    public void Read(List<Figure> all, int from, int to, int start, int end)
    {
        figures.Load(all, from, to, start, end);
        firstOfSentence = claims.Count;
        mentions.Clear();
        periods.Read(text, start, end, mentions);
        for (var i = 0; i < figures.Count;)
        {
            var next = i + 1;
            while (next < figures.Count && figures.JoinsPrevious(next) && figures[next].Unit.IsRatio == figures[i].Unit.IsRatio)
                next++;
            if (figures[i].Unit.IsRatio)
                ReadRatios(i, next);
            else
                ReadAmounts(i, next);
            i = next;
        }

        foreach (var mention in mentions)
        {
            if (mention.ToBlockEnd)
                lasting = mention.Period;
        }
    }

    private void ReadAmounts(int first, int behind)
    {
        var left = figures.Left(first);
        var right = figures.Right(behind - 1);
        if (IsSecondEnd(first, left))
        {
            var from = claims[^1];
            from.Stance = Stance.Done;
            for (var i = first; i < behind; i++)
                Add(i, phrases[^1], Measure.Amount, of: -1, partOf: -1);
            return;
        }

        if (behind - first > 1 && SameUnit(first, behind) && ReadList(first, behind, left))
            return;
        var isPart = IsPart(first, left);
        var whole = isPart ? WholeOf(figures[first].Unit) : -1;
        var phrase = PhraseOf(first, left, right, whole);
        for (var i = first; i < behind; i++)
            Add(i, phrase, Measure.Amount, of: -1, whole);
    }

    private Phrase PhraseOf(int index, ReadOnlySpan<char> left, ReadOnlySpan<char> right, int whole)
    {
        var before = Phrases.OfLeft(left);
        var hasPredicate = false;
        var behind = StartsNoun(index, right) ? Phrases.OfRight(right, out hasPredicate) : Phrase.Empty;
        Phrase phrase;
        if (behind.Noun.Length > 0)
            phrase = right.TrimStart(' ').StartsWith("的", StringComparison.Ordinal) && before.Noun.Length > 0
                ? new Phrase(Joined(behind.Noun, before.Noun), before.Verb)
                : new Phrase(behind.Noun, hasPredicate && behind.Verb.Length > 0 ? behind.Verb : VerbFor(before), before.VerbFirst && !hasPredicate);
        else if (before.Noun.Length > 0)
            phrase = before.Verb.Length == 0 && behind.Verb.Length > 0 ? before with { Verb = behind.Verb } : before;
        else
            phrase = new Phrase("", before.Verb.Length > 0 && behind.Verb.Length == 0 ? before.Verb : behind.Verb);
        return Complete(phrase, whole);
    }

    // What the words near the number leave open comes from the topic, from the whole it is a part of, or from the number before.
    private Phrase Complete(Phrase phrase, int whole)
    {
        if (topic.Length > 0 && (phrase.Noun.Length == 0 || (phrase.Noun.Length >= 2 && topic.Contains(phrase.Noun, StringComparison.Ordinal))))
            return phrase with { Noun = topic, VerbFirst = false };
        if (whole >= firstOfBlock)
        {
            var head = phrases[whole - firstOfBlock];
            return phrase.Noun.Length == 0 ? phrase with { Noun = head.Noun } : phrase.Verb.Length == 0 ? phrase with { Verb = head.Verb, VerbFirst = head.VerbFirst } : phrase;
        }

        if (phrase.Noun.Length == 0 && phrases.Count > 0)
            return phrase with { Noun = phrases[^1].Noun };
        if (phrase.Noun.Length > 0 && ClaimWords.Shared.Generic.AtStart(phrase.Noun) == phrase.Noun.Length && Subject() is { Length: > 0 } subject)
            return phrase with { Noun = Joined(subject, phrase.Noun) };
        return phrase;
    }

    private string Subject()
    {
        for (var i = claims.Count - 1; i >= firstOfSentence; i--)
        {
            var noun = phrases[i - firstOfBlock].Noun;
            if (claims[i].Measure == Measure.Amount && noun.Length is >= 2 and <= 10)
                return noun;
        }

        return topic.Length <= 12 ? topic : "";
    }

    private static string Joined(string subject, string noun) =>
        subject.EndsWith(noun, StringComparison.Ordinal) ? subject : noun.StartsWith(subject, StringComparison.Ordinal) ? noun : subject + noun;

    private static string VerbFor(Phrase before) => before.Verb;

    private void ReadRatios(int first, int behind)
    {
        var left = figures.Left(first);
        var right = figures.Right(behind - 1);
        var count = behind - first;
        if (IsProportion(first, count, left))
            return;
        var (measure, sign, noun) = Ratios.Classify(left, right, figures[first].Unit, figures[first].To < figures.End ? text[figures[first].To] : '\0');
        if (count > 1 && ReadRatioList(first, behind, measure, sign, noun))
            return;
        for (var i = first; i < behind; i++)
            AddRatio(i, measure, sign, noun, right, OfClaim(measure, noun, i - first, count));
    }

    // 会议、文件下降40%和20%: as many nouns as numbers.
    private bool ReadRatioList(int first, int behind, Measure measure, int sign, ReadOnlySpan<char> noun)
    {
        Span<Range> parts = stackalloc Range[12];
        var count = Phrases.SplitList(noun.IsEmpty ? PreviousClause(first) : noun, parts);
        var source = noun.IsEmpty ? PreviousClause(first) : noun;
        if (count != behind - first || (noun.IsEmpty && measure is not Measure.Rate and not Measure.Change))
            return false;
        if (noun.IsEmpty && OfClaim(measure, noun, 0, count) >= 0)
            return false;
        var tail = SharedTail(source, parts[..count]);
        for (var i = first; i < behind; i++)
        {
            var part = source[parts[i - first]];
            var name = i < behind - 1 && tail.Length > 0 ? string.Concat(part, tail) : part.ToString();
            Add(i, new Phrase(Phrases.Tidy(Phrases.TrimLead(name)), ""), measure, of: -1, partOf: -1, sign);
        }

        return true;
    }

    // 三级、二级、一级医院住院报销比例: what follows the last short member belongs to all.
    private static ReadOnlySpan<char> SharedTail(ReadOnlySpan<char> source, ReadOnlySpan<Range> parts)
    {
        var last = source[parts[^1]];
        var member = source[parts[^2]].Length;
        return parts.Length >= 2 && member <= 4 && last.Length > member + 2 && last[member - 1] == source[parts[^2]][^1] ? last[member..] : default;
    }

    private ReadOnlySpan<char> PreviousClause(int index)
    {
        var end = figures.LeftStart(index) - 1;
        if (end <= figures.Start || (index > 0 && figures[index - 1].To > end))
            return default;
        var clause = text.AsSpan(figures.Start, end - figures.Start);
        return Phrases.TrimLead(clause[(clause.LastIndexOfAny("，,；：") + 1)..]);
    }

    private void AddRatio(int index, Measure measure, int sign, ReadOnlySpan<char> noun, ReadOnlySpan<char> right, int of)
    {
        Phrase phrase;
        if (!noun.IsEmpty && measure != Measure.OfPlan)
            phrase = RatioPhrase(measure, noun, of);
        else if (of >= firstOfBlock)
            phrase = measure == Measure.Share ? new Phrase(claims[of].Indicator + "占比", "") : phrases[of - firstOfBlock];
        else if (measure == Measure.Share && Phrases.OfRight(right, out _) is { Noun.Length: > 0 } behind)
            phrase = behind;
        else
            phrase = Complete(noun.IsEmpty ? Phrase.Empty : new Phrase(Phrases.Tidy(Phrases.Noun(noun)), ""), whole: -1);
        Add(index, phrase, measure, measure == Measure.Rate && noun.IsEmpty ? -1 : of, partOf: -1, sign);
    }

    private Phrase RatioPhrase(Measure measure, ReadOnlySpan<char> noun, int of)
    {
        var name = Phrases.Tidy(Phrases.Noun(noun));
        if (topic.Length > 0 && name.Length >= 2 && topic.Contains(name, StringComparison.Ordinal))
            return new Phrase(topic, "");
        var subject = of >= firstOfBlock ? phrases[of - firstOfBlock].Noun : "";
        var bare = name.Length <= 5 && (measure is Measure.Rate or Measure.Share || name.Length < 2);
        if (bare && subject.Length is > 0 and <= 10)
            return new Phrase(Joined(subject, name), "");
        return new Phrase(name, "");
    }

    // The number a percentage speaks of: the one before, or for lists the one at the same place of the list before.
    private int OfClaim(Measure measure, ReadOnlySpan<char> noun, int place, int count)
    {
        if (!noun.IsEmpty && measure is Measure.Change)
            return -1;
        Span<int> before = stackalloc int[count];
        var found = 0;
        for (var i = claims.Count - 1 - place; i >= firstOfBlock && found < count; i--)
        {
            if (claims[i].Measure == Measure.Amount || (claims[i].Measure is Measure.Rate && measure == Measure.Change))
                before[found++] = i;
            else if (found > 0 && count > 1)
                break;
        }

        if (found == count)
            return before[count - 1 - place];
        return found > 0 && count == 1 ? before[0] : -1;
    }

    // 三次产业结构0.26∶16.22∶83.52
    private bool IsProportion(int first, int count, ReadOnlySpan<char> left)
    {
        if (figures[first].Unit != Unit.Percent || text[figures[first].End - 1] is '%' or '成' || count == 1 && !StartsProportion(first) || figures[first].Optional)
            return false;
        if (figures[first].End >= text.Length || text[figures[first].End] is not ('∶' or ':' or '：'))
            return false;
        string[] names = left.Contains("产业", StringComparison.Ordinal) ? ["第一产业占比", "第二产业占比", "第三产业占比"] : [];
        var noun = Phrases.OfLeft(left).Noun;
        var place = 0;
        for (var i = first; i < figures.Count && (i == first || figures[i].Start == figures[i - 1].End + 1); i++, place++)
        {
            if (i > first && claims.Count > 0 && claims[^1].Clean.Start >= figures[i].Start)
                break;
            Add(i, new Phrase(place < names.Length ? names[place] : noun, ""), Measure.Share, of: -1, partOf: -1);
        }

        return true;
    }

    private bool StartsProportion(int first) => figures[first].End < text.Length && text[figures[first].End] is '∶' or ':' or '：';

    // 分别 with as many nouns as numbers.
    private bool ReadList(int first, int behind, ReadOnlySpan<char> left)
    {
        Span<Range> parts = stackalloc Range[12];
        var source = Phrases.TrimLink(Phrases.TrimLead(left));
        if (source.IsEmpty)
            source = Phrases.TrimLink(PreviousClause(first));
        var count = Phrases.SplitList(source, parts);
        if (count != behind - first)
            return false;
        var tail = SharedTail(source, parts[..count]);
        for (var i = first; i < behind; i++)
        {
            var part = Phrases.OfLeft(source[parts[i - first]]);
            var noun = i < behind - 1 && tail.Length > 0 ? part.Noun + tail.ToString() : part.Noun;
            Add(i, part with { Noun = noun }, Measure.Amount, of: -1, partOf: -1);
        }

        return true;
    }

    // 从6家增长到131家: the second end of a way.
    private bool IsSecondEnd(int index, ReadOnlySpan<char> left)
    {
        if (index == 0 || claims.Count == firstOfSentence || !figures.SharesClause(index))
            return false;
        var words = left.Trim(' ');
        return words.Length is > 0 and <= 8 && words[^1] is '到' or '至' or '为' && ClaimWords.Shared.Link.AtEnd(words) == words.Length;
    }

    private bool IsPart(int index, ReadOnlySpan<char> left)
    {
        if (claims.Count == firstOfBlock)
            return false;
        if (left.Trim(' ').StartsWith("其中", StringComparison.Ordinal) || left.Trim(' ').StartsWith("包括", StringComparison.Ordinal))
            return true;
        var back = text.AsSpan(figures.Start, figures[index].From - figures.Start);
        return back.Contains("其中", StringComparison.Ordinal);
    }

    // The last number of the same unit that is no part itself.
    private int WholeOf(Unit unit)
    {
        for (var i = claims.Count - 1; i >= firstOfBlock; i--)
        {
            if (claims[i].Measure == Measure.Amount && claims[i].PartOf < 0 && claims[i].Unit == unit.Name)
                return i;
        }

        return -1;
    }

    private bool SameUnit(int first, int behind)
    {
        for (var i = first + 1; i < behind; i++)
        {
            if (figures[i].Unit != figures[first].Unit)
                return false;
        }

        return true;
    }

    private bool StartsNoun(int index, ReadOnlySpan<char> right)
    {
        var words = right.TrimStart(" 　");
        if (words.IsEmpty || Marks.IsListMark(words[0]) && words[0] != '与')
            return false;
        return figures[index].Unit.Counts || ClaimWords.Shared.Verb.AtStart(words) == 0 || ClaimWords.Shared.Predicate.AtStart(words) > 0;
    }

    private void Add(int index, Phrase phrase, Measure measure, int of, int partOf, int sign = 1)
    {
        var figure = figures[index];
        var place = new SourceSpan(figure.Start, figure.End);
        var before = figures.Before(index);
        var stance = StanceReader.Read(before, standing);
        if (measure == Measure.Amount && ListSizes.IsPromise(figure.Unit, phrase, figures.Right(index)))
            stance = Stance.Planned;
        var bound = figure.Bound == Bound.Exact && before.Contains("预计", StringComparison.Ordinal) ? Bound.About : figure.Bound;
        var negative = sign < 0 && measure == Measure.Change;
        claims.Add(new Claim
        {
            Clean = place,
            Raw = clean.ToRaw(place),
            Value = negative ? -figure.Value : figure.Value,
            Max = figure.Max,
            Step = figure.Step,
            Unit = figure.Unit.Name,
            Bound = bound,
            Stance = stance,
            Measure = measure,
            Indicator = phrase.Indicator,
            Stage = phrase.Verb.Length > 0 ? phrase.Verb : null,
            Period = PeriodOf(figure, stance),
            Optional = figure.Optional,
            Block = block,
            Sentence = new SourceSpan(figures.Start, figures.End),
            Of = of,
            PartOf = partOf,
        });
        phrases.Add(phrase);
    }

    private Period? PeriodOf(Figure figure, Stance stance)
    {
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            if (mentions[i].At < figure.From)
                return mentions[i].Period;
        }

        if (lasting is { } period && stance == Stance.Done)
            return period;
        if (stance == standing)
            return outline.PeriodOf(block);
        return stance == Stance.Planned ? outline.PlanPeriod : outline.Kind == DocumentKind.Card ? outline.ReportPeriod : null;
    }
}
