using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Tests.Outlines;

public sealed class WorkReportTests
{
    private static readonly OutlineText Report = OutlineText.Of(
        "2024年云栖区人民政府工作报告",
        "政 府 工 作 报 告",
        "——2024年1月16日在云栖区第三届人民代表大会第四次会议上",
        "各位代表：",
        "现在，我代表区人民政府，向大会报告工作，请予审议。",
        "一、2023年工作回顾",
        "过去一年，全区生产总值增长6.1%。",
        "（一）城乡面貌换了新颜。",
        "街巷整治有声有色。整修背街小巷46条，新栽行道树3200株。",
        "二、2024年工作安排",
        "今年的主要预期目标是：生产总值增长6%左右。",
        "（一）把海岸带管好护好。",
        "修复岸线4.5公里。",
        "三、加强政府自身建设",
        "压减一般性支出5%以上。");

    [Fact]
    public void The_title_is_the_line_that_names_year_and_place() => Report.Title.ShouldBe("2024年云栖区人民政府工作报告");

    [Fact]
    public void Subtitle_meeting_and_addressee_are_standing_text()
    {
        Report.Kind("政 府").ShouldBe(BlockKind.Front);
        Report.Kind("——2024").ShouldBe(BlockKind.Front);
        Report.Kind("各位代表").ShouldBe(BlockKind.Front);
    }

    [Fact]
    public void It_plans_the_year_it_is_delivered_in_and_reviews_the_one_before()
    {
        Report.Outline.Kind.ShouldBe(DocumentKind.WorkReport);
        Report.Outline.Date.ShouldBe(new DateOnly(2024, 1, 16));
        Report.Outline.Place.ShouldBe("云栖区");
        Report.Outline.ReportPeriod.ToString().ShouldBe("2023");
        Report.Outline.PlanPeriod.ToString().ShouldBe("2024");
    }

    [Theory]
    [InlineData("过去一年", "Review 2023")]
    [InlineData("街巷整治", "Review 2023")]
    [InlineData("今年的", "Plan 2024")]
    [InlineData("修复岸线", "Plan 2024")]
    [InlineData("压减", "Plan 2024")]
    public void Every_paragraph_takes_kind_and_year_from_the_headings_over_it(string start, string told) =>
        Report.Tells(start).ShouldBe(told);

    [Fact]
    public void A_topic_sentence_stays_part_of_its_paragraph() => Report.Kind("街巷整治").ShouldBe(BlockKind.Paragraph);

    [Fact]
    public void Bracketed_headings_stand_below_plain_ones()
    {
        Report.Section("街巷整治").Level.ShouldBe(2);
        Report.Outline.Sections[Report.Section("街巷整治").Parent].Number.ShouldBe("一");
        Report.Section("修复岸线").Number.ShouldBe("一");
    }

    [Fact]
    public void A_report_without_a_day_goes_by_the_year_in_its_title()
    {
        var report = OutlineText.Of("2025年政府工作报告", "一、2024年工作回顾", "建成公园3个。", "二、2025年主要任务", "新建公园5个。");
        report.Tells("建成").ShouldBe("Review 2024");
        report.Tells("新建").ShouldBe("Plan 2025");
    }

    [Fact]
    public void Paragraphs_that_close_a_year_and_open_the_next_work_like_headings()
    {
        var news = OutlineText.Of(
            "海岳：开创新局面",
            "来源：  发布时间：2015-01-13",
            "2014年已经过去。这一年，新增就业4.6万人，开工项目90个，全区经济社会各项事业都有了新的变化。",
            "民生事业加快发展",
            "建成书屋6家。",
            "2015年实施五大工程",
            "2015年已经到来。这一年，要新建书屋8家。",
            "着力发展社会事业",
            "扶持托幼机构130所。");
        news.Tells("2014年已经").ShouldBe("Review 2014");
        news.Tells("建成书屋").ShouldBe("Review 2014");
        news.Tells("2015年已经").ShouldBe("Plan 2015");
        news.Tells("扶持").ShouldBe("Plan 2015");
    }
}
