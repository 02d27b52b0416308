using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Demo;

/// <param name="Verb">The verb of the promise: 完成, 新增, 启动.</param>
/// <param name="Districts">Counted by the districts, whose numbers make the city's.</param>
internal sealed record DemoCount(string Name, string Verb, decimal Target, string Unit, bool Districts = false, Bound Bound = Bound.Exact, decimal? WorkingPlan = null, Stage Stage = Stage.None, string? StageWord = null, IndicatorKind Kind = IndicatorKind.Quantity, bool Promised = true)
{
    /// <summary>What has to happen on the way, by month and day.</summary>
    public IReadOnlyList<DemoStep> Steps { get; init; } = [];
}

internal sealed record DemoStep(string Name, int Month, int Day);

internal sealed record DemoItem(string Name, string Lead, string District, params IReadOnlyList<DemoCount> Counts);

internal sealed record DemoBundle(string Theme, params IReadOnlyList<DemoItem> Items);

/// <summary>What the fictional city 海岳市 promises in a year. Places, numbers and results are invented.</summary>
internal static class DemoWork
{
    public static IReadOnlyList<string> Districts { get; } = ["云栖区", "望潮区", "临砚县", "松岛区"];

    /// <summary>Bureaus of the city; those of a district carry its name in front.</summary>
    public static IReadOnlyList<string> Bureaus { get; } =
    [
        "人力资源和社会保障局", "教育局", "住房和城乡建设局", "交通运输局", "卫生健康局", "生态环境局", "民政局", "文化和旅游局", "市场监督管理局", "行政审批服务局", "农业农村局", "城市管理局",
    ];

    public static IReadOnlyList<DemoBundle> Year { get; } =
    [
        new("做好就业创业保障",
            new DemoItem("就业创业", "人力资源和社会保障局", "", new("城镇新增就业", "实现", 124_000, "万人"), new("政策性扶持创业", "", 8_600, "人"), new("重点群体技能提升", "", 21_000, "万人")),
            new DemoItem("零工市场建设", "人力资源和社会保障局", "人力资源和社会保障局", new DemoCount("零工市场", "建设", 16, "处", Districts: true, StageWord: "建成", Stage: Stage.Completed))),
        new("推动教育扩优提质",
            new DemoItem("中小学幼儿园建设", "教育局", "教育局", new("中小学幼儿园", "开工建设", 28, "所", Districts: true, StageWord: "开工", Stage: Stage.Started), new("中小学幼儿园", "", 28, "所", StageWord: "完工", Stage: Stage.Completed, Promised: false)),
            new DemoItem("校园食堂提升", "教育局", "", new DemoCount("农村学校食堂", "改造", 86, "处"))),
        new("改善群众居住条件",
            new DemoItem("老旧小区改造", "住房和城乡建设局", "住房和城乡建设局", new("老旧小区", "启动改造", 120, "个", Districts: true, Bound: Bound.AtLeast, WorkingPlan: 132, StageWord: "开工", Stage: Stage.Started), new("老旧小区", "", 0, "个", StageWord: "完工", Stage: Stage.Completed, Promised: false)),
            new DemoItem("住房保障", "住房和城乡建设局", "", new("公租房补贴发放", "", 3_400, "户"), new("保障性住房筹集", "", 1_200, "套")),
            new DemoItem("供热管网更新", "城市管理局", "", new DemoCount("老化供热管网", "更新", 64, "公里") { Steps = [new("施工招标", 3, 20), new("进场施工", 4, 25), new("供热前通水试压", 10, 10), new("竣工验收", 11, 30)] })),
        new("优化交通出行环境",
            new DemoItem("农村公路提升", "交通运输局", "交通运输局", new DemoCount("农村公路", "改造", 310, "公里", Districts: true) { Steps = [new("施工图审查", 2, 25), new("路基施工", 5, 20), new("路面铺筑", 9, 15), new("交工验收", 11, 20)] }),
            new DemoItem("停车便利", "城市管理局", "城市管理局", new("公共停车泊位", "新增", 5_200, "个", Districts: true), new("智慧停车场", "", 24, "处")),
            new DemoItem("公交优化", "交通运输局", "", new DemoCount("公交线路", "优化调整", 36, "条") { Steps = [new("客流调查", 2, 28), new("线网方案公示", 5, 15), new("新线路全部开行", 9, 20)] })),
        new("提高医疗卫生水平",
            new DemoItem("基层医疗服务", "卫生健康局", "卫生健康局", new("中心村卫生室", "建设", 75, "处", Districts: true), new("家庭医生签约覆盖率", "", 42, "%", Kind: IndicatorKind.Rate)),
            new DemoItem("妇女健康筛查", "卫生健康局", "", new DemoCount("适龄妇女两癌筛查", "完成", 96_000, "万人"))),
        new("加强生态环境治理",
            new DemoItem("口袋公园建设", "城市管理局", "城市管理局", new DemoCount("口袋公园", "建设", 34, "个", Districts: true) { Steps = [new("选址公示", 2, 20), new("设计定稿", 3, 31), new("全部进场", 6, 10), new("建成开放", 10, 31)] }),
            new DemoItem("农村污水治理", "生态环境局", "", new("行政村生活污水治理", "完成", 148, "个"), new("农村生活污水治理率", "", 68, "%", Kind: IndicatorKind.Rate))),
        new("做好养老救困扶弱",
            new DemoItem("社区养老服务", "民政局", "民政局", new("社区助老食堂", "建设", 60, "处", Districts: true, Bound: Bound.AtLeast), new("养老床位", "", 1_450, "张")),
            new DemoItem("困难家庭适老化改造", "民政局", "", new DemoCount("困难老年人家庭适老化改造", "完成", 2_300, "户"))),
        new("提升文体休闲品质",
            new DemoItem("全民阅读设施", "文化和旅游局", "", new("书房", "", 18, "处") { Steps = [new("选址签约", 3, 15), new("完成装修", 7, 31), new("对外开放", 9, 30)] }, new("流动图书服务点", "", 45, "处")),
            new DemoItem("文化惠民演出", "文化和旅游局", "", new DemoCount("文化惠民演出", "开展", 1_600, "场"))),
        new("加强食品安全保障",
            new DemoItem("食品安全检测", "市场监督管理局", "", new DemoCount("食品安全定性定量检测", "开展", 38_000, "批次")),
            new DemoItem("农贸市场改造", "市场监督管理局", "市场监督管理局", new DemoCount("农贸市场", "升级改造", 20, "处", Districts: true, Bound: Bound.AtLeast))),
        new("优化便民利企服务",
            new DemoItem("政务服务延伸", "行政审批服务局", "行政审批服务局", new("便民服务驿站", "建设", 90, "处", Districts: true), new("一件事一次办主题", "", 26, "个"))),
    ];
}
