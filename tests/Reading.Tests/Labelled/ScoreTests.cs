namespace Luoshi.Reading.Tests.Labelled;

public sealed class ScoreTests
{
    private static readonly LabelledFigure Jobs = new()
    {
        Line = 3,
        Text = "35万人",
        Value = 350000,
        Unit = "人",
        Stance = "planned",
        Measure = "amount",
        Indicator = "城镇新增就业",
        Period = "2021",
    };

    [Theory]
    [InlineData("城镇新增就业", "全市城镇新增就业人数")]
    [InlineData("GDP", "地区生产总值")]
    [InlineData("“小巨人”企业", "小巨人企业")]
    [InlineData("老旧小区改造开工", "老旧小区开工改造")]
    public void Wordings_of_one_thing_are_the_same(string left, string right) => Indicators.Same(left, right).ShouldBeTrue();

    [Theory]
    [InlineData("城镇新增就业", "农村新增床位")]
    [InlineData("人", "人才引进")]
    public void Wordings_of_two_things_are_not(string left, string right) => Indicators.Same(left, right).ShouldBeFalse();

    [Fact]
    public void A_reading_that_says_the_same_scores_one()
    {
        var score = Score.OfFigures("doc", [Jobs], [Jobs with { Indicator = "新增就业" }]);

        score.FoundF1.ShouldBe(1);
        score.RightF1.ShouldBe(1);
        score.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void A_wrong_stance_is_found_but_not_right()
    {
        var score = Score.OfFigures("doc", [Jobs], [Jobs with { Stance = "done" }]);

        score.FoundF1.ShouldBe(1);
        score.RightF1.ShouldBe(0);
        score.Errors.ShouldHaveSingleItem().ShouldContain("stance done for planned");
    }

    [Fact]
    public void Missed_and_invented_figures_both_cost()
    {
        var score = Score.OfFigures("doc", [Jobs, Jobs with { Line = 4 }], [Jobs, Jobs with { Line = 9 }]);

        score.FoundF1.ShouldBe(0.5);
        score.Errors.Count.ShouldBe(2);
    }

    [Fact]
    public void Optional_figures_cost_nothing_either_way()
    {
        var score = Score.OfFigures("doc", [Jobs, Jobs with { Line = 4, Optional = true }], [Jobs, Jobs with { Line = 9, Optional = true }]);

        score.FoundF1.ShouldBe(1);
        score.Errors.ShouldBeEmpty();
    }

    [Fact]
    public void An_implied_plan_may_be_a_percent_off_and_a_printed_one_may_not()
    {
        var row = new LabelledRow { Line = 1, Indicator = "造林", Actual = 8035, Unit = "亩", Percent = 80.4m, ImpliedPlan = 10000, Verdict = "implied" };
        var printed = row with { Plan = 10000, ImpliedPlan = null, Verdict = "consistent" };

        Score.OfRows("doc", [row], [row with { ImpliedPlan = 9994 }]).RightF1.ShouldBe(1);
        Score.OfRows("doc", [printed], [printed with { Plan = 9994 }]).RightF1.ShouldBe(0);
    }
}
