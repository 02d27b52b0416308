using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Reports;

namespace Luoshi.Ledger.Demo;

/// <summary>What the units of the fictional city say where they are behind. Invented like the numbers, and without any number of their own.</summary>
internal static class DemoWords
{
    private const string Built = "个处所套公里";

    /// <param name="pace">Of what an even year would have brought by now.</param>
    public static ReportNote? Of(Guid report, Indicator indicator, decimal pace)
    {
        if (pace >= 0.9m)
            return null;
        var built = Built.Contains(indicator.Unit, StringComparison.Ordinal);
        var note = new ReportNote { ReportId = report, ItemId = indicator.ItemId };
        (note.Progress, note.NextStep) = built
            ? ("已陆续进场，部分点位开工偏晚", "倒排工期，逐个点位明确完成时间，每周调度")
            : ("按片区分批组织，部分片区启动偏晚", "统一排定各片区计划，按周通报完成情况");
        note.Problem = built ? "部分点位用地移交和管线迁改没有到位，施工队伍无法进场。" : "各片区排期分散，基层组织力量不足。";
        if (pace < 0.7m)
            note.HelpNeeded = built ? "请协调自然资源、供电、供水等单位，尽快完成用地移交和管线迁改。" : "请协调各区县统一排期，抽调人员支援进度落后的片区。";
        return note;
    }
}
