using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Text;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Writes the claims of a sentence: to each number and what it counts come stance, bound and period.</summary>
internal sealed class ClaimWriter(SentenceRun run)
{
    private readonly List<Claim> claims = run.Claims;
    private readonly List<Phrase> phrases = run.BlockPhrases;
    private readonly SentenceFigures figures = run.Figures;
    private readonly SentenceTimes times = new(run);
    private readonly FullNames names = new(run);

    private readonly RawPlaces raw = new(run.Clean);

    private const int LongestBehind = 24;
    private const int LongestList = 12;
    private const int LongestLeft = 6;
    private const int LongestDue = 32;
    private const int SmallestList = 5;
    private const int LargestList = 200;

    private int expectedFrom;

    // Where the sentence has its first word that may overrule what its block is, as far as it was searched: no number needs what stands behind it.
    private int cueFrom;
    private int searchedTo;
    private int resultFrom;

    private bool wasFrequency;

    /// <summary>A new block: what a time named in the last one reached to is over.</summary>
    /// <param name="start">Where its words begin: a time named there is that of all it tells.</param>
    public void BeginBlock(int start, int end) => times.BeginBlock(start, end);

    public void BeginSentence(int start, int end)
    {
        resultFrom = start;
        names.BeginSentence();
        times.BeginSentence(start, end);
        var sentence = run.Text.AsSpan(start, end - start);
        expectedFrom = From(start, Expected(sentence));
        (cueFrom, searchedTo) = (int.MaxValue, start);
    }

    // A word that may overrule what the block is stands in front of the place.
    private bool MayOverrule(int place)
    {
        if (cueFrom == int.MaxValue && searchedTo < place)
        {
            var cues = run.Standing == Stance.Planned ? ClaimWords.Shared.Overruling : ClaimWords.Shared.Planned;
            cueFrom = From(figures.Start, cues.FindBetween(run.Text.AsSpan(figures.Start, figures.End - figures.Start), searchedTo - figures.Start, place - figures.Start));
            searchedTo = place;
        }

        return cueFrom < place;
    }

    // A word of planning stands in the sentence: behind a number it is only looked for then.
    private bool MayPlan() => run.Standing == Stance.Done && (expectedFrom != int.MaxValue || MayOverrule(figures.End));

    // 年度预计投资 is the name of a plan.
    private static int Expected(ReadOnlySpan<char> sentence)
    {
        var at = sentence.IndexOf("预计", StringComparison.Ordinal);
        return at > 0 && sentence[at..].StartsWith("预计投资", StringComparison.Ordinal) && sentence[at - 1] is '度' or '年' ? -1 : at;
    }

    private static int From(int start, int found) => found < 0 ? int.MaxValue : start + found;

    public void EndSentence() => times.EndSentence();

    /// <summary>The number at hand is the second end of the way that the claim began: 由2021年的84%提高到90%.</summary>
    public void CloseWay(int claim, int index) => times.CloseWay(claims[claim], figures[index]);

    /// <summary>From here on the sentence tells results; promise words in front of it no longer count.</summary>
    public void TurnToResult(int from) => resultFrom = from;

    public void Add(int index, in Phrase near, Measure measure, int of, int partOf, int sign = 1, Stance? forced = null)
    {
        ref readonly var figure = ref figures[index];
        var phrase = near.IsEmpty ? NamedAround(index, near) : near;
        var place = new SourceSpan(figure.Start, figure.End);
        var before = figures.Before(index);
        var told = run.Standing == Stance.Done && measure == Measure.Amount && TellsDone(figures.Right(index)) && !EndsInDeadline(figures.Left(index));
        var ahead = measure == Measure.Amount && run.Standing == Stance.Done && forced is null && IsStillAhead(index) ? Stance.Planned : forced;
        var stance = ahead ?? (told ? Stance.Done : measure == Measure.Amount && figures.RightSigns(index).Has(Sign.Ahead) && MayPlan() && StanceReader.TellsPlan(figures.Right(index)) ? Stance.Planned : measure == Measure.OfPlan && of >= run.FirstOfBlock && !IsSizeOfList(of) && !IsAskedFor(of, figure) ? claims[of].Stance : StanceOf(figure, before));
        if (forced is null && stance == Stance.Done && run.Standing == Stance.Done && measure != Measure.OfPlan && times.IsAhead(figure))
            stance = Stance.Planned;
        var frequency = measure == Measure.Amount && (Frequencies.IsOne(figures.Left(index), figure.Unit) || (wasFrequency && figures.SharesClause(index)));
        wasFrequency = frequency;
        if (frequency || (measure == Measure.Amount && forced is not Stance.Done && !(stance == Stance.Done && run.Standing == Stance.Planned && StanceReader.PicksOut(before)) && ListSizes.IsPromise(figure.Unit, phrase, figures.Left(index), figures.Right(index), figures.RightSigns(index))))
            stance = Stance.Planned;
        if (measure == Measure.Amount && (IsOfPlannedList(index, phrase) || IsPartOfList(index, phrase) || IsPartOfPlan(partOf, phrase) || IsWithoutTask(index, partOf) || figures.InQuotedTask(index)))
            stance = Stance.Planned;
        var limit = figure.Bound == Bound.Exact ? BoundOfList(index, before) : figure.Bound;
        var bound = limit == Bound.Exact && figure.From > expectedFrom ? Bound.About : limit;
        var negative = sign < 0 && measure == Measure.Change;
        claims.Add(new Claim
        {
            Clean = place,
            Raw = raw.Of(place),
            Value = negative ? -figure.Value : figure.Value,
            Max = figure.Max,
            Step = figure.Step,
            Unit = figure.Unit.Name,
            Bound = bound,
            Stance = stance,
            Measure = measure,
            Indicator = phrase.Indicator,
            Stage = phrase.Verb.Length > 0 ? phrase.Verb : null,
            Period = frequency ? null : times.Of(index, stance),
            Optional = figure.Optional,
            Block = run.Block,
            Sentence = new SourceSpan(figures.Start, figures.End),
            Of = of,
            PartOf = partOf,
        });
        phrases.Add(phrase);
        names.Complete(index);
        // 计划改造36座，改完24座，占年计划的66.7%；楼道灯更换3140盏: behind a share of the plan that was done no promise in front counts.
        if (measure == Measure.OfPlan && stance == Stance.Done && run.Standing == Stance.Done)
            resultFrom = figure.To;
        if (stance == Stance.Planned && measure == Measure.Amount)
            NoteSize(figure, phrase);
    }

    // What a number counts that no words near it name.
    private Phrase NamedAround(int index, in Phrase phrase)
    {
        // 两级合计占比，今年与去年均超过90%: the clause in front of it does.
        if (run.PreviousClause(index) is { Length: > 1 } clause && Phrases.Tidy(Nouns.Head(clause)) is { Length: > 0 } subject)
            return phrase with { Noun = subject };
        // 计划为 40家 养老机构装喷淋: nothing in front does, so the words behind.
        if (Phrases.Tidy(figures.Right(index).Trim(' ')) is { Length: > 1 and <= LongestBehind } behind)
            return phrase with { Noun = behind };
        // 拟安排10件24项: of the list that the title names; 超过1000件 is of something else.
        return figures[index] is { Value: <= LargestList, Unit.Name: "件" or "项" or "类" or "大类" } && ListOfTitle() is { Length: > 0 } list ? phrase with { Noun = list } : phrase;
    }

    // 今年的27项民生实事，上半年总体完成率达到63%: how many they are is planned, and how far they have come is not.
    private bool IsSizeOfList(int of) =>
        run.Standing == Stance.Done && claims[of] is { Stance: Stance.Planned, Unit: "件" or "项" or "个" or "条" } && ListSizes.NamesList(phrases[of - run.FirstOfBlock].Noun);

    // 对进度偏慢的5项实事，要求8月底前完成率都要超过60%: behind the count comes what it is to be.
    private bool IsAskedFor(int of, in Figure figure) =>
        claims[of] is { Stance: Stance.Done } && of >= run.FirstOfSentence && figure.From > claims[of].Clean.End && run.Text.AsSpan(claims[of].Clean.End, figure.From - claims[of].Clean.End) is var between && between.IndexOfAny('，', ',') >= 0 && (between.Contains("要求", StringComparison.Ordinal) || between.Contains("都要", StringComparison.Ordinal) || between.Contains("均要", StringComparison.Ordinal)) && MayPlan() && StanceReader.Read(between, Stance.Done, run.Outline) == Stance.Planned;

    private string ListOfTitle() =>
        ClaimWords.Shared.ListPromises.FindLast(run.Outline.Title.Of(run.Text), out var length, out _) is >= 0 and var at ? run.Outline.Title.Of(run.Text).Substring(at, length) : "";

    // How many works a plan has, and the numbers that say it by standing right in front of what the year is to cost.
    private void NoteSize(in Figure figure, in Phrase phrase)
    {
        if (figure.Unit.Kind == UnitKind.Money)
        {
            if (!phrase.Noun.EndsWith("计划投资", StringComparison.Ordinal) || ListSizes.OfPlannedCost(claims, phrases, run.FirstOfSentence, run.Text) is not (>= 0 and var size))
                return;
            run.PlannedSizes.Add(size);
            for (var i = size; i < claims.Count - 1; i++)
                (claims[i].Stance, claims[i].Period) = (Stance.Planned, claims[^1].Period);
        }
        else if (figure.Value >= SmallestList && ListSizes.CountsWorks(figure.Unit.Name) && ListSizes.NamesWorks(phrase.Noun))
        {
            run.PlannedSizes.Add(claims.Count - 1);
        }
    }

    // 安排重点项目120个。其中：续建项目45个: a part of which nothing is told is as much a plan as its whole.
    private bool IsPartOfPlan(int partOf, in Phrase phrase) =>
        partOf >= run.FirstOfBlock && claims[partOf].Stance == Stance.Planned && phrase.Verb.Length == 0 && ListSizes.CountsWorks(claims[partOf].Unit)
        && ListSizes.NamesWorks(phrase.Noun) && ListSizes.NamesWorks(phrases[partOf - run.FirstOfBlock].Noun);

    // 30项民生实事，其中不设年度任务、常态推进的4项: how many of the list have no number to reach was set with it.
    private bool IsWithoutTask(int index, int partOf) =>
        partOf >= run.FirstOfBlock && claims[partOf].Stance == Stance.Planned && figures.Left(index) is { Length: > 5 } left && left.TrimEnd("有 ").EndsWith("的", StringComparison.Ordinal) && (left.Contains("不设", StringComparison.Ordinal) || left.Contains("未设", StringComparison.Ordinal));

    // 分别突破700亿元和500亿元, 分别增长9%和11%以上: the limit at either end of a list holds for all of it.
    private Bound BoundOfList(int index, ReadOnlySpan<char> before)
    {
        var (first, last) = (index, index);
        while (first > 0 && index - first < LongestList && figures.JoinsPrevious(first))
            first--;
        while (last + 1 < figures.Count && last - index < LongestList && figures.JoinsPrevious(last + 1))
            last++;
        if (first < index && figures[first] is { } leader && leader.From < leader.Start && before.Contains("分别", StringComparison.Ordinal))
            return leader.Bound;
        return last > index && figures[last] is { } closer && closer.To > closer.End && closer.Max is null ? closer.Bound : Bound.Exact;
    }

    private Stance StanceOf(in Figure figure, ReadOnlySpan<char> before)
    {
        if (!MayOverrule(figure.From))
            return run.Standing;
        // 余下的24处坡道全部完工 in a plan: what is left is what is to be done.
        if (run.Standing == Stance.Planned && before[^Math.Min(before.Length, LongestLeft)..] is var near && (near.Contains("余下", StringComparison.Ordinal) || near.Contains("剩余", StringComparison.Ordinal)) && figures.Right(run.At).Contains("全部", StringComparison.Ordinal))
            return Stance.Planned;
        var said = resultFrom > figures.Start ? before[Math.Min(before.Length, Math.Max(0, before.Length - (figure.From - resultFrom)))..] : before;
        return StanceReader.Read(said, run.Standing, run.Outline);
    }

    // 剩余3个小区顺延到2023年3月, 其余2条延至明年6月通车: what is left, with the time it is to be done by.
    private bool IsStillAhead(int index)
    {
        var figure = figures[index];
        var before = figures.Before(index);
        var near = before[^Math.Min(before.Length, LongestLeft)..];
        if (!near.Contains("剩余", StringComparison.Ordinal) && !near.Contains("余下", StringComparison.Ordinal) && !near.Contains("其余", StringComparison.Ordinal))
            return false;
        var behind = run.Text.AsSpan(figure.To, Math.Min(LongestDue, figures.End - figure.To));
        if (behind.IndexOfAny("；;。") is >= 0 and var stop)
            behind = behind[..stop];
        return behind.IndexOfAnyInRange('0', '9') >= 0 && ClaimWords.Shared.Due.Contains(behind);
    }

    // 民生工程8项、子项目41个; 民生事项10条、指标19个: the parts of a list that is a plan are one as well.
    private bool IsPartOfList(int index, Phrase phrase) =>
        claims.Count > run.FirstOfSentence && claims[^1] is { Measure: Measure.Amount, Stance: Stance.Planned } list && ListSizes.CountsWorks(figures[index].Unit.Name) && phrase.Verb.Length == 0
        && ListSizes.NamesList(phrases[^1].Noun) && list.Clean.End <= figures[index].Start && figures[index].Start - list.Clean.End <= LongestLeft && run.Text.AsSpan(list.Clean.End, figures[index].Start - list.Clean.End) is ['、', ..] or [] && (phrase.Noun.Length == 0 || ClaimWords.Shared.ListParts.AtStart(phrase.Noun) > 0 || ListSizes.NamesList(phrase.Noun));

    // 年底前33项全部交账
    private static bool EndsInDeadline(ReadOnlySpan<char> left) =>
        left.TrimEnd(' ') is var words && (words.EndsWith("底前", StringComparison.Ordinal) || words.EndsWith("日前", StringComparison.Ordinal) || words.EndsWith("末前", StringComparison.Ordinal) || words.EndsWith("年内", StringComparison.Ordinal));

    // 规划建设校舍86.66万平方米全部开工: the words behind the number say how far it is.
    private static bool TellsDone(ReadOnlySpan<char> right) =>
        right.StartsWith("全部", StringComparison.Ordinal) && right.Length > 3 && ClaimWords.Shared.Verb.AtStart(right[2..].TrimStart('已')) > 0;

    // 安排重点项目458个，总投资7206.7亿元: what the list costs is as much a plan as the list.
    private bool IsOfPlannedList(int index, in Phrase phrase) =>
        figures[index].Unit.Kind == UnitKind.Money && phrase.Verb.Length == 0 && phrase.Noun.EndsWith("总投资", StringComparison.Ordinal)
        && claims.Count > run.FirstOfSentence && claims[^1].Stance == Stance.Planned && claims[^1].Measure == Measure.Amount && ListSizes.NamesWorks(phrases[^1].Noun);
}
