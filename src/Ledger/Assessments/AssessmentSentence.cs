using System.Globalization;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Assessments;

/// <summary>Says why a light shows, with every number that decided it.</summary>
internal static class AssessmentSentence
{
    public static Words Of(Reckoning known, Assessment found) => known switch
    {
        { Kind: IndicatorKind.Milestone or IndicatorKind.Policy } => StepSentence.Of(known, found),
        { Promised: { } promised, Actual: { } actual } => Of(known, found, promised, actual),
        _ => Without(known, found.Progress),
    };

    private static Words Of(Reckoning known, Assessment found, TargetValue promised, decimal actual)
    {
        var done = Done(known, actual);
        if (known.Direction == Direction.LowerIsBetter)
            return done + Lower(known, found, promised) + Overdue(known, found);
        if (found.Progress == Progress.Met)
            return done + Met(known, found, promised) + Promise(known, found, promised);
        return done + Against(known, found) + Promise(known, found, promised) + Overdue(known, found);
    }

    /// <summary>When there is no result or nothing to hold it against.</summary>
    public static Words Without(Reckoning known, Progress progress) => progress switch
    {
        Progress.NotReported => new Words($"{known.On.Month}月尚未上报。", $"Nothing was reported for {known.On.ToString("MMMM", CultureInfo.InvariantCulture)}."),
        Progress.NotDue => new Words("尚未到计划节点。", "Nothing is due yet."),
        _ when known.Actual is { } actual => Done(known, actual) + new Words("未设目标，不作评价。", "There is no target, so it is not rated."),
        _ when known.Promised is null => new Words("未设目标，不作评价。", "There is no target, so it is not rated."),
        _ => new Words("尚无审定数据。", "There is no accepted figure yet."),
    };

    private static Words Done(Reckoning known, decimal actual)
    {
        var number = known.Unit.Print(actual);
        var (verb, english) = known.Kind == IndicatorKind.Rate ? ("为", "the level is") : ("完成", "the result is");
        return new Words($"{Days.ChineseAsOf(known.On)}{verb}{number}，", $"{Capital(Days.EnglishAsOf(known.On))} {english} {number};");
    }

    private static Words Met(Reckoning known, Assessment found, TargetValue promised) =>
        new($"已达到承诺的{promised.Print(known.Unit)}（占年计划的{found.OfPlan}）。", $"the promise of {promised.PrintEnglish(known.Unit)} is kept ({found.OfPlan} of the plan).");

    private static Words Against(Reckoning known, Assessment found)
    {
        var plan = known.Unit.Print(known.Denominator ?? 0);
        var share = new Words($"占年计划{plan}的{found.OfPlan}，", $"{found.OfPlan} of the year's plan of {plan};");
        if (found.Reached != found.OfPlan)
            share += new Words($"自基期{known.Unit.Print(known.Baseline ?? 0)}起完成提升任务的{found.Reached}，", $"{found.Reached} of the way from the baseline of {known.Unit.Print(known.Baseline ?? 0)};");
        return share + Due(found);
    }

    private static Words Due(Assessment found) => found.Gap switch
    {
        null => new Words("无序时计划。", "no schedule is set."),
        0 => new Words($"与序时进度{found.Due}持平。", $"level with the schedule of {found.Due}."),
        > 0 and var ahead => new Words($"超序时进度（{found.Due}）{Points(ahead)}个百分点。", $"{Points(ahead)} points ahead of the schedule of {found.Due}."),
        var behind => new Words($"慢于序时进度（{found.Due}）{Points(-behind.Value)}个百分点。", $"{Points(-behind.Value)} points behind the schedule of {found.Due}."),
    };

    /// <summary>Told only where the promise and the denominator in print differ.</summary>
    private static Words Promise(Reckoning known, Assessment found, TargetValue promised) => known.Denominator == promised.Value
        ? new Words("", "")
        : new Words($"按承诺{promised.Print(known.Unit)}计为{found.OfPromise}。", $"Against the promise of {promised.PrintEnglish(known.Unit)} it is {found.OfPromise}.");

    private static Words Lower(Reckoning known, Assessment found, TargetValue promised)
    {
        var (chinese, english) = found.Progress is Progress.Behind ? ("超出", "above") : ("符合", "within");
        return new Words($"{chinese}控制目标（{promised.Print(known.Unit)}，越低越好）。", $"{english} the limit of {promised.PrintEnglish(known.Unit)} (lower is better).");
    }

    private static Words Overdue(Reckoning known, Assessment found)
    {
        if (!found.Overdue)
            return new Words("", "");
        var deadline = known.Deadline ?? known.Plan.LastDay;
        return new Words($"期限{Days.Chinese(deadline)}已过。", $"The deadline of {Days.English(deadline)} has passed.");
    }

    private static string Points(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
