using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.ReportCards;

namespace Luoshi.Ledger.Bulletins;

/// <summary>One promise of one unit, as a bulletin sees it.</summary>
/// <param name="Before">Its light of the month before; null when nothing was reported then.</param>
/// <param name="Reason">The sentence that explains the light.</param>
internal sealed record BulletinLine(string Unit, string Item, string Indicator, Progress Progress, Light Light, Light? Before, bool Overdue, string Reason);

/// <summary>通报: who is on schedule, who is behind and why, who has not reported, and what changed since the last one.</summary>
internal static class BulletinWriter
{
    /// <returns>Paragraphs, one a line, the title first.</returns>
    public static string Write(string place, string listName, Period period, IReadOnlyList<BulletinLine> lines, IReadOnlyList<string> missing)
    {
        var month = period.LastDay.Month;
        var text = new List<string> { $"关于{place}{listName}{PeriodWords.Title(period)}进展情况的通报" };
        var behind = lines.Where(l => l.Progress == Progress.Behind).OrderByDescending(l => l.Light).ThenBy(l => l.Unit, StringComparer.Ordinal).ToArray();
        var good = lines.GroupBy(l => l.Unit).Where(g => !missing.Contains(g.Key) && g.All(l => l.Light is Light.Good or Light.Done)).Select(g => g.Key).Order(StringComparer.Ordinal).ToArray();
        text.Add($"截至{month}月底，列入评定的指标共{lines.Count}个，其中已实现年度目标{lines.Count(l => l.Progress == Progress.Met)}个、快于或符合序时进度{lines.Count(l => l.Progress is Progress.Ahead or Progress.OnTrack)}个、慢于序时进度{behind.Length}个。现将有关情况通报如下：");
        Section(text, "一、按期推进的单位", good.Length == 0 ? ["本期没有全部指标按期推进的单位。"] : [string.Join("、", good) + "。"]);
        Section(text, "二、进度滞后的事项", behind.Length == 0 ? ["本期没有进度滞后的事项。"] : behind.Select((l, i) => $"{i + 1}.{l.Unit}“{l.Item}”（{l.Indicator}）：{l.Reason}"));
        Section(text, "三、未按时上报的单位", missing.Count == 0 ? ["各单位均已按时上报。"] : [string.Join("、", missing) + "。"]);
        Section(text, "四、与上期相比的变化", Changes(lines));
        text.Add(Closing(behind.Length > 0, missing.Count > 0));
        return string.Join('\n', text);
    }

    /// <summary>Only those are told to act who have something to put right.</summary>
    private static string Closing(bool behind, bool missing) => (behind, missing) switch
    {
        (true, true) => "请进度滞后的单位分析原因、倒排工期，按期整改；未上报的单位立即补报。",
        (true, false) => "请进度滞后的单位分析原因、倒排工期，按期整改。",
        (false, true) => "请未上报的单位立即补报。",
        _ => "请各单位保持进度，按期完成年度目标。",
    };

    private static void Section(List<string> text, string heading, IEnumerable<string> paragraphs)
    {
        text.Add(heading);
        text.AddRange(paragraphs);
    }

    private static IEnumerable<string> Changes(IReadOnlyList<BulletinLine> lines)
    {
        var worse = lines.Where(l => l.Before is { } before && Rank(l.Light) < Rank(before)).ToArray();
        var better = lines.Where(l => l.Before is { } before && Rank(l.Light) > Rank(before)).ToArray();
        if (lines.All(l => l.Before is null))
            yield return "没有上期数据，本期不作比较。";
        else if (worse.Length == 0 && better.Length == 0)
            yield return "与上期相比没有变化。";
        if (better.Length > 0)
            yield return "好转：" + string.Join("、", better.Select(l => $"{l.Unit}“{l.Indicator}”")) + "。";
        if (worse.Length > 0)
            yield return "变差：" + string.Join("、", worse.Select(l => $"{l.Unit}“{l.Indicator}”")) + "。";
    }

    /// <summary>From an alarm up to done; no light at all is neither better nor worse than a good one.</summary>
    private static int Rank(Light light) => light switch
    {
        Light.Alarm => 0,
        Light.Warning => 1,
        Light.None or Light.Good => 2,
        _ => 3,
    };
}
