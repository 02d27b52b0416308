using Luoshi.Kernel.Text;
using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Tests.Cleaning;

/// <summary>What bad copies leave at the ends of lines.</summary>
public sealed class LeftoversTests
{
    [Theory]
    [InlineData("新建公园26座、br />\n", "新建公园26座。\n")]
    [InlineData("新建公园26座、br/>\n", "新建公园26座。\n")]
    [InlineData("新建公园26座?br />\n", "新建公园26座。\n")]
    [InlineData("新建公园26座\uFFFD?/p>\n", "新建公园26座。\n")]
    [InlineData("新建公园26座\uFFFD/p>\n", "新建公园26座。\n")]
    [InlineData("新建公园/p>\n", "新建公园\n")]
    public void A_tag_without_its_first_sign_goes_and_gives_back_what_it_took(string raw, string clean)
    {
        var cleaned = Cleaner.Clean(raw);
        cleaned.Text.ShouldBe(clean);
        cleaned.Repairs.ShouldHaveSingleItem().Kind.ShouldBeOneOf(RepairKind.Guessed, RepairKind.LeftoverRemoved);
        cleaned.ToRaw(clean.Length).ShouldBe(raw.Length);
    }

    [Fact]
    public void A_character_whose_last_byte_went_is_the_next_one()
    {
        const string Text = "全市今年办理的民生实事都在按时推进，各区各部门每月公布一次进展，市民可以在网上查看，也可以到各街道的服务窗口问办理的情况。转到首";
        Cleaner.Clean(Text + "顴/p>").Text.ShouldEndWith("转到首页");
    }

    [Theory]
    [InlineData("标签<br/>和</p>")]
    [InlineData("甲>乙")]
    [InlineData("速度km/p>")]
    [InlineData("a/b>c")]
    public void Other_signs_stay(string raw) => Cleaner.Clean(raw).Text.ShouldBe(raw);

    [Fact]
    public void The_end_of_a_paragraph_keeps_its_place()
    {
        const string Raw = "新建公园26座、br />\n修路4条。";
        var cleaned = Cleaner.Clean(Raw);
        cleaned.ToRaw(new SourceSpan(cleaned.Text.IndexOf("4条", StringComparison.Ordinal), cleaned.Text.IndexOf("4条", StringComparison.Ordinal) + 2)).Of(Raw).ShouldBe("4条");
    }

    [Fact]
    public void Letters_at_most_line_ends_go()
    {
        var raw = string.Concat(Enumerable.Range(1, 8).Select(i => $"第{i}段话说完了。Xyz\n")) + "工作报告Xyz Xyz\nXyz\n合资公司(Xyz)成立\n";
        var cleaned = Cleaner.Clean(raw);
        cleaned.Text.ShouldBe(string.Concat(Enumerable.Range(1, 8).Select(i => $"第{i}段话说完了。\n")) + "工作报告\n\n合资公司(Xyz)成立\n");
        cleaned.Repairs.ShouldAllBe(repair => repair.Kind == RepairKind.LeftoverRemoved);
    }

    [Fact]
    public void Letters_at_some_line_ends_and_units_stay()
    {
        var words = string.Concat(Enumerable.Range(1, 20).Select(i => $"第{i}段话说完了{(i % 4 == 0 ? "APP" : "。")}\n"));
        Cleaner.Clean(words).Text.ShouldBe(words);
        var units = string.Concat(Enumerable.Range(1, 20).Select(i => $"线路{i}：{i}km\n"));
        Cleaner.Clean(units).Text.ShouldBe(units.Replace('：', ':'));
    }

    [Theory]
    [InlineData("基本建成。,全面推进", "基本建成。全面推进")]
    [InlineData("城镇就业，,新增", "城镇就业,新增")]
    [InlineData("公园，,26座", "公园,26座")]
    public void A_comma_behind_another_mark_goes(string raw, string clean)
    {
        var cleaned = Cleaner.Clean(raw);
        cleaned.Text.ShouldBe(clean);
        cleaned.Repairs.ShouldHaveSingleItem().Kind.ShouldBe(RepairKind.MarkRemoved);
    }
}
