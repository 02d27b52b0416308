using System.Text;
using Luoshi.Reading.Audits;

namespace Luoshi.Reading.Tests.Claims;

/// <summary>Sentences of shapes that once made the reader throw, and lines long enough that a walk back from every figure would show.</summary>
public sealed class HostileSentenceTests
{
    [Theory]
    [InlineData("工业经济平稳增长，总产值增长5%、6%。")]
    [InlineData("工业经济平稳增长，前两个季度总产值分别增长5%、6%。")]
    [InlineData("矿产业和增幅最大，分别为18%和16%。")]
    public void A_sentence_with_a_name_missing_is_read(string sentence) =>
        LuoshiReader.Read(Encoding.UTF8.GetBytes("柳溪县统计公报\n" + sentence), "a.txt").Value.Claims.ShouldNotBeEmpty();

    [Theory]
    [InlineData("", "甲1.1亿，", "")]
    [InlineData("", "类1，占2%", "")]
    [InlineData("", "完成5个，", "预计增长8%，完成年计划的102%")]
    [InlineData("", "序号 目标任务 责任单位 推进情况\n1甲\n", "")]
    public void A_million_figures_on_one_line_or_a_hundred_thousand_headers_come_to_an_end(string head, string again, string tail)
    {
        var text = head + string.Concat(Enumerable.Repeat(again, 400_000 / again.Length)) + tail;
        var reading = LuoshiReader.Read(Encoding.UTF8.GetBytes(text), "a.txt").Value;
        Auditor.Audit(reading).ShouldNotBeNull();
        reading.Clean.Text.Length.ShouldBeGreaterThan(100_000);
    }
}
