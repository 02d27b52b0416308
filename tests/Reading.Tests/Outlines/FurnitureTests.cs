using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Tests.Outlines;

public sealed class FurnitureTests
{
    private static readonly OutlineText Page = OutlineText.Of(
        "海岳新闻APP",
        "打开",
        "首页 > 要闻 > 民生",
        "",
        "云栖区晒出半年成绩单：12项实事完成过半",
        "",
        "2024-07-15 09:30    海岳日报",
        "字号",
        "",
        "上半年，全区新建公园6个，完成年计划的60%。",
        "",
        "图为新建成的湖滨公园",
        "",
        "相关阅读",
        "总投资873亿元的65个项目集中签约",
        "2024-07-10    海岳日报",
        "",
        "下一步，全区还将新建公园4个，改造公园2个，年底前全部开放。",
        "",
        "（记者 通讯员）",
        "责任编辑：某某",
        "精彩推荐",
        "海岳市属企业半年报出炉 增幅达12.7%",
        "2024-07-14    海岳日报",
        "最新评论",
        "我家门口就有一个公园，建了足足8个月才完工，总算是盼到了今天，希望多建几个。",
        "海ICP备99002211号",
        "© 2014-2024 海岳传媒集团");

    [Theory]
    [InlineData("海岳新闻APP")]
    [InlineData("打开")]
    [InlineData("首页")]
    [InlineData("字号")]
    [InlineData("相关阅读")]
    [InlineData("总投资873亿元")]
    [InlineData("2024-07-10")]
    [InlineData("责任编辑")]
    [InlineData("精彩推荐")]
    [InlineData("海岳市属企业")]
    [InlineData("我家门口")]
    [InlineData("海ICP")]
    [InlineData("© 2014")]
    public void What_belongs_to_the_page_is_not_read(string start) => Page.Block(start).IsRead.ShouldBeFalse();

    [Fact]
    public void The_title_is_found_behind_the_menu() => Page.Title.ShouldBe("云栖区晒出半年成绩单：12项实事完成过半");

    [Fact]
    public void Date_caption_and_byline_stand_around_the_body()
    {
        Page.Kind("2024-07-15").ShouldBe(BlockKind.Front);
        Page.Kind("图为").ShouldBe(BlockKind.Caption);
        Page.Kind("（记者").ShouldBe(BlockKind.Front);
        Page.Outline.Date.ShouldBe(new DateOnly(2024, 7, 15));
    }

    [Fact]
    public void A_plan_sentence_behind_a_list_of_other_news_survives() => Page.Tells("下一步").ShouldBe("Plan 2024");

    [Theory]
    [InlineData("登录用户达到12万人，网上办件36.8万件，群众少跑腿成为常态。")]
    [InlineData("群众扫描二维码即可评价，上半年收到评价1.2万条，满意率98.6%。")]
    [InlineData("开放数据目录收藏量3.6万次，浏览量突破120万次，居全市前列。")]
    public void Body_text_that_uses_the_words_of_web_pages_is_read(string line) =>
        OutlineText.Of("云栖区2024年上半年数字政府建设进展", line).Kind(line).ShouldBe(BlockKind.Paragraph);

    [Fact]
    public void The_body_resumes_with_the_next_number_of_its_headings()
    {
        var page = OutlineText.Of("云栖区2024年工作总结", "一、就业", "新增就业1200人。", "相关链接", "就业政策一图读懂", "二、教育", "新增学位860个。");
        page.Kind("就业政策").ShouldBe(BlockKind.Furniture);
        page.Kind("新增学位").ShouldBe(BlockKind.Paragraph);
    }

    [Fact]
    public void A_red_letterhead_is_no_title()
    {
        var notice = OutlineText.Of("海岳市人民政府督查室文件", "海政督〔2025〕11号", "关于2025年上半年重点工作督查情况的通报", "各区、县人民政府：", "现将有关情况通报如下，抽查项目138个。");
        notice.Title.ShouldBe("关于2025年上半年重点工作督查情况的通报");
        notice.Outline.Place.ShouldBe("海岳市");
        notice.Outline.ReportPeriod.ToString().ShouldBe("2025-H1");
    }

    [Fact]
    public void A_title_over_two_lines_is_one_title()
    {
        var notice = OutlineText.Of("海岳市人民政府办公室", "关于印发2026年重点工作任务分解方案的通知", "海政办发〔2026〕3号", "1.新建公园5个。");
        notice.Title.ShouldBe("海岳市人民政府办公室\n关于印发2026年重点工作任务分解方案的通知");
        notice.Outline.ListIsPlan.ShouldBeTrue();
    }
}
