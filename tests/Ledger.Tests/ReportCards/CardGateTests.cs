using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Gate;
using static Luoshi.Ledger.Tests.ReportCards.CardSamples;

namespace Luoshi.Ledger.Tests.ReportCards;

public class CardGateTests
{
    private static readonly CardSource Sample = Source(
        new CardCommitment(1, "促进充分就业，全年城镇新增就业35万人，引进人才25万人", [Item(1, "就业创业", Figure("城镇新增就业", 184_400, "万人", 350_000), Figure("引进人才", 110_200, "万人", 250_000))]),
        new CardCommitment(2, "改善群众居住条件，启动改造老旧小区200个以上", [Item(2, "老旧小区改造", Figure("老旧小区改造", 196, "个", 200, Bound.AtLeast) with { WorkingPlan = 216, StageWord = "开工" })]));

    private static (string Text, IReadOnlyList<ExpectedNumber> Expected) Card(CardSource source)
    {
        var card = CardWriter.Write(source);
        return (card.Plain, CardGate.Expect(card, source.Items));
    }

    private static string Said(IReadOnlyList<GateProblem> problems) => string.Join('\n', problems.Select(p => p.Message.Chinese));

    [Fact]
    public void What_was_generated_reads_back_to_the_ledger()
    {
        var (text, expected) = Card(Sample);

        Said(CardGate.Check(text, expected)).ShouldBe("");
    }

    [Fact]
    public void A_figure_that_was_changed_by_hand_is_stopped()
    {
        var (text, expected) = Card(Sample);

        var problems = CardGate.Check(text.Replace("18.44万人", "19.44万人", StringComparison.Ordinal), expected);

        problems.ShouldContain(p => p.Code == "card.figure_differs");
        problems.ShouldContain(p => p.Code == "card.figure_lost");
    }

    [Fact]
    public void A_percentage_that_was_rounded_up_by_hand_is_stopped()
    {
        var (text, expected) = Card(Sample);

        CardGate.Check(text.Replace("52.7%", "53%", StringComparison.Ordinal), expected).ShouldNotBeEmpty();
    }

    [Fact]
    public void Better_words_around_the_same_figures_pass()
    {
        var (text, expected) = Card(Sample);

        Said(CardGate.Check(text.Replace("就业创业方面，", "就业创业方面，各级各部门协同发力，", StringComparison.Ordinal), expected)).ShouldBe("");
    }

    [Fact]
    public void Cards_of_random_ledgers_read_back_to_every_figure()
    {
        var failures = new List<string>();
        for (var seed = 0; seed < 60; seed++)
        {
            var source = RandomLedger.Make(new Random(seed));
            var (text, expected) = Card(source);
            failures.AddRange(CardGate.Check(text, expected).Select(p => $"{seed}: {p.Message.Chinese}"));
        }

        string.Join('\n', failures.Take(20)).ShouldBe("");
    }
}
