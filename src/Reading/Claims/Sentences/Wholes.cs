using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Finds the number that another is a part of: 其中…, and what a bracket behind a number holds.</summary>
internal sealed class Wholes(SentenceRun run)
{
    private readonly List<Claim> claims = run.Claims;
    private readonly List<Phrase> phrases = run.BlockPhrases;
    private readonly SentenceFigures figures = run.Figures;

    public bool IsPart(int index, ReadOnlySpan<char> left)
    {
        if (claims.Count == run.FirstOfBlock)
            return false;
        if (figures.LeftSigns(index).Has(Sign.Part) && left.Trim(' ') is ['其', '中', ..] or ['包', '括', ..])
            return true;
        if (run.SplitsFirst && index > 0 && claims.Count > run.FirstOfSentence && figures[index].Unit == figures[0].Unit && claims[run.FirstOfSentence].PartOf < 0)
            return true;
        if (figures[index].From <= run.FirstPart)
            return false;
        var before = figures.Before(index);
        var among = before.LastIndexOf("其中", StringComparison.Ordinal);
        if (among < 0 || before[among..].IndexOfAny('；', ';') < 0)
            return among >= 0;
        among += figures[index].From - before.Length;
        return IsOfWhat(index, among) && !HasPartsOfItsOwn(index) && !FollowsWhole(index, among);
    }

    // 停车位600个；公厕40座，其中城区18座；口袋公园9个: behind the semicolon only what is counted as the whole in front of 其中 is a part of it.
    private bool IsOfWhat(int index, int among)
    {
        for (var i = claims.Count - 1; i >= run.FirstOfSentence; i--)
        {
            if (claims[i].Clean.End <= among && claims[i].Measure == Measure.Amount)
                return claims[i].Unit == figures[index].Unit.Name || AreCases(claims[i].Unit, figures[index].Unit.Name);
        }

        return true;
    }

    // 龙头企业20家，其中省级2家；家庭农场388家，新增9家: what is more than the whole is none of its parts, nor what is told of it behind.
    private bool FollowsWhole(int index, int among)
    {
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfSentence, claims.Count - SentenceRun.FarthestBack) && claims[i].Clean.Start > among; i--)
        {
            if (claims[i] is { Measure: Measure.Amount, PartOf: < 0 } && claims[i].Unit == figures[index].Unit.Name)
                return true;
        }

        return WholeOf(figures[index].Unit, namesNothing: true) is >= 0 and var whole && figures[index].Value > claims[whole].Value;
    }

    // 省级30项，其中…17项；市级49项，其中…23项: behind the semicolon stands the next whole.
    private bool HasPartsOfItsOwn(int index)
    {
        var behind = run.Text.AsSpan(figures[index].To, figures.End - figures[index].To);
        var part = behind.IndexOf("其中", StringComparison.Ordinal);
        return part >= 0 && behind[..part].IndexOfAny('；', ';') < 0;
    }

    // 其中：工业项目13个，已开工10个: the part goes on to tell its own step, so the step of the whole is none of its.
    public bool TellsStep(int index)
    {
        var behind = run.Text.AsSpan(figures[index].To, Math.Min(figures.End, figures[index].To + 3) - figures[index].To);
        return behind.Length == 3 && behind[0] is '，' or ',' or '、' && (behind[1] is '已' || behind[1..] is "实际");
    }

    // 46653件(电话诉求41424件、非电话诉求5229件): what the bracket behind a number holds are its parts.
    public int InBracketOf(int index)
    {
        if (index == 0 || !(figures[index].Unit.Counts || figures[index].Unit.Kind == UnitKind.Money) || !IsAnyBeforeBracket())
            return -1;
        var (depth, least) = (0, Math.Max(figures.Start, figures[index].From - 80));
        for (var at = figures[index].From - 1; at > least; at--)
        {
            var c = run.Text[at];
            if (Marks.Closes(c))
                depth++;
            if (!Marks.Opens(c) || --depth >= 0)
                continue;
            for (var i = claims.Count - 1; i >= run.FirstOfSentence; i--)
            {
                if (claims[i].Clean.End <= at)
                    return claims[i].Clean.End == at && claims[i].Measure == Measure.Amount && claims[i].Unit == figures[index].Unit.Name ? i : -1;
            }

            return -1;
        }

        return -1;
    }

    // Most sentences have no such bracket, which the few numbers in front tell sooner than all the words between.
    private bool IsAnyBeforeBracket()
    {
        for (var i = run.FirstOfSentence; i < claims.Count; i++)
        {
            if (claims[i].Clean.End is var end && end < run.Text.Length && Marks.Opens(run.Text[end]))
                return true;
        }

        return false;
    }

    // The last number of the same unit that is no part itself.
    // 其中转办227件 may be of 894个来电; 26个工单滞后 names its own.
    public int WholeOf(Unit unit, bool namesNothing)
    {
        for (var i = claims.Count - 1; i >= Math.Max(run.FirstOfBlock, claims.Count - 40); i--)
        {
            if (claims[i].Measure == Measure.Amount && claims[i].PartOf < 0 && (claims[i].Unit == unit.Name || (namesNothing && AreCases(claims[i].Unit, unit.Name))) && !run.TellsDifference(claims[i]) && !run.IsAverage(i))
                return i;
        }

        return -1;
    }

    // 接听来电8947个，其中转办2274件
    private static bool AreCases(string one, string other) =>
        one.Length == 1 && other.Length == 1 && one is "个" or "件" or "宗" && other is "个" or "件" or "宗";
}
