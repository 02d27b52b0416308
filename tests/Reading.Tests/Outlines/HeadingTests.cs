using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Tests.Outlines;

public sealed class HeadingTests
{
    private static readonly OutlineText Card = OutlineText.Of(
        "海岳市2022年上半年实事落实进度",
        "发布日期：2022-07-19    来源：市政府督查室",
        "年初公布的6件实事，上半年有2项办结，其余正在推进。",
        "一、便民服务：新增便民网点175个",
        "1.便民网点方面，开出菜店57个，占年计划的71.3%。",
        "社区菜店内景",
        "2.社区学堂方面，已开办19所。",
        "二、街巷整治：整修背街小巷64条",
        "3.背街小巷方面，上半年开工49条。",
        "下一步，11月底前背街小巷全部完工。");

    [Fact]
    public void A_heading_that_promises_figures_is_a_promise_and_its_items_answer_it()
    {
        Card.Kind("一、").ShouldBe(BlockKind.Promise);
        Card.Tells("一、").ShouldBe("Plan 2022");
        Card.Block("1.").Promise.ShouldBe(Card.At("一、"));
        Card.Block("2.").Promise.ShouldBe(Card.At("一、"));
        Card.Block("3.").Promise.ShouldBe(Card.At("二、"));
    }

    [Fact]
    public void Items_of_a_half_year_card_are_results_of_the_half_year() => Card.Tells("1.").ShouldBe("Review 2022-H1");

    [Fact]
    public void The_words_under_a_photo_between_two_items_are_a_caption() => Card.Kind("社区菜店").ShouldBe(BlockKind.Caption);

    [Fact]
    public void A_paragraph_that_begins_with_the_next_step_is_a_plan_and_answers_nothing()
    {
        Card.Tells("下一步").ShouldBe("Plan 2022");
        Card.Block("下一步").Promise.ShouldBe(-1);
    }

    [Theory]
    [InlineData("第一件：新建公园3个", "第一件", "新建")]
    [InlineData("一、新建公园3个。", "一", "新建")]
    [InlineData("（一）新建公园3个。", "一", "新建")]
    [InlineData("1.新建公园3个。", "1", "新建")]
    [InlineData("1．新建公园3个。", "1", "新建")]
    [InlineData("1、新建公园3个。", "1", "新建")]
    [InlineData("(1)新建公园3个。", "1", "新建")]
    [InlineData("1）新建公园3个。", "1", "新建")]
    [InlineData("①新建公园3个。", "①", "新建")]
    [InlineData("## 二、新建公园3个。", "二", "新建")]
    [InlineData("**三、** 新建公园3个。", "三", "新建")]
    [InlineData("3.2024年新建公园3个。", "3", "2024年")]
    public void Every_style_of_numbering_is_taken_off_the_front(string line, string number, string body)
    {
        var outline = OutlineText.Of("海岳市2024年实事清单", line);
        var block = outline.Outline.Blocks[1];
        block.Number.ShouldBe(number);
        outline.Text[block.BodyStart..].ShouldStartWith(body);
    }

    [Theory]
    [InlineData("3.5公里管线已经更换，另有2处正在施工。")]
    [InlineData("12345热线受理诉求286件，办结率98.6%。")]
    [InlineData("2024年新建公园3个，改造公园2个。")]
    [InlineData("一、二号线延长段停运三天，增开接驳车16辆。")]
    [InlineData("第一季度新增就业1200人，完成年计划的26%。")]
    [InlineData("-3.2%的降幅比上月收窄0.4个百分点。")]
    public void A_figure_or_a_name_in_front_is_no_number(string line) =>
        OutlineText.Of("海岳市工作情况", line).Outline.Blocks[1].Number.ShouldBeNull();

    [Theory]
    [InlineData("海岳市2025年5月热线运行简报", "2025-05")]
    [InlineData("海岳市2025年乡村建设进度表（1—10月）", "2025-01/2025-10")]
    [InlineData("海岳市2024年一季度重点工作进展", "2024-Q1")]
    [InlineData("海岳市2024年前三季度重点工作通报", "2024-01/2024-09")]
    [InlineData("海岳市2024年上半年民生实事进展情况", "2024-H1")]
    [InlineData("海岳市2024年民生实事半年成绩单", "2024-H1")]
    [InlineData("海岳市二〇二四年民生实事完成情况", "2024")]
    public void The_title_says_what_results_stand_for(string title, string period)
    {
        var outline = OutlineText.Of(title, "新建公园3个。").Outline;
        outline.Kind.ShouldBe(DocumentKind.Card);
        outline.ReportPeriod.ToString().ShouldBe(period);
    }

    [Fact]
    public void A_card_without_a_year_takes_it_from_its_date()
    {
        var outline = OutlineText.Of("海岳市办实事亮出半年成绩单", "2021-07-27 11:28    海岳日报", "上半年新建公园3个。").Outline;
        (outline.Year, outline.ReportPeriod.ToString(), outline.PlanPeriod.ToString()).ShouldBe((2021, "2021-H1", "2021"));
    }

    [Fact]
    public void A_year_that_only_the_file_name_knows_is_not_given() =>
        OutlineReader.Read("民生实事完成情况\n新建公园3个。", "海岳市2023年民生实事.txt").Year.ShouldBeNull();

    [Fact]
    public void A_list_for_the_coming_year_is_planned_for_that_year()
    {
        var list = OutlineText.Of("海岳市2026年民生实事项目清单", "（2025年12月26日市人代会票决通过）", "一、新建食堂56间。", "明年，民生支出增长6.5%。");
        list.Outline.ListIsPlan.ShouldBeTrue();
        list.Kind("（2025").ShouldBe(BlockKind.Front);
        list.Tells("一、").ShouldBe("List 2026");
        list.Tells("明年").ShouldBe("Plan 2026");
    }

    [Theory]
    [InlineData("二、6月安排", "Plan 2025-06")]
    [InlineData("二、下半年打算", "Plan 2025-H2")]
    [InlineData("二、存在问题和下一步打算", "Plan 2025")]
    [InlineData("二、目标任务完成情况", "Review 2025-05")]
    [InlineData("二、热点诉求", "Review 2025-05")]
    public void The_last_word_of_a_heading_decides_and_its_months_are_taken(string heading, string told) =>
        OutlineText.Of("海岳市2025年5月工作简报", "一、总体情况", "受理诉求286件。", heading, "新增坐席20席。").Tells("新增").ShouldBe(told);

    [Fact]
    public void Labels_in_brackets_part_the_promise_from_the_result()
    {
        var card = OutlineText.Of("海岳市2024年民生实事上半年进展情况", "一、托育扩容（牵头单位：市卫健委）", "【目标任务】新增托位3000个。", "【进展情况】新增托位2136个。", "二、供水保障", "【目标任务】更新管网310公里。");
        card.Kind("【目标任务】新增").ShouldBe(BlockKind.Promise);
        card.Block("【进展情况】").Promise.ShouldBe(card.At("【目标任务】新增"));
        card.Tells("【进展情况】").ShouldBe("Review 2024-H1");
        card.Text[card.Block("【进展情况】").BodyStart..].ShouldStartWith("新增托位2136个");
    }

    [Fact]
    public void A_plan_label_in_front_of_a_paragraph_turns_the_page()
    {
        var card = OutlineText.Of("海岳市2025年建设进度表（1—10月）", "抽查情况：抽查户厕375户，合格366户。", "年底安排：再建支管30公里。");
        card.Tells("抽查").ShouldBe("Review 2025-01/2025-10");
        card.Tells("年底安排").ShouldBe("Plan 2025");
    }

    [Fact]
    public void Lines_cut_at_a_fixed_width_are_no_headings()
    {
        var report = OutlineText.Of(
            "2021年临砚县政府工作报告",
            "一、2020年工作回顾",
            "预计全县粮食总产稳定在五十五万吨以上，新增高标准农田四十三万亩",
            "，新修县乡道路118公里，改造危桥16座。脱贫攻坚全面收官，九十六个",
            "村全部退出，投入扶贫资金1.74亿元，实施项目138个，建成扶贫车间四",
            "十一座，吸纳劳动力2300余人，人均增收6200元。城乡面貌持续改善，硬",
            "化村内道路85万平方米，改厕2.1万户，农村生活污水治理率达到百分之三",
            "十四。",
            "二、2021年工作安排",
            "新建幼儿园6所。");
        report.Kind("预计全县").ShouldBe(BlockKind.Paragraph);
        report.Tells("预计全县").ShouldBe("Review 2020");
        report.Tells("新建").ShouldBe("Plan 2021");
        report.Outline.Sections.Count.ShouldBe(3);
        report.Outline.Blocks.Count(block => block.Kind == BlockKind.Heading).ShouldBe(2);
    }
}
