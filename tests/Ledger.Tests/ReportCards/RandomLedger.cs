using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.ReportCards;

namespace Luoshi.Ledger.Tests.ReportCards;

/// <summary>Ledgers as a city could keep them: real kinds of work, any numbers.</summary>
internal static class RandomLedger
{
    private static readonly (string Name, string Unit, string? Verb)[] Work =
    [
        ("城镇新增就业", "万人", null), ("农村户厕改造", "户", null), ("口袋公园建设", "个", null), ("公共停车泊位新增", "个", null),
        ("老旧小区改造", "个", "开工"), ("供热管网改造", "公里", "完工"), ("困难群众救助资金发放", "万元", null), ("路灯整治", "处", null),
        ("社区食堂建设", "处", "建成"), ("养老床位新增", "张", null), ("公交线路优化调整", "条", null), ("农民技能培训", "万人", null),
        ("既有建筑节能改造", "万平方米", "开工"), ("食品安全定性定量检测", "批次", null), ("荒山造林", "亩", null), ("公租房补贴发放", "户", null),
    ];

    public static CardSource Make(Random random)
    {
        var bundles = new List<CardCommitment>();
        var number = 0;
        for (var b = 1; b <= random.Next(1, 5); b++)
        {
            var items = new List<CardItem>();
            for (var i = 0; i < random.Next(1, 4); i++)
            {
                var work = Pick(random, random.Next(1, 4));
                items.Add(new CardItem
                {
                    Id = Guid.NewGuid(),
                    Number = ++number,
                    Name = work[0].Name,
                    Progress = (Progress)random.Next(0, 7),
                    Figures = [.. work.Select(w => Figure(random, w))],
                });
            }

            bundles.Add(new CardCommitment(b, "持续增进民生福祉", items));
        }

        return CardSamples.Source([.. bundles]);
    }

    private static (string Name, string Unit, string? Verb)[] Pick(Random random, int count) => [.. Work.OrderBy(_ => random.Next()).Take(count)];

    private static CardFigure Figure(Random random, (string Name, string Unit, string? Verb) work)
    {
        var unit = PrintedUnit.Parse(work.Unit);
        // Two decimals at most in front of 万, whole things otherwise: what a city prints.
        var plan = random.Next(1, 5_000) * (unit.Power == 1 ? 1 : unit.Power / 100);
        var actual = random.Next(0, 6_000) * (unit.Power == 1 ? 1 : unit.Power / 100);
        return CardSamples.Figure(work.Name, actual, work.Unit, plan) with
        {
            StageWord = work.Verb,
            WorkingPlan = random.Next(5) == 0 ? plan + (Math.Ceiling(plan / 10 / unit.Power) * unit.Power) : null,
            Promised = random.Next(6) == 0 ? null : new TargetValue(plan, random.Next(3) == 0 ? Bound.AtLeast : Bound.Exact),
        };
    }
}
