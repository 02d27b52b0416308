using Luoshi.Ledger.Matching;
using Luoshi.Platform.Ui;
using Luoshi.Reading;
using Luoshi.Reading.Audits;

namespace Luoshi.Ledger.Comparing;

/// <summary>Sets two sides against each other: which promise became which result, what was changed on the way, what was dropped.</summary>
internal static class Comparer
{
    public static Comparison Run(Side left, Side right, Decided decided)
    {
        var matching = Matcher.Run(left.Statements, right.Statements, decided);
        var audit = Audit(left, right);
        return new Comparison
        {
            Left = left,
            Right = right,
            Pairs = [.. matching.Matches.Select(m => Judge(m, left, right, audit))],
            Dropped = [.. matching.LeftOnly.Where(s => s.Promised is not null)],
            Added = [.. matching.RightOnly.Where(s => s.Promised is not null)],
            OtherLeft = [.. matching.LeftOnly.Where(s => s.Promised is null)],
            OtherRight = [.. matching.RightOnly.Where(s => s.Promised is null)],
        };
    }

    private static ComparedPair Judge(Match match, Side left, Side right, Dictionary<string, Finding> audit)
    {
        var answer = Answer(match);
        var remarks = new List<Remark>(PairRemarks.Of(match.Left, answer, left, right));
        if (audit.TryGetValue(answer.Key, out var finding))
            remarks.Add(new Remark(RemarkKind.Audit, finding.Verdict is Verdict.Inconsistent ? Tone.Cinnabar : finding.Verdict is Verdict.Truncated ? Tone.Amber : Tone.Plain, new Words(finding.Chinese, finding.English)));
        return new ComparedPair(match, answer, remarks);
    }

    /// <summary>226.8 started and 135.8 finished of one promise to finish: the finished ones answer it.</summary>
    private static Statement Answer(Match match)
    {
        var stage = match.Left.Stage;
        if (match.Right.Stage >= stage || match.Others.Count == 0)
            return match.Right;
        return match.Others.Where(o => o.Stage >= stage && o.Unit.Unit == match.Right.Unit.Unit).OrderBy(o => o.Stage).FirstOrDefault() ?? match.Right;
    }

    /// <summary>Rows of the right text whose plan the audit found in the left one.</summary>
    private static Dictionary<string, Finding> Audit(Side left, Side right)
    {
        if (left.Reading is not { } plan || right.Reading is not { } result)
            return [];
        var found = LuoshiReader.Audit([plan, result])[1].Where(f => f.PlanElsewhere is { Document: 0 });
        return found.GroupBy(f => $"{right.Code}:{result.Claims[f.Subject].Raw.Start}").ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }
}
