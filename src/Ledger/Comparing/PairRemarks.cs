using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Imports.Sheets;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Matching;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Comparing;

/// <summary>What changed between two statements of one promise, each in a sentence that can be recomputed with a pencil.</summary>
internal static class PairRemarks
{
    /// <summary>About 左右 the rule packs say more; between documents five percent is the usual reading.</summary>
    private const decimal AboutPercent = 5;

    private const decimal SameWording = 0.9m;

    public static IEnumerable<Remark> Of(Statement left, Statement right, Side before, Side after)
    {
        var found = new List<Remark>();
        if (!Likeness.Exchangeable(left.Unit.Unit, right.Unit.Unit))
            found.Add(new Remark(RemarkKind.Unit, Tone.Amber, new Words($"单位由{left.Unit}变为{right.Unit}，两数不能直接比较。", $"The unit changed from {left.Unit} to {right.Unit}; the numbers cannot be compared.")));
        else
            Compare(left, right, before, after, found);
        Wording(left, right, found);
        return found;
    }

    private static void Compare(Statement left, Statement right, Side before, Side after, List<Remark> found)
    {
        if (left.Promised is { } promised && right.Promised is { } again)
            Targets(left, promised, right, again, found);
        if (left.Promised is { } goal && right.Reported is { } reported)
            Result(left, goal, right, reported, before, after, found);
        else if (left.Promised is not null && right.Reported is null && right.Promised is not null && after.Statements.Any(s => s.Reported is not null) && after.Plan == before.Plan && after.Plan is not null)
            found.Add(new Remark(RemarkKind.NotReported, Tone.Amber, new Words("只重复了承诺，没有报告结果。", "The promise is repeated; no result is given.")));
        if (left.Promised is null && left.Reported is { } was && right.Reported is { } now)
            Growth(left, was, right, now, before, after, found);
        else if (left.Reported is { } last && right.Promised is { } next && right.Reported is null)
            Next(left, last, right, next, found);
    }

    private static void Targets(Statement left, TargetValue promised, Statement right, TargetValue again, List<Remark> found)
    {
        if (promised.Value != again.Value)
        {
            var easier = left.LowerIsBetter ? again.Value > promised.Value : again.Value < promised.Value;
            var (from, to) = (promised.Print(left.Unit), again.Print(right.Unit));
            found.Add(easier
                ? new Remark(RemarkKind.TargetLowered, Tone.Cinnabar, new Words($"目标由{from}放低为{to}。", $"The target was lowered from {promised.PrintEnglish(left.Unit)} to {again.PrintEnglish(right.Unit)}."))
                : new Remark(RemarkKind.TargetRaised, Tone.Plain, new Words($"目标由{from}提高为{to}。", $"The target was raised from {promised.PrintEnglish(left.Unit)} to {again.PrintEnglish(right.Unit)}.")));
        }
        else if (promised.Bound != again.Bound)
        {
            found.Add(new Remark(RemarkKind.BoundChanged, Tone.Amber, new Words($"口径由“{promised.Print(left.Unit)}”变为“{again.Print(right.Unit)}”。", $"The bound changed from \"{promised.PrintEnglish(left.Unit)}\" to \"{again.PrintEnglish(right.Unit)}\".")));
        }
    }

    private static void Result(Statement left, TargetValue goal, Statement right, decimal reported, Side before, Side after, List<Remark> found)
    {
        var share = left.LowerIsBetter ? Percent.Of(goal.Value, reported) : Percent.Of(reported, goal.Value);
        if (share is { } percent && !left.IsRate)
        {
            var (a, b) = left.LowerIsBetter ? (left.Unit.Number(goal.Value), right.Unit.Number(reported)) : (right.Unit.Number(reported), left.Unit.Number(goal.Value));
            found.Add(new Remark(RemarkKind.Share, Tone.Plain, new Words($"{a}÷{b}＝{percent}", $"{a} ÷ {b} = {percent}")));
            if (right.Percent is { } printed && printed != percent.Value)
                Denominator(left, goal, right, percent, printed, found);
        }

        var stage = IsEarlier(left, right);
        if (stage)
            found.Add(new Remark(RemarkKind.Stage, Tone.Cinnabar, new Words($"承诺的是“{left.StageWord ?? "完成"}”，报告的是“{right.StageWord}”：阶段未到，不算兑现。", $"Promised was \"{left.StageWord ?? "完成"}\", reported is \"{right.StageWord}\": an earlier step does not keep the promise.")));
        if (!IsYearsEnd(before, after))
            return;
        var kept = goal.IsKeptBy(reported, left.LowerIsBetter ? Direction.LowerIsBetter : Direction.HigherIsBetter, AboutPercent) && !stage;
        found.Add(kept
            ? new Remark(RemarkKind.Kept, Tone.Jade, new Words($"年底{right.Unit.Print(reported)}，兑现“{goal.Print(left.Unit)}”。", $"{right.Unit.Print(reported)} at the year's end keep \"{goal.PrintEnglish(left.Unit)}\"."))
            : new Remark(RemarkKind.NotKept, Tone.Cinnabar, new Words($"年底{right.Unit.Print(reported)}，未兑现“{goal.Print(left.Unit)}”。", $"{right.Unit.Print(reported)} at the year's end do not keep \"{goal.PrintEnglish(left.Unit)}\".")));
    }

    private static void Denominator(Statement left, TargetValue goal, Statement right, Percent recomputed, decimal printed, List<Remark> found)
    {
        var basis = right.Denominator is { } other && other != goal.Value
            ? new Words($"，分母是{right.Unit.Print(other)}", $", taken of {right.Unit.Print(other)}")
            : new Words("", "");
        found.Add(new Remark(RemarkKind.Denominator, Tone.Amber, new Words(
            $"报告印{new Percent(printed)}{basis.Chinese}；按原承诺{goal.Print(left.Unit)}计为{recomputed}。",
            $"{new Percent(printed)} is printed{basis.English}; of the promised {goal.PrintEnglish(left.Unit)} it is {recomputed}.")));
    }

    private static void Growth(Statement left, decimal was, Statement right, decimal now, Side before, Side after, List<Remark> found)
    {
        var sameYear = before.Plan is { } plan && plan == after.Plan;
        if (sameYear && !left.IsRate && now < was && left.Stage == right.Stage)
            found.Add(new Remark(RemarkKind.Fell, Tone.Cinnabar, new Words($"累计数由{left.Unit.Print(was)}降为{right.Unit.Print(now)}。", $"The total to date fell from {left.Unit.Print(was)} to {right.Unit.Print(now)}.")));
        else if (now != was)
            found.Add(new Remark(RemarkKind.Grew, Tone.Plain, new Words($"由{left.Unit.Print(was)}到{right.Unit.Print(now)}。", $"From {left.Unit.Print(was)} to {right.Unit.Print(now)}.")));
    }

    /// <summary>This year's promise beside last year's result: a promise below what was reached already is no stretch.</summary>
    private static void Next(Statement left, decimal last, Statement right, TargetValue next, List<Remark> found)
    {
        var easier = left.LowerIsBetter || right.LowerIsBetter ? next.Value > last : next.Value < last;
        var (done, goal) = (left.Unit.Print(last), next.Print(right.Unit));
        found.Add(easier
            ? new Remark(RemarkKind.TargetLowered, Tone.Amber, new Words($"上年已做到{done}，今年承诺{goal}，低于上年实绩。", $"{done} was reached before; {next.PrintEnglish(right.Unit)} is promised now, less than that."))
            : new Remark(RemarkKind.TargetRaised, Tone.Plain, new Words($"上年做到{done}，今年承诺{goal}。", $"{done} was reached before; {next.PrintEnglish(right.Unit)} is promised now.")));
    }

    private static void Wording(Statement left, Statement right, List<Remark> found)
    {
        if (left.Promised is not null && right.Promised is not null && right.Reported is null && left.Words.LikenessTo(right.Words) < SameWording)
            found.Add(new Remark(RemarkKind.Wording, Tone.Amber, new Words($"措辞由“{left.Name}”变为“{right.Name}”。", $"The wording changed from \"{left.Name}\" to \"{right.Name}\".")));
    }

    /// <summary>A bare promise to do something is a promise to finish it.</summary>
    private static bool IsEarlier(Statement left, Statement right) =>
        right.Stage is Stage.Approved or Stage.Started && right.StageWord is not null && (left.Stage == Stage.None ? Stage.Completed : left.Stage) > right.Stage && TargetReader.StageOf(left.StageWord) != right.Stage;

    private static bool IsYearsEnd(Side before, Side after) => before.Plan is { } plan && after.Period is { } period && period.LastDay >= plan.LastDay;
}
