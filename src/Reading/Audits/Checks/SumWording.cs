using System.Text;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>98 + 28 + 52 + 22 + 8 = 208，与印的总数相符.</summary>
internal static class SumWording
{
    public static (string Chinese, string English) Of(AuditScope scope, ReadOnlySpan<int> parts, decimal sum, Claim total, Verdict verdict)
    {
        var (chinese, english) = (new StringBuilder(), new StringBuilder());
        var step = total.Step;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = scope.Claims[parts[i]];
            chinese.Append(i == 0 ? "" : " + ").Append(Numbers.Chinese(part));
            english.Append(i == 0 ? "" : " + ").Append(Numbers.English(part));
            step = Math.Max(step, part.Step);
        }

        chinese.Append(" = ").Append(Numbers.Chinese(sum, step));
        english.Append(" = ").Append(Numbers.English(sum));
        return End(chinese, english, sum, total, verdict);
    }

    private static (string Chinese, string English) End(StringBuilder chinese, StringBuilder english, decimal sum, Claim total, Verdict verdict)
    {
        var (printed, inEnglish) = (Numbers.Chinese(total) + total.Unit, Numbers.English(total));
        var gap = Math.Abs(sum - total.Value);
        var (more, less) = sum > total.Value ? ("多", "more") : ("少", "less");
        switch (verdict)
        {
            case Verdict.Consistent when gap == 0:
                return ($"{chinese}，与印的总数{printed}相符", $"{english}, the printed total");
            case Verdict.Consistent:
                return ($"{chinese}，与印的总数{printed}相差的尾数在四舍五入之内", $"{english}; the difference to the printed {inEnglish} is within rounding");
            case Verdict.Inconsistent:
                return ($"{chinese}，比印的总数{printed}{more}{Numbers.Chinese(gap, total.Step)}；按各部分，总数应为{Numbers.Chinese(sum, total.Step)}",
                    $"{english}, {Numbers.English(gap)} {less} than the printed total of {inEnglish}; by its parts the total would be {Numbers.English(sum)}");
            default:
                return ($"{chinese}，比印的总数{printed}{more}{Numbers.Chinese(gap, total.Step)}；原文没有说明各部分是否列全、是否重叠，无法判定",
                    $"{english}, {Numbers.English(gap)} {less} than the printed total of {inEnglish}; the text does not say whether the parts are all of it or overlap");
        }
    }
}
