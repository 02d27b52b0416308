using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Time;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>
/// 占年度目标的61.8%，快于时序进度11.8个百分点. The schedule is the share of the year gone by unless the text prints another;
/// places also plan unevenly (60 % by mid-year), so one that was not printed never makes a conflict.
/// </summary>
internal static class Schedules
{
    public static void Find(AuditScope scope, ReadOnlySpan<int> claims, List<Finding> findings)
    {
        for (var at = 1; at < claims.Length; at++)
        {
            var points = scope.Claims[claims[at]];
            if (points.Unit != "百分点" || points.Stance != Stance.Done || !PrintedValue.IsUsable(points) || !CheckWords.Schedule.Any(scope.Before(points, 16)))
                continue;
            if (ProgressOf(scope, claims, at) is >= 0 and var progress)
                Judge(scope, claims, at, progress, findings);
        }
    }

    private static int ProgressOf(AuditScope scope, ReadOnlySpan<int> claims, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 3; i--)
        {
            var claim = scope.Claims[claims[i]];
            if (scope.CrossesSentence(claim.Clean.End, scope.Claims[claims[at]].Clean.Start))
                return -1;
            if (claim.Measure is Measure.OfPlan or Measure.Rate && claim.Unit == "%" && !CheckWords.Schedule.Any(scope.Before(claim, 8)))
                return i;
        }

        return -1;
    }

    private static void Judge(AuditScope scope, ReadOnlySpan<int> claims, int at, int progress, List<Finding> findings)
    {
        var (done, points) = (scope.Claims[claims[progress]], scope.Claims[claims[at]]);
        var printed = Printed(scope, claims, progress, at);
        if (printed < 0 && Elapsed(points.Period ?? done.Period) is null)
            return;
        var schedule = printed >= 0 ? scope.Claims[claims[printed]].Value : Elapsed(points.Period ?? done.Period) ?? 0;
        var due = printed >= 0 ? PrintedValue.OfComputed(scope.Claims[claims[printed]]) : Interval.Exact(schedule);
        var behind = CheckWords.Behind.Any(scope.Before(points, 16)) || points.Value < 0;
        var actual = PrintedValue.OfComputed(done);
        var fit = Check.Judge(behind ? due - actual : actual - due, points);
        var verdict = Check.VerdictOf(fit == Fit.CutOff ? Fit.Off : fit, printed >= 0 ? Verdict.Inconsistent : Verdict.CannotTell);
        var gap = Percentages.HalfUp(behind ? schedule - done.Value : done.Value - schedule, 2);
        var (shown, size) = (Numbers.Plain(Percentages.HalfUp(schedule, 1)), Numbers.Plain(Math.Abs(points.Value)));
        var sum = behind ? $"{shown} − {Numbers.Plain(done.Value)}" : $"{Numbers.Plain(done.Value)} − {shown}";
        var note = printed >= 0 ? ("", "") : ("（按全年时间已过的比例作时序）", " (schedule taken as the share of the year gone by)");
        var working = Check.Outcome(sum + note.Item1, sum + note.Item2, Numbers.Plain(Percentages.HalfUp(gap, 1)), size, verdict);
        findings.Add(Check.Make(scope, Relation.Difference, verdict, claims[at], working, Percentages.HalfUp(gap, 1), [claims[progress], claims[at]]));
    }

    /// <summary>时序进度50%, where the sentence prints it.</summary>
    private static int Printed(AuditScope scope, ReadOnlySpan<int> claims, int progress, int at)
    {
        for (var i = Math.Max(0, progress - 2); i <= at + 1 && i < claims.Length; i++)
        {
            var claim = scope.Claims[claims[i]];
            if (i != progress && i != at && claim.Unit == "%" && CheckWords.Schedule.Any(scope.Before(claim, 8)))
                return i;
        }

        return -1;
    }

    /// <summary>Part of the year gone by at the end of a period that starts with the year.</summary>
    private static decimal? Elapsed(Period? period) =>
        period is { Months: < 12 } within && within.FirstDay.Month == 1 ? within.Months * 100m / 12 : null;
}
