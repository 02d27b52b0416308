using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Tests.Outlines;

/// <summary>A card's promise printed as a short title and then its sentences.</summary>
public sealed class PromiseOfSentencesTests
{
    private static readonly OutlineText Card = OutlineText.Of(
        "海岳市2026年民生实事上半年成绩单",
        "截至6月底，各项进展如下：",
        "第一件：改善居住条件。启动改造老旧小区180个以上；加装电梯投入使用320部。",
        "1. 老旧小区改造已经开工172个，占年计划的95.6%。",
        "2. 加装电梯投入使用143部，占年计划的44.7%。",
        "第二件：看病更方便。已建成卫生站97处。");

    [Fact]
    public void It_is_a_promise_when_its_numbered_results_follow() => Card.Kind("第一件").ShouldBe(BlockKind.Promise);

    [Fact]
    public void The_results_under_it_answer_it()
    {
        Card.Block("1. ").Promise.ShouldBe(Card.At("第一件"));
        Card.Block("2. ").Promise.ShouldBe(Card.At("第一件"));
    }

    [Fact]
    public void What_tells_a_result_is_no_promise() => Card.Kind("第二件").ShouldBe(BlockKind.Paragraph);
}
