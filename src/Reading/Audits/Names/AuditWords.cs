using System.Collections.Frozen;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Audits.Names;

/// <summary>The word lists the audit goes by, read once.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, List<string>> Lists = WordFile.Load("audit");
    private static readonly WordFinder LessIsBetter = Finder("lower-is-better");
    private static readonly WordFinder ListItself = Finder("list-itself");
    private static readonly FrozenSet<string> Counters = Lists["counters"].ToFrozenSet(StringComparer.Ordinal);

    public static WordFinder Generic { get; } = Finder("generic");

    public static WordFinder PlanCues { get; } = Finder("plan-cue");

    public static bool IsLowerBetter(string indicator) => LessIsBetter.Any(indicator);

    /// <summary>True when the indicator names the list, not a thing on it: 10件32项民生实事.</summary>
    public static bool NamesTheList(string indicator) => ListItself.Any(indicator);

    /// <summary>People are not counted against things: 6个安置点 is nothing of 4260人.</summary>
    public static bool CountsPeople(string unit) => unit is "人" or "名" or "位";

    /// <summary>True for two measure words that may stand for each other: 个 and 处, 套 and 套(户).</summary>
    public static bool SameUnit(string one, string other, out bool exact)
    {
        exact = string.Equals(one, other, StringComparison.Ordinal);
        if (exact)
            return true;
        if (Counters.Contains(one) && Counters.Contains(other))
            return true;
        return IsAlternative(one, other) || IsAlternative(other, one) || IsPer(one, other) || IsPer(other, one);
    }

    /// <summary>个, 处, 名: what counts things one by one.</summary>
    public static bool Counts(string unit) => Counters.Contains(unit);

    /// <summary>元/月 is so much 元.</summary>
    private static bool IsPer(string per, string one) => one.Length > 0 && per.Length > one.Length && per[one.Length] == '/' && per.StartsWith(one, StringComparison.Ordinal);

    /// <summary>套(户) counts 套 or 户.</summary>
    private static bool IsAlternative(string both, string one) =>
        one.Length > 0 && both.Length > one.Length && both[^1] is ')' or '）' && both.Contains(one, StringComparison.Ordinal);

    private static WordFinder Finder(string group) => new((Lists[group], 0));
}
