using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Tests.Outlines;

public sealed class SectionTests
{
    [Fact]
    public void A_word_of_review_below_a_plan_stays_a_plan()
    {
        var notice = OutlineText.Of("海岳市2025年上半年督查通报", "一、总体进展", "已完成31项。", "二、下步要求", "（一）加快进度。市级重点项目开工率达到100%。");
        notice.Tells("（一）").ShouldBe("Plan 2025");
    }

    [Fact]
    public void A_word_of_plan_below_a_review_stays_a_review()
    {
        var report = OutlineText.Of("2025年云栖区政府工作报告", "一、2024年工作回顾", "（一）重点任务推进有力。", "建成学校6所。", "二、2025年工作安排", "新建学校3所。");
        report.Tells("建成").ShouldBe("Review 2024");
        report.Tells("新建").ShouldBe("Plan 2025");
    }

    [Fact]
    public void Numbering_goes_on_behind_an_unnumbered_plan_heading()
    {
        var card = OutlineText.Of("云栖区2024年上半年工作进展", "一、就业", "新增就业1200人。", "下一步打算", "再增就业800人。", "二、教育", "新增学位860个。");
        card.Tells("再增").ShouldBe("Plan 2024");
        card.Tells("新增学位").ShouldBe("Review 2024-H1");
    }

    [Fact]
    public void Chapters_hold_headings_which_hold_bracketed_ones()
    {
        var plan = OutlineText.Of("云栖区养老服务实施方案", "第一部分 建设目标", "一、设施", "（一）社区食堂", "新建食堂8家。", "第二部分 保障", "一、资金", "安排资金260万元。");
        plan.Section("新建").Level.ShouldBe(3);
        plan.Section("安排").Level.ShouldBe(2);
    }

    [Fact]
    public void Questions_make_an_interview_of_it()
    {
        var talk = OutlineText.Of("云栖区今年要办40项实事", "2021-06-01 16:04    海岳新闻网", "问：今年有哪些实招？", "答：今年安排了10大类40项实事。");
        talk.Outline.Kind.ShouldBe(DocumentKind.Interview);
        talk.Outline.PlanPeriod.ToString().ShouldBe("2021");
    }

    [Fact]
    public void News_without_a_year_goes_by_its_own_day_but_promises_nothing_for_a_year()
    {
        var news = OutlineText.Of("云栖：把实事办到心坎上", "2021-08-19 11:37", "今年以来，全区办理民生实事1905件，群众诉求办结率达到98%以上，得到广泛好评。").Outline;
        (news.Year, news.PlanPeriod, news.ReportPeriod).ShouldBe((2021, null, null));
    }
}
