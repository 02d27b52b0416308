using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Bulletins;

namespace Luoshi.Ledger.Tests.Bulletins;

public class BulletinWriterTests
{
    private static BulletinLine Line(string unit, Progress progress, Light light, Light? before = null) => new(unit, "口袋公园建设", "口袋公园", progress, light, before, Overdue: false, "截至6月底完成4个，占年计划34个的11.8%。");

    private static string[] Write(IReadOnlyList<BulletinLine> lines, params string[] missing) =>
        BulletinWriter.Write("海岳市", "市办实事", Period.OfMonth(2025, 6), lines, missing).Split('\n');

    [Fact]
    public void Each_unit_stands_where_it_belongs()
    {
        var text = Write([Line("市城市管理局", Progress.Behind, Light.Alarm, Light.Warning), Line("市教育局", Progress.Ahead, Light.Good, Light.Warning), Line("市民政局", Progress.Met, Light.Done)], "市卫生健康局");

        text[0].ShouldBe("关于海岳市市办实事2025年6月进展情况的通报");
        text[1].ShouldContain("共3个，其中已实现年度目标1个、快于或符合序时进度1个、慢于序时进度1个");
        text[3].ShouldBe("市教育局、市民政局。");
        text[5].ShouldStartWith("1.市城市管理局“口袋公园建设”（口袋公园）：截至6月底");
        text[7].ShouldBe("市卫生健康局。");
        text[9].ShouldBe("好转：市教育局“口袋公园”。");
        text[10].ShouldBe("变差：市城市管理局“口袋公园”。");
    }

    [Fact]
    public void A_unit_with_one_good_and_one_late_promise_is_not_praised() =>
        Write([Line("市教育局", Progress.Ahead, Light.Good), Line("市教育局", Progress.Behind, Light.Warning)])[3].ShouldBe("本期没有全部指标按期推进的单位。");

    [Fact]
    public void A_unit_that_has_not_reported_is_not_praised_for_its_old_numbers() =>
        Write([Line("市教育局", Progress.Ahead, Light.Good)], "市教育局")[3].ShouldBe("本期没有全部指标按期推进的单位。");

    [Fact]
    public void Nothing_to_say_is_said() => Write([Line("市教育局", Progress.Ahead, Light.Good, Light.Good)])[9].ShouldBe("与上期相比没有变化。");

    [Fact]
    public void A_first_period_is_not_said_to_be_like_one_that_never_was() =>
        Write([Line("市教育局", Progress.Ahead, Light.Good)])[9].ShouldBe("没有上期数据，本期不作比较。");

    [Fact]
    public void Only_who_has_something_to_put_right_is_told_to()
    {
        BulletinLine good = Line("市教育局", Progress.Ahead, Light.Good), behind = Line("市城市管理局", Progress.Behind, Light.Alarm);

        Write([good])[^1].ShouldBe("请各单位保持进度，按期完成年度目标。");
        Write([good, behind])[^1].ShouldBe("请进度滞后的单位分析原因、倒排工期，按期整改。");
        Write([good], "市卫生健康局")[^1].ShouldBe("请未上报的单位立即补报。");
        Write([behind], "市卫生健康局")[^1].ShouldContain("立即补报");
    }
}
