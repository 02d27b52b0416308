using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.ReportCards;
using static Luoshi.Ledger.Tests.ReportCards.CardSamples;

namespace Luoshi.Ledger.Tests.ReportCards;

public class CardWriterTests
{
    private static string Paragraph(CardItem item, string? promise = null) => ItemWriter.Write(item, promise).Text;

    [Fact]
    public void A_plan_that_no_heading_tells_is_printed_beside_its_percentage()
    {
        var figures = Item(3, "社区养老服务", Figure("社区助老食堂", 32, "处", 60, Bound.AtLeast), Figure("养老床位", 800, "张", 1450));

        Paragraph(figures, "养老").ShouldBe("3.社区养老服务方面，社区助老食堂32处，占年计划60处的53.3%。养老床位800张，占年计划1450张的55.2%。");
        Paragraph(figures, "建设社区助老食堂60处以上、养老床位1450张").ShouldBe("3.社区养老服务方面，社区助老食堂32处、养老床位800张，分别占年计划的53.3%和55.2%。");
    }

    [Fact]
    public void Figures_with_a_plan_share_one_sentence_of_percentages() =>
        Paragraph(Item(1, "就业创业", Figure("城镇新增就业", 184_400, "万人", 350_000), Figure("引进人才", 110_200, "万人", 250_000), Figure("技能培训", 13_000, "万人", 20_000)), "实现城镇新增就业35万人，引进人才25万人，技能培训2万人")
            .ShouldBe("1.就业创业方面，城镇新增就业18.44万人、引进人才11.02万人、技能培训1.3万人，分别占年计划的52.7%、44.1%和65%。");

    [Fact]
    public void A_single_figure_names_its_parts()
    {
        var figure = Figure("建设文化场馆", 58, "处", 105) with { Parts = [Figure("社区文化室", 25, "处"), Figure("街角书吧", 28, "处"), Figure("小剧场", 5, "处")] };

        Paragraph(Item(2, "文化场馆", figure), "建设文化场馆105处").ShouldBe("2.文化场馆方面，建设文化场馆58处，占年计划的55.2%。其中，社区文化室25处、街角书吧28处、小剧场5处。");
    }

    [Fact]
    public void Two_stages_of_one_quantity_stand_in_sentences_of_their_own()
    {
        var quantity = Guid.NewGuid();
        var started = Figure("节能保暖改造", 2_268_000, "万平方米", 2_200_000) with { Quantity = quantity, Stage = Stage.Started, StageWord = "开工" };
        var finished = Figure("节能保暖改造", 1_358_000, "万平方米", 2_200_000) with { Quantity = quantity, Stage = Stage.Completed, StageWord = "完工" };

        Paragraph(Item(6, "节能保暖改造", started, finished), "实施节能保暖改造220万平方米").ShouldBe("6.节能保暖改造方面，节能保暖改造开工226.8万平方米，占年计划的103.1%。节能保暖改造完工135.8万平方米，占年计划的61.7%。");
    }

    [Fact]
    public void A_working_plan_bigger_than_the_promise_is_printed_beside_its_percentage() =>
        Paragraph(Item(5, "老旧小区改造", Figure("老旧小区改造", 196, "个", 200, Bound.AtLeast) with { WorkingPlan = 216, StageWord = "开工" }))
            .ShouldBe("5.老旧小区改造方面，老旧小区改造开工196个，占年度工作计划216个的90.7%。");

    [Fact]
    public void A_level_is_told_with_its_goal_and_without_a_share() =>
        Paragraph(Item(7, "污水治理", Figure("农村生活污水治理率", 72.5m, "%", 80, Bound.AtLeast) with { Kind = IndicatorKind.Rate }))
            .ShouldBe("7.污水治理方面，农村生活污水治理率达到72.5%，年度目标为80%以上。");

    [Fact]
    public void A_goal_that_stands_in_the_promise_above_is_not_said_again() =>
        ItemWriter.Write(Item(7, "污水治理", Figure("农村生活污水治理率", 72.5m, "%", 80) with { Kind = IndicatorKind.Rate }), "农村生活污水治理率达到80%").Text
            .ShouldBe("7.污水治理方面，农村生活污水治理率达到72.5%。");

    [Fact]
    public void Steps_words_and_the_next_step_follow_in_order()
    {
        var item = Item(8, "急救站建设") with { Steps = [new CardStep("采购公告发布", new DateOnly(2025, 7, 5))], Words = "设备参数论证完成；", NextStep = "组织开标" };

        Paragraph(item).ShouldBe("8.急救站建设方面，采购公告发布已于7月5日完成。设备参数论证完成。下一步，组织开标。");
    }

    [Fact]
    public void An_item_nobody_reported_says_so() =>
        Paragraph(Item(9, "口袋公园") with { Progress = Progress.NotReported }).ShouldBe("9.口袋公园方面，本期数据尚未上报。");

    [Fact]
    public void The_opening_counts_what_the_officer_decided()
    {
        var card = CardWriter.Write(Source(
            new CardCommitment(1, "促进充分就业", [Item(1, "就业") with { Progress = Progress.Met }, Item(2, "设施") with { Progress = Progress.Ahead }]),
            new CardCommitment(2, "改善群众居住条件", [Item(3, "小区"), Item(4, "公园") with { Progress = Progress.Behind }])));

        card.Title.ShouldBe("海岳市2025年上半年市办实事进展情况");
        card.Paragraphs[1].Text.ShouldBe("2025年海岳市市办实事共2件4项。截至6月底，1项已实现年度目标，1项超额完成上半年计划任务，1项按计划有序推进，1项慢于序时进度。有关情况如下：");
        card.Paragraphs.Where(p => p.Kind == ParagraphKind.Promise).Select(p => p.Text).ShouldBe(["第一件：促进充分就业", "第二件：改善群众居住条件"]);
    }

    [Theory]
    [InlineData((int)Progress.Awaited)]
    [InlineData((int)Progress.NotDue)]
    [InlineData((int)Progress.Unmeasured)]
    public void What_nothing_is_known_of_is_not_said_to_go_by_plan(int progress)
    {
        var unknown = Item(2, "设施") with { Progress = (Progress)progress };
        var told = unknown with { Number = 3, Words = "方案已经印发" };
        var measured = Item(4, "公园", Figure("口袋公园", 3, "个")) with { Progress = (Progress)progress };
        var card = CardWriter.Write(Source(new CardCommitment(1, "促进充分就业", [Item(1, "就业"), unknown, told, measured])));

        card.Paragraphs[1].Text.ShouldContain("截至6月底，3项按计划有序推进，1项尚无数据。");
        Paragraph(unknown).ShouldBe("2.设施方面，尚无数据。");
        Paragraph(told).ShouldBe("3.设施方面，方案已经印发。");
    }

    [Fact]
    public void Every_number_knows_its_place()
    {
        var card = CardWriter.Write(Source(new CardCommitment(1, "促进充分就业，实现城镇新增就业35万人，引进人才25万人", [Item(1, "就业", Figure("城镇新增就业", 184_400, "万人", 350_000), Figure("引进人才", 110_200, "万人", 250_000))])));

        foreach (var paragraph in card.Paragraphs)
        {
            foreach (var number in paragraph.Numbers)
                paragraph.Text[number.Place.Start..number.Place.End].ShouldEndWith(number.Unit);
        }

        card.Paragraphs[^1].Numbers.Select(n => n.Place.Of(card.Paragraphs[^1].Text)).ShouldBe(["18.44万人", "11.02万人", "52.7%", "44.1%"]);
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(20, "二十")]
    [InlineData(105, "一百零五")]
    [InlineData(110, "一百一十")]
    public void Headings_count_in_words(int number, string words) => ChineseNumber.Of(number).ShouldBe(words);
}
