using Luoshi.Kernel.Text;
using Luoshi.Reading.Documents;

namespace Luoshi.Reading.Tests.Claims;

/// <summary>Text nobody writes: the reader must end, in linear time, with every place inside the text.</summary>
public sealed class HostileSentencesTests
{
    public static TheoryData<string> Patterns => new(
        "改造老旧小区216个",
        "建成5个小区、",
        "12个,",
        "占年计划的5.5%、",
        "(5个",
        "其中5个，",
        "1:2:",
        "“5”个",
        "由5%提高到6%分别",
        "三个百分之五十",
        "2021年3月5日5个",
        "第5个前5名的5亿元以上项目5个",
        "的的的5个的",
        "项目   年度计划   完成\n");

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Half_a_megabyte_without_a_full_stop_is_read_with_every_place_inside(string pattern)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, 500_000 / pattern.Length));

        AllInside(Read(text));
    }

    [Fact]
    public void A_report_on_one_line_may_end_with_a_heading_or_have_blanks_behind_one()
    {
        var filler = string.Concat(Enumerable.Repeat("新建公园3个，", 120)) + "。";

        AllInside(Read($"{filler}一、工作回顾   {filler}（一）经济。二、下步安排！{filler}三、明年打算"));
    }

    [Fact]
    public void Heads_in_three_rows_that_fit_in_no_way_are_given_up()
    {
        static string Row(char first, string unit) => "|" + string.Concat(Enumerable.Range(0, 12).Select(i => $"{(char)(first + i)}{unit}|")) + "\n";
        var table = Row('东', "") + Row('甲', "(个)") + Row('春', "(个)") + string.Concat(Enumerable.Repeat("|某县" + string.Concat(Enumerable.Repeat("|7", 15)) + "|\n", 3));

        var reading = Read(string.Concat(Enumerable.Repeat(table + "\n以上为一张表。\n\n", 200)));

        reading.Claims.Count.ShouldBe(200 * 3 * 15);
    }

    [Fact]
    public void Random_scraps_of_official_language_never_throw_and_spans_nest()
    {
        string[] scraps =
        [
            "5", "3.2", "1,200", "万", "亿元", "个", "%", "个百分点", "，", "。", "、", "；", "：", "其中", "分别", "占年计划的", "增长", "同比", "由", "提高到",
            "以上", "不少于", "预计", "完成", "新增", "老旧小区", "的", "等", "(", ")", "“", "”", "\n", " ", "2023年", "6月底", "第一件", "力争", "已", "倍", "1/7", "?", "12345热线", "－", "～",
        ];
        var random = new Random(20260101);
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => scraps[random.Next(scraps.Length)]));
            AllInside(Read(text));
        }
    }

    [Theory]
    [InlineData("完成投资999999999999999999万亿元。")]
    [InlineData("完成投资99999999999999999.9万亿元,增长99999999999999999成。")]
    [InlineData("完成投资99999999999999999-70000000000000000万亿元。")]
    [InlineData("九千九百九十九万九九九九九九九亿万亿元,九九九九九九九九九九九九万亿元")]
    [InlineData("| 项目 | 投资(亿元) |\n| --- | --- |\n| 甲 | 999999999999999999 |\n| 乙 | 99999999999999999-70000000万亿 |")]
    public void A_number_longer_than_can_be_reckoned_with_stops_nothing(string text)
    {
        AllInside(Read(text));
    }

    [Theory]
    [InlineData("460公里，其中供水管网140公里、燃气管网90公里。")]
    [InlineData("各完成投资均超过序时进度，分别为：云栖82%、望潮79%。")]
    [InlineData("各县(投资均超过序时进度，分别为：云栖82%、望潮79%。")]
    public void Words_that_were_cut_off_stop_nothing(string text)
    {
        AllInside(Read(text));
    }

    private static ReadingResult Read(string text) =>
        LuoshiReader.Read(new SourceDocument("hostile.txt", DocumentFormat.Text, "utf-8", text, []));

    private static void AllInside(ReadingResult reading)
    {
        var all = new SourceSpan(0, reading.Clean.Text.Length);
        foreach (var claim in reading.Claims)
        {
            all.Contains(claim.Clean).ShouldBeTrue();
            claim.Clean.IsEmpty.ShouldBeFalse();
            all.Contains(claim.Sentence).ShouldBeTrue();
            claim.Raw.Start.ShouldBeInRange(0, reading.Document.Text.Length);
            claim.Raw.End.ShouldBeInRange(claim.Raw.Start, reading.Document.Text.Length);
            claim.Of.ShouldBeLessThan(reading.Claims.Count);
        }

        LuoshiReader.Audit([reading]).Count.ShouldBe(1);
    }
}
