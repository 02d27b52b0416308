using Luoshi.Reading.Audits.Checks;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>Tells which figures of a sentence are parts of an earlier one: those behind 其中 or inside brackets.</summary>
internal static class PartMarks
{
    /// <summary>No list of parts is longer; keeps a line of a million figures linear.</summary>
    private const int Farthest = 48;

    /// <summary>
    /// Index (in <paramref name="claims"/>) of the figure of which the one at <paramref name="at"/> is a part, or -1.
    /// What 其中 opens lasts to the end of its sentence, also where 其中 starts a new one.
    /// </summary>
    public static int WholeOf(AuditScope scope, ReadOnlySpan<int> claims, int at)
    {
        var part = scope.Claims[claims[at]];
        if (part.PartOf >= 0)
        {
            var told = claims[..at].BinarySearch(part.PartOf);
            if (told >= 0 && !IsAverage(scope.Claims[claims[told]]))
                return told;
        }

        for (var i = at - 1; i >= 0 && i >= at - Farthest; i--)
        {
            var earlier = scope.Claims[claims[i]];
            var between = scope.Between(earlier, scope.Claims[claims[i + 1]]);
            if (Opens(between))
                return LastAmount(scope, claims, i);
            if (between.ContainsAny("。；;\n") || (i == at - 1 && Closes(between)))
                return -1;
        }

        return -1;
    }

    private static bool Opens(ReadOnlySpan<char> between)
    {
        var among = between.LastIndexOf("其中", StringComparison.Ordinal);
        if (among >= 0)
            return !between[among..].ContainsAny("。；;");
        var open = between.LastIndexOfAny('（', '(');
        return open >= 0 && between[open..].IndexOfAny('）', ')') < 0;
    }

    private static bool Closes(ReadOnlySpan<char> between) => between.IndexOfAny('）', ')') >= 0 && between.IndexOfAny('（', '(') < 0;

    /// <summary>受理96万件，日均3万件，其中电话71万件: the calls are a part of the total, not of a day.</summary>
    private static bool IsAverage(Claim claim) => CheckWords.Average.Any(claim.Indicator);

    /// <summary>接收工单3,120件，较上期减少41件。其中投诉…: the parts are of the count, not of what it lost.</summary>
    private static bool IsDifference(AuditScope scope, Claim claim)
    {
        var before = scope.Before(claim, 12);
        var than = before.IndexOfAny('比', '较');
        return than >= 0 && !before[than..].ContainsAny("，,、") && before.Length > 1 && before[^1] is '少' or '加' or '多' or '增' or '减' or '降' or '长';
    }

    /// <summary>The nearest count in front that is no percentage: 其中 behind a percentage speaks of what was counted.</summary>
    private static int LastAmount(AuditScope scope, ReadOnlySpan<int> claims, int at)
    {
        for (; at >= 0; at--)
        {
            var claim = scope.Claims[claims[at]];
            if (claim.Measure == Measure.Amount && !IsAverage(claim) && !IsDifference(scope, claim))
                return at;
        }

        return -1;
    }
}
