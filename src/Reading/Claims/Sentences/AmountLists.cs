using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Joined numbers that count each something of its own, in the order in which it was named.</summary>
internal sealed class AmountLists(SentenceRun run, PhraseCompletion completion, ClaimWriter writer)
{
    private readonly List<Claim> claims = run.Claims;
    private readonly List<Phrase> phrases = run.BlockPhrases;
    private readonly SentenceFigures figures = run.Figures;

    /// <summary>Reads numbers that stand joined (分别完成95个、310户; 8件17个子项) where each has a name of its own; false where one phrase is that of all.</summary>
    public bool Read(int first, int behind, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (ReadResults(first, behind, left))
            return true;
        if ((SameUnit(first, behind) || left.Contains('、') || Joints.TellsOrder(left)) && ReadList(first, behind, left))
            return true;
        if (behind - first == 3 && AreTouchingCounts(figures[first], figures[first + 1]) && AreTouchingCounts(figures[first + 1], figures[first + 2]) && ReadTouching(first, behind, left, right))
            return true;
        // 办好10件45项实事: both count what stands behind.
        if (behind - first == 2 && AreTouchingCounts(figures[first], figures[first + 1]) && LeftWords.Read(left).Noun.Length == 0 && RightWords.Read(right, out _).Noun.Length > 1)
        {
            var both = completion.PhraseOf(first + 1, left, right, whole: -1);
            writer.Add(first, both, Measure.Amount, of: -1, partOf: -1);
            writer.Add(first + 1, both, Measure.Amount, of: -1, partOf: -1);
            return true;
        }

        if (ReadForEach(first, behind, left))
            return true;
        if (behind - first == 2 && AreTouchingCounts(figures[first], figures[first + 1]) && !left.TrimEnd(' ').EndsWith("的", StringComparison.Ordinal) && LeftWords.Read(left).Noun.Length > 1 && !right.Trim(' ').IsEmpty)
        {
            writer.Add(first, completion.Complete(LeftWords.Read(left), whole: -1), Measure.Amount, of: -1, partOf: -1);
            writer.Add(first + 1, completion.PhraseOf(first + 1, default, right, whole: -1), Measure.Amount, of: -1, partOf: -1, forced: claims[^1].Stance == Stance.Planned ? Stance.Planned : null);
            return true;
        }

        return false;
    }

    public int Ways(int first, int behind)
    {
        var count = behind - first;
        if (count == 1 || first < count || claims.Count - run.FirstOfSentence < count)
            return 1;
        for (var i = 1; i < count; i++)
        {
            if (!figures.JoinsPrevious(first - i) || figures[first - i].Unit != figures[first].Unit)
                return 1;
        }

        return count;
    }

    // 计划创建农场80个，培训农户271户，实际分别完成95个、310户: the numbers of the plan say in their order of what.
    private bool ReadResults(int first, int behind, ReadOnlySpan<char> left)
    {
        var count = behind - first;
        if (claims.Count - run.FirstOfSentence < count || !Joints.TellsOrder(left) || LeftWords.Read(left).Noun.Length > 0)
            return false;
        for (var i = 0; i < count; i++)
        {
            var plan = claims[^(count - i)];
            if (plan.Stance != Stance.Planned || plan.Measure != Measure.Amount || plan.Unit != figures[first + i].Unit.Name)
                return false;
        }

        for (var i = first; i < behind; i++)
            writer.Add(i, phrases[^count], Measure.Amount, of: -1, partOf: -1, forced: Stance.Done);
        return true;
    }

    // 46个续建项目和12个新建项目分别完成投资31亿元、8亿元: as many sums as things counted right before.
    private bool ReadForEach(int first, int behind, ReadOnlySpan<char> left)
    {
        var count = behind - first;
        if (figures[first].Unit.Kind != UnitKind.Money || claims.Count - run.FirstOfSentence < count || !run.Text.AsSpan(claims[^1].Clean.End, Math.Max(0, figures[first].Start - claims[^1].Clean.End)).Contains("分别", StringComparison.Ordinal))
            return false;
        var spent = LeftWords.Read(left);
        if (spent.Noun.Length > 0 && ClaimWords.Shared.Generic.AtStart(spent.Noun) != spent.Noun.Length)
            return false;
        for (var i = 1; i <= count; i++)
        {
            if (claims[^i].Measure != Measure.Amount || claims[^i].Unit == figures[first].Unit.Name || claims[^i].Unit != claims[^1].Unit || !run.IsSameBreathAs(claims.Count - i))
                return false;
        }

        for (var i = first; i < behind; i++)
            writer.Add(i, new Phrase(PhraseCompletion.Joined(phrases[^count].Noun, spent.Noun), spent.Verb), Measure.Amount, of: -1, partOf: -1);
        return true;
    }

    // 民生实事12类45件53个事项: the sizes of one list, from wide to narrow.
    private bool ReadTouching(int first, int behind, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var head = completion.Complete(LeftWords.Read(left), whole: -1);
        if (head.Noun.Length < 2)
            return false;
        for (var i = first; i < behind - 1; i++)
            writer.Add(i, head, Measure.Amount, of: -1, partOf: -1);
        var thing = RightWords.Read(right, out _).Noun;
        writer.Add(behind - 1, thing.Length > 0 ? new Phrase(PhraseCompletion.Joined(head.Noun, thing), "") : head, Measure.Amount, of: -1, partOf: -1, forced: claims[^1].Stance);
        return true;
    }

    // 民生实事8件17个子项: two counts that touch have each their own words.
    private static bool AreTouchingCounts(Figure one, Figure next) =>
        one.To == next.From && one.Unit != next.Unit && one.Unit.Kind == UnitKind.Count && next.Unit.Kind == UnitKind.Count;

    // 分别 with as many nouns as numbers.
    private bool ReadList(int first, int behind, ReadOnlySpan<char> left)
    {
        Span<Range> parts = stackalloc Range[12];
        var source = Phrases.TrimLink(Phrases.TrimLead(left));
        if (source.IsEmpty)
            source = Phrases.TrimLink(run.PreviousClause(first));
        // 城市、农村低保标准分别从每人每月610元、420元: whom it is for is no part of the last name only.
        var head = ClaimWords.Shared.PerHead.AtEnd(source);
        if (head > 0 && head < source.Length && source[^(head + 1)] is '从' or '由')
            source = Phrases.TrimLink(source[..^(head + 1)]);
        // 生猪、牛、羊分别出栏: one verb for all.
        var each = source.LastIndexOf("分别", StringComparison.Ordinal);
        var verb = each > 0 && each + 2 < source.Length && ClaimWords.Shared.Verb.AtStart(source[(each + 2)..]) == source.Length - each - 2 ? source[(each + 2)..].ToString() : "";
        if (verb.Length > 0)
            source = source[..each];
        var count = Nouns.SplitList(source, parts);
        // 整车、半导体及集成电路产值: 及 may stand inside a member.
        if (count > behind - first)
            count = Nouns.SplitList(source, parts, commas: true);
        if (count != behind - first || source.IndexOf('%') >= 0)
            return false;
        var tail = ListTail.Shared(source, parts[..count]);
        var shared = ClaimWords.Shared.Verb.AtStart(source[parts[count - 1]]) > 0 ? LeftWords.Read(source[parts[count - 1]]) : Phrase.Empty;
        for (var i = first; i < behind; i++)
        {
            var part = LeftWords.Read(source[parts[i - first]]);
            // 新建、改扩建幼儿园25所、40所: the noun of the last is that of all.
            if (i < behind - 1 && shared.Noun.Length > 1 && ClaimWords.Shared.Verb.EndWord(source[parts[i - first]]) is { Length: > 1 } act)
                part = new Phrase(shared.Noun, act);
            var noun = i < behind - 1 && tail.Length > 0 ? part.Noun + tail.ToString() : part.Noun;
            writer.Add(i, verb.Length > 0 ? new Phrase(noun, verb) : part with { Noun = noun }, Measure.Amount, of: -1, partOf: -1);
        }

        return true;
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
}
