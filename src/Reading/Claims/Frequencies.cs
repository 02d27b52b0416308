using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims;

/// <summary>每月举办1次: how often something is done is a promise without a period of its own.</summary>
internal static class Frequencies
{
    private static readonly string[] Every = ["每季度", "每季", "每月", "每年", "每周", "每半年", "每日", "每天", "每两周", "每半月", "每旬"];

    public static bool IsOne(ReadOnlySpan<char> left, Unit unit)
    {
        if (unit.Name is not ("次" or "场" or "轮" or "场次" or "期" or "批"))
            return false;
        foreach (var word in Every)
        {
            if (left.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
