using Luoshi.Ledger.Indicators;
using Luoshi.Reading;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Documents;

namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>Finds the indicators in the words of a task: 启动改造老旧小区200个以上 is a count of 200 or more, at the stage of being started.</summary>
internal static class TargetReader
{
    public static IReadOnlyList<ProposedIndicator> Read(string text)
    {
        if (text.Length == 0)
            return [];
        var reading = LuoshiReader.Read(new SourceDocument("target.txt", DocumentFormat.Text, "utf-8", text, []));
        var found = new List<ProposedIndicator>();
        for (var i = 0; i < reading.Claims.Count; i++)
        {
            if (reading.Claims[i] is { Optional: false, PartOf: < 0 } claim && Counts(claim))
                found.Add(Indicator(reading, claim) with { Parts = [.. Parts(reading, i)] });
        }

        return found;
    }

    public static bool Counts(Claim claim) => claim.Measure is Measure.Amount or Measure.Rate;

    public static ProposedIndicator Indicator(ReadingResult reading, Claim claim) => new()
    {
        Name = Shorten(claim.Indicator),
        Unit = new PrintedUnit(claim.Unit, Power(claim.Raw.Of(reading.Document.Text))),
        Kind = claim.Unit == "元" ? IndicatorKind.Money : claim.Measure is Measure.Rate or Measure.OfPlan ? IndicatorKind.Rate : IndicatorKind.Quantity,
        Direction = claim.Bound is Kernel.Quantities.Bound.AtMost or Kernel.Quantities.Bound.LessThan ? Direction.LowerIsBetter : Direction.HigherIsBetter,
        Stage = StageOf(claim.Stage),
        StageWord = claim.Stage,
        Promised = claim.Value,
        Bound = claim.Bound,
    };

    private static IEnumerable<ProposedIndicator> Parts(ReadingResult reading, int whole) =>
        reading.Claims.Where(c => c.PartOf == whole && Counts(c)).Select(c => Indicator(reading, c));

    private static string Shorten(string name) => name.Length <= Indicators.Indicator.MaxName ? name : name[..Indicators.Indicator.MaxName];

    /// <summary>Printed in 万 or 亿, so the reports are written in it too.</summary>
    private static decimal Power(string printed)
    {
        if (printed.Contains("万亿", StringComparison.Ordinal))
            return 1_000_000_000_000m;
        if (printed.Contains('亿') || printed.Contains('億'))
            return 100_000_000m;
        return printed.Contains('万') || printed.Contains('萬') ? 10_000m : 1m;
    }

    private static readonly (Stage Stage, string[] Verbs)[] Stages =
    [
        (Stage.InUse, ["投用", "运行", "运营", "启用", "投入使用"]),
        (Stage.Delivered, ["发放", "受益", "惠及", "兑付"]),
        (Stage.Approved, ["立项", "签约", "确定", "选址", "设计", "勘察", "招标"]),
        (Stage.Started, ["开工", "启动", "动工"]),
    ];

    private static readonly string[] Completions = ["完工", "竣工", "建成", "完成", "贯通"];

    /// <summary>The verb a name ends in: 口袋公园完工 is counted at 完工.</summary>
    public static string? StageVerbOf(string name) =>
        Stages.SelectMany(s => s.Verbs).Concat(Completions).FirstOrDefault(v => name.EndsWith(v, StringComparison.Ordinal));

    /// <summary>The step a verb stands for; 启动改造 and 开工建设 are starts, 建成投用 is in use.</summary>
    public static Stage StageOf(string? verb)
    {
        if (string.IsNullOrEmpty(verb))
            return Stage.None;
        foreach (var (stage, verbs) in Stages)
        {
            if (Array.Exists(verbs, v => verb.Contains(v, StringComparison.Ordinal)))
                return stage;
        }

        return verb == "实施" ? Stage.Started : Stage.Completed;
    }
}
