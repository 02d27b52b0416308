namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Reads how far growths and levels told right before are from a plan or from the same elsewhere.</summary>
internal sealed class Distances(SentenceRun run, ClaimWriter writer)
{
    private readonly List<Claim> claims = run.Claims;
    private readonly List<Phrase> phrases = run.BlockPhrases;
    private readonly SentenceFigures figures = run.Figures;

    private const int LongestBeside = 12;

    /// <summary>增长26.4%，高于年初12%的目标14.4个百分点: the plan of a growth stands inside its distance from it.</summary>
    public bool ReadPlan(int index, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (claims[^1].Measure is Measure.Change or Measure.Rate && PlansNamed.IsInDistance(left, right))
        {
            writer.Add(index, phrases[^1], claims[^1].Measure, of: -1, partOf: -1, forced: Stance.Planned);
            return true;
        }

        if (index == 0 || figures[index].Unit.Kind != Lexicons.UnitKind.Points || claims[^1].Stance != Stance.Planned || left.Trim(' ') is not ("的目标" or "的预期目标" or "的任务" or "的计划"))
            return false;
        writer.Add(index, phrases[^1], Measure.Change, of: -1, partOf: -1, PlansNamed.IsBelow(figures.Left(index - 1)) ? -1 : 1, Stance.Done);
        return true;
    }

    /// <summary>收入增长36%，利润增长12%，分别高于全国6和1个百分点: as many growths or levels in front, in their order.</summary>
    public bool ReadInOrder(int first, int behind, int sign)
    {
        var count = behind - first;
        var left = figures.Left(first).TrimStart(" ，,");
        // 同比分别增长12.8%和13.5%，快于东部地区1.8和2.5个百分点: the word may be left out where the comparison begins the clause.
        if (claims.Count - run.FirstOfSentence < count || !(Joints.TellsOrder(left) || ClaimWords.Shared.Beside.AtStart(left) > 1))
            return false;
        for (var i = 1; i <= count; i++)
        {
            // 结案率分别达到99%、98%，分别高于目标要求4个、3个百分点
            if (claims[^i].Unit != "%" || claims[^i].Measure != claims[^1].Measure || claims[^i].Measure is not (Measure.Change or Measure.Rate))
                return false;
        }

        for (var i = first; i < behind; i++)
        {
            writer.Add(i, phrases[^count], Measure.Change, of: -1, partOf: -1, sign);
            SayFromWhat(first, claims.Count - 1 - count);
        }

        return true;
    }

    /// <summary>增长6.4%，高于全省0.4个百分点: the name of a distance says from what it is: 增速高于全省. What follows goes on from the name without it.</summary>
    /// <param name="of">The claim whose distance it is, or -1.</param>
    public void SayFromWhat(int index, int of)
    {
        var words = ClaimWords.Shared;
        var left = Phrases.TrimLink(figures.Left(index).Trim(" 　，,约近超"));
        var from = words.Beside.FindLast(left, out _, out _);
        if (from < 0 && words.Schedules.AtEnd(left) is var schedule and > 0)
            from = left.Length - schedule;
        if (from < 0 || left.Length - from is < 4 or > LongestBeside || left[from..].IndexOfAny("，,；;") >= 0)
            return;
        var (noun, growth) = (claims[^1].Indicator, of >= run.FirstOfSentence && claims[of].Measure == Measure.Change && claims[of].Unit == "%");
        // 地区生产总值完成430亿元，增长5%，高于全国2个百分点: the growth is, and not what was completed.
        if (growth)
            noun = phrases[^1].Noun.Length > 1 ? phrases[^1].Noun + (Ratios.IsGrowthNoun(phrases[^1].Noun) ? "" : "增速") : noun;
        var told = Phrases.Tidy(left[from..]);
        if (!noun.EndsWith(told, StringComparison.Ordinal))
            claims[^1].Indicator = noun + told;
    }
}
