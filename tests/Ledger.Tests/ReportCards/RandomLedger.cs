using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.ReportCards;

namespace Luoshi.Ledger.Tests.ReportCards;

/// <summary>Ledgers as a city could keep them: real kinds of work in every shape a card has to print, any numbers.</summary>
internal static class RandomLedger
{
    private static readonly (string Name, string Unit, string? Verb)[] Work =
    [
        ("城镇新增就业", "万人", null), ("农村户厕改造", "户", null), ("口袋公园建设", "个", null), ("公共停车泊位新增", "个", null),
        ("老旧小区改造", "个", "开工"), ("供热管网改造", "公里", "完工"), ("困难群众救助资金发放", "万元", null), ("路灯整治", "处", null),
        ("社区食堂建设", "处", "建成"), ("养老床位新增", "张", null), ("公交线路优化调整", "条", null), ("农民技能培训", "万人", null),
        ("既有建筑节能改造", "万平方米", "开工"), ("食品安全定性定量检测", "批次", null), ("荒山造林", "亩", null), ("公租房补贴发放", "户", null),
        ("保障性住房筹集", "套(户)", null), ("创业担保贷款发放", "亿元", null), ("中小学校建设", "所", "开工"), ("便民服务驿站建设", "家", null),
    ];

    private static readonly (string Name, string Unit)[] Levels = [("农村生活污水治理率", "%"), ("家庭医生签约覆盖率", "%"), ("学前教育毛入学率", "%")];

    private static readonly (string Name, string Unit)[] Limits = [("供水管网漏损率", "%"), ("急救平均到达时间", "分钟"), ("城镇登记失业率", "%")];

    private static readonly string[] Policies = ["长期护理保险办法施行", "孤儿基本生活费新标准执行", "采购公告发布", "可行性研究批复"];

    private static readonly string[] Sentences = ["各级各部门协同发力，项目有序推进", "设备参数论证完成", "施工单位已经进场，正在做管线迁改", "新标准按月足额执行；群众反映良好"];

    private static readonly string[] NextSteps = ["加快验收移交", "抓紧组织开标，早日开工", "督促进度慢的单位倒排工期", "做好后续管护"];

    public static CardSource Make(Random random)
    {
        var bundles = new List<CardCommitment>();
        var number = 0;
        var used = new HashSet<string>(StringComparer.Ordinal);
        for (var b = 1; b <= random.Next(1, 6); b++)
        {
            // A city does not promise one thing twice in a list.
            var items = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Item(random, 1)).Where(i => i.Figures.DistinctBy(f => f.Name).All(f => used.Add(f.Name))).Select(i => i with { Number = ++number }).ToList();
            if (items.Count == 0)
                continue;
            bundles.Add(new CardCommitment(b, random.Next(4) == 0 ? null : Promise(items), items));
        }

        return CardSamples.Source([.. bundles]);
    }

    /// <summary>Some promises print their goals, some only praise them.</summary>
    private static string Promise(List<CardItem> items)
    {
        var goals = items.SelectMany(i => i.Figures).Where(f => f.Promised is not null && f.Stage == Stage.None && f.Direction == Direction.HigherIsBetter && f.Kind != IndicatorKind.Rate)
            .Select(f => $"{f.Name}{f.Promised!.Value.Print(f.Unit)}").ToArray();
        return goals.Length == 0 ? "持续增进民生福祉" : "持续增进民生福祉，" + string.Join("，", goals);
    }

    private static CardItem Item(Random random, int number) => random.Next(10) switch
    {
        0 => Without(random, number),
        1 => WithStep(random, number),
        2 => Level(random, number),
        3 => Limit(random, number),
        4 => Stages(random, number),
        5 => WithParts(random, number),
        _ => Counts(random, number),
    };

    private static CardItem Without(Random random, int number) =>
        Named(random, number, "紧急医学救援能力建设") with { Words = random.Next(2) == 0 ? Pick(random, Sentences) : null, Progress = random.Next(3) switch { 0 => Progress.NotReported, 1 => Progress.Awaited, _ => Progress.OnTrack } };

    private static CardItem WithStep(Random random, int number) =>
        Named(random, number, "政策提标落实") with { Steps = [new CardStep(Pick(random, Policies), new DateOnly(2025, random.Next(1, 7), random.Next(1, 28)))] };

    private static CardItem Level(Random random, int number)
    {
        var (name, unit) = Levels[random.Next(Levels.Length)];
        return Named(random, number, name[..^1] + "提升", CardSamples.Figure(name, random.Next(100, 1000) / 10m, unit, random.Next(3) == 0 ? null : random.Next(50, 100), random.Next(2) == 0 ? Bound.AtLeast : Bound.Exact) with { Kind = IndicatorKind.Rate });
    }

    private static CardItem Limit(Random random, int number)
    {
        var (name, unit) = Limits[random.Next(Limits.Length)];
        return Named(random, number, "供水与急救提升", CardSamples.Figure(name, random.Next(10, 140) / 10m, unit, random.Next(4, 13), Bound.AtMost) with { Kind = unit == "%" ? IndicatorKind.Rate : IndicatorKind.Quantity, Direction = Direction.LowerIsBetter });
    }

    private static CardItem Stages(Random random, int number)
    {
        var (quantity, plan) = (Guid.NewGuid(), random.Next(20, 400));
        var started = random.Next(0, plan * 2);
        var finished = random.Next(0, started + 1);
        return Named(random, number, "居家养老服务中心建设",
            CardSamples.Figure("居家养老服务中心", started, "个", plan) with { Quantity = quantity, Stage = Stage.Started, StageWord = "开工" },
            CardSamples.Figure("居家养老服务中心", finished, "个", random.Next(2) == 0 ? null : plan) with { Quantity = quantity, Stage = Stage.Completed, StageWord = "建成" });
    }

    private static CardItem WithParts(Random random, int number)
    {
        string[] kinds = ["社区文化室", "街角书吧", "小剧场", "非遗工坊"];
        var parts = kinds.Take(random.Next(2, 5)).Select(k => CardSamples.Figure(k, random.Next(1, 90), "处")).ToArray();
        var sum = parts.Sum(p => p.Actual);
        // A part not reported yet, a whole that does not close, or both right.
        var whole = random.Next(3) == 0 ? sum + random.Next(1, 20) : sum;
        return Named(random, number, "文化场馆建设", CardSamples.Figure("文化场馆建设", whole, "处", random.Next(50, 400)) with { Parts = parts, PartsMissing = whole > sum ? random.Next(2) : 0 });
    }

    private static CardItem Counts(Random random, int number)
    {
        var work = Work.OrderBy(_ => random.Next()).Take(random.Next(1, 5)).ToArray();
        return Named(random, number, work[0].Name, [.. work.Select(w => Figure(random, w))]) with
        {
            Words = random.Next(4) == 0 ? Pick(random, Sentences) : null,
            NextStep = random.Next(3) == 0 ? Pick(random, NextSteps) : null,
        };
    }

    private static CardItem Named(Random random, int number, string name, params CardFigure[] figures) => CardSamples.Item(number, name, figures) with { Progress = (Progress)random.Next(0, 7) };

    private static CardFigure Figure(Random random, (string Name, string Unit, string? Verb) work)
    {
        var unit = PrintedUnit.Parse(work.Unit);
        // Two decimals at most in front of 万, whole things otherwise: what a city prints.
        var step = unit.Power == 1 ? 1 : unit.Power / 100;
        var plan = random.Next(1, 5_000) * step;
        var actual = random.Next(8) switch { 0 => 0, 1 => plan * 3 + step, _ => random.Next(0, 6_000) * step };
        return CardSamples.Figure(work.Name, actual, work.Unit, plan) with
        {
            StageWord = work.Verb,
            WorkingPlan = random.Next(5) == 0 ? plan + (Math.Ceiling(plan / 10 / unit.Power) * unit.Power) : null,
            Promised = random.Next(6) == 0 ? null : new TargetValue(plan, random.Next(3) == 0 ? Bound.AtLeast : Bound.Exact),
        };
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
