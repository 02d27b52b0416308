using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>What two figures are to each other before one is taken for the plan of the other.</summary>
internal static class PlanNature
{
    /// <summary>Percent points that no slip of the pen in a figure near 100 % makes up.</summary>
    private const decimal FarOff = 15;

    /// <summary>56万 of a plan of 21万 cannot be 70% of it: more than all of a plan is no part, and a part is not more than all.</summary>
    public static bool IsAbsurd(Claim done, Claim plan, Claim percent)
    {
        var ratio = plan.Value == 0 ? 0 : done.Value / plan.Value * 100;
        return ratio > 100 != percent.Value > 100 && Math.Abs(ratio - percent.Value) > FarOff;
    }

    /// <summary>More than a hundred times the plan, where a percentage of ordinary size is printed.</summary>
    public static bool IsOtherOrder(Claim done, Claim plan, Claim percent) => done.Value > plan.Value * 100 && percent.Value < 1000;

    public static bool IsCostOfAll(Claim claim) => claim.Unit == "元" && claim.Indicator.Contains("总投资", StringComparison.Ordinal);

    public static bool IsLowerBetter(Claim result, Claim plan) =>
        AuditWords.IsLowerBetter(result.Indicator) || AuditWords.IsLowerBetter(plan.Indicator) || (plan.Bound is Bound.AtMost or Bound.LessThan && plan.Unit == result.Unit && plan.Unit is "小时" or "分钟" or "天" or "工作日" or "个工作日" or "日");

    /// <summary>新建书屋64间，超额完成55间的年度目标任务: behind the number it is called the task.</summary>
    public static bool NamesTask(AuditScope scope, Claim plan)
    {
        var behind = scope.After(plan, 10);
        return plan.Stance == Stance.Planned && behind.Length > 2 && behind[0] == '的' && ClaimWords.Shared.PlanNouns.Contains(behind) && scope.Before(plan, 6).Contains("完成", StringComparison.Ordinal);
    }
}
