using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Indicators;
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
    public void A_wrong_figure_is_refused_with_its_sentence_and_what_the_ledger_has()
    {
        var (text, expected) = Card(Sample);

        var said = Said(CardGate.Check(text.Replace("196个", "206个", StringComparison.Ordinal), expected));

        said.ShouldContain("第2项“老旧小区改造方面，老旧小区改造开工206个，占年度工作计划216个的90.7%");
        said.ShouldContain("“206个”不在台账中");
        said.ShouldContain("台账为老旧小区改造196个");
    }

    [Fact]
    public void Two_results_that_changed_places_are_stopped()
    {
        var (text, expected) = Card(Source(new CardCommitment(1, "促进充分就业", [Item(1, "就业创业", Figure("城镇新增就业", 184_400, "万人"), Figure("农民技能培训", 110_200, "万人"))])));

        CardGate.Check(text.Replace("18.44", "X", StringComparison.Ordinal).Replace("11.02", "18.44", StringComparison.Ordinal).Replace("X", "11.02", StringComparison.Ordinal), expected)
            .ShouldContain(p => p.Code == "card.figure_swapped");
    }

    [Fact]
    public void Two_percentages_that_changed_places_are_stopped_though_no_plan_is_printed()
    {
        var (text, expected) = Card(Source(new CardCommitment(1, "促进充分就业，实现城镇新增就业35万人，农民技能培训25万人", [Item(1, "就业创业", Figure("城镇新增就业", 184_400, "万人", 350_000), Figure("农民技能培训", 110_200, "万人", 250_000))])));

        CardGate.Check(text.Replace("52.7%和44.1%", "44.1%和52.7%", StringComparison.Ordinal), expected).ShouldContain(p => p.Code == "card.percent_of_another");
    }

    [Fact]
    public void A_promise_that_was_made_smaller_in_the_quotation_is_stopped()
    {
        var (text, expected) = Card(Sample);

        var problems = CardGate.Check(text.Replace("35万人，引进", "30万人，引进", StringComparison.Ordinal), expected, text);

        problems.ShouldContain(p => p.Code == "card.promise_differs");
    }

    [Fact]
    public void A_sentence_that_was_added_may_not_bring_numbers_of_its_own()
    {
        var (text, expected) = Card(Sample);

        Said(CardGate.Check(text + "\n上半年共完成投资98亿元。", expected)).ShouldContain("“98亿元”不在台账中");
        Said(CardGate.Check(text + "\n其中城镇新增就业18.44万人。", expected)).ShouldBe("");
    }

    [Fact]
    public void Parts_that_do_not_add_up_are_printed_and_named()
    {
        var source = Source(new CardCommitment(1, "建设文化场馆105处", [Item(1, "文化场馆", Figure("建设文化场馆", 58, "处", 105) with { Parts = [Figure("社区文化室", 25, "处"), Figure("街角书吧", 28, "处")], PartsMissing = 1 })]));
        var (text, expected) = Card(source);

        text.ShouldContain("其中，社区文化室25处、街角书吧28处，其余分项尚未上报。");
        Said(CardGate.Check(text, expected, text)).ShouldBe("");
        PartWarnings.Of(expected).Single().Message.Chinese.ShouldBe("第1项“建设文化场馆”：分项25＋28＝53处，与总数58处相差5处。");
    }

    [Fact]
    public void Cards_of_random_ledgers_read_back_to_every_figure()
    {
        var failures = new List<string>();
        for (var seed = 0; seed < 250; seed++)
        {
            var (text, expected) = Card(RandomLedger.Make(new Random(seed)));
            failures.AddRange(CardGate.Check(text, expected, text).Select(p => $"{seed}: {p.Message.Chinese}"));
        }

        string.Join('\n', failures.Take(20)).ShouldBe("", $"{failures.Count} in all");
    }

    [Fact]
    public void One_digit_changed_anywhere_in_a_random_card_is_stopped()
    {
        var passed = new List<string>();
        for (var seed = 0; seed < 250; seed++)
        {
            var random = new Random(seed);
            var (text, expected) = Card(RandomLedger.Make(random));
            if (Changed(text, expected, random) is { } changed && CardGate.Check(changed.Text, expected, text).Count == 0)
                passed.Add($"{seed}: {changed.What}");
        }

        string.Join('\n', passed.Take(20)).ShouldBe("", $"{passed.Count} in all");
    }

    /// <summary>Another digit in one printed number of an item, where that makes a number the paragraph does not have.</summary>
    private static (string Text, string What)? Changed(string text, IReadOnlyList<ExpectedNumber> expected, Random random)
    {
        var numbers = expected.Where(e => e.Paragraph > 0).ToArray();
        if (numbers.Length == 0)
            return null;
        var one = numbers[random.Next(numbers.Length)];
        var lines = text.Split('\n');
        var line = Array.FindIndex(lines, l => l.StartsWith($"{one.Paragraph}.", StringComparison.Ordinal));
        var at = lines[line].IndexOf(one.Printed, StringComparison.Ordinal);
        if (char.IsAsciiDigit(lines[line][at - 1]) || lines[line][at - 1] == '.')
            return null;
        var digit = Enumerable.Range(at, one.Printed.Length).Where(i => char.IsAsciiDigit(lines[line][i])).Last();
        var other = (char)('0' + ((lines[line][digit] - '0' + random.Next(1, 9)) % 10));
        var wrong = lines[line][..digit] + other + lines[line][(digit + 1)..];
        var what = $"{one.Printed} in {wrong}";
        if (numbers.Any(n => n.Paragraph == one.Paragraph && n.Printed == wrong[at..(at + one.Printed.Length)]))
            return null;
        lines[line] = wrong;
        return (string.Join('\n', lines), what);
    }

    private static readonly CardSource Roofs = Source(new CardCommitment(1, "修缮屋面420栋", [Item(1, "屋面防水", Figure("修缮屋面", 205, "栋", 420)), Item(2, "助浴服务", Figure("建设助浴点", 25, "处", 25)), Item(3, "就业", Figure("新增就业", 35_000, "万人", 70_000))]));

    [Theory]
    [InlineData("，占年计划的48.8%。", "，占年计划的48.8%。其中一百九十栋已验收。", "card.number_in_words")]
    [InlineData("，占年计划的48.8%。", "，占年计划的48.8%。近两百户居民受益。", "card.number_in_words")]
    [InlineData("，占年计划的48.8%。", "，占年计划的48.8%。几十栋正在验收。", "card.number_in_words")]
    [InlineData("205栋，", "205栋（超过半数），", "card.word_wrong")]
    [InlineData("205栋，", "205栋（三分之二），", "card.word_wrong")]
    [InlineData("205栋，", "205栋，完成六成以上，", "card.word_wrong")]
    [InlineData("，占年计划的48.8%。", "，占年计划的48.8%。全部完工。", "card.word_wrong")]
    [InlineData("有关情况如下：", "3项全部完成年度目标。有关情况如下：", "card.count_statement")]
    [InlineData("有关情况如下：", "三项已完成。有关情况如下：", "card.count_statement")]
    [InlineData("有关情况如下：", "3项尚无数据。有关情况如下：", "card.count_statement")]
    [InlineData("有关情况如下：", "过半项目完成年度目标。有关情况如下：", "card.word_wrong")]
    public void Words_that_say_what_the_ledger_does_not_are_refused(string printed, string edited, string code)
    {
        var card = CardWriter.Write(Roofs);
        var text = card.Plain;
        var at = text.IndexOf(printed, StringComparison.Ordinal);

        var problems = CardGate.Check(text[..at] + edited + text[(at + printed.Length)..], CardGate.Expect(card, Roofs.Items), text);

        problems.Select(p => p.Code).ShouldContain(code);
    }

    [Theory]
    [InlineData("205栋，", "205栋（近半数），")]
    [InlineData("205栋，", "二百零五栋、也就是205栋，")]
    [InlineData("205栋，", "205栋（二百余栋），")]
    [InlineData("25处，", "25处（全部建成），")]
    [InlineData("3.5万人，", "3.5万人（三点五万人，恰好一半），")]
    [InlineData("屋面防水方面，", "屋面防水方面，坚持一个标准、一抓到底，两个月一调度，第一季度开工，")]
    [InlineData("有关情况如下：", "时间过半。有关情况如下：")]
    public void Words_the_ledger_bears_out_pass(string printed, string edited)
    {
        var card = CardWriter.Write(Roofs);
        var text = card.Plain;
        var at = text.IndexOf(printed, StringComparison.Ordinal);

        Said(CardGate.Check(text[..at] + edited + text[(at + printed.Length)..], CardGate.Expect(card, Roofs.Items), text)).ShouldBe("");
    }

    [Theory]
    [InlineData("二期全面开工。", "")]
    [InlineData("一二期工程同步推进。", "")]
    [InlineData("十四五期间持续推进。", "")]
    [InlineData("大多数人表示满意。", "")]
    [InlineData("绝大多数家庭受益。", "")]
    [InlineData("参保人数名列全省前茅。", "")]
    [InlineData("办理件数项项有据。", "")]
    [InlineData("九台区、五家渠市已开工。", "")]
    [InlineData("四套班子现场调度。", "")]
    [InlineData("第三处、第十二个正在收尾。", "")]
    [InlineData("其中一百九十栋已验收。", "一百九十栋")]
    [InlineData("参保人数三十万人。", "三十万人")]
    [InlineData("每户数百元。", "数百元")]
    [InlineData("几十栋、数十户正在验收。", "几十栋 数十户")]
    [InlineData("少数几户尚未签约。", "几户")]
    [InlineData("举办两期。", "两期")]
    [InlineData("举办十二期。", "十二期")]
    [InlineData("改造十二个小区、三个镇。", "十二个 三个")]
    [InlineData("六户村民、三家社区医院、五家县级医院、四家村卫生室受益。", "六户 三家 五家 四家")]
    public void Names_with_numerals_in_them_are_no_numbers_and_counts_stay_counts(string sentence, string found) =>
        string.Join(' ', ChineseFigures.Of(sentence, ["栋"]).Select(s => s.Text)).ShouldBe(found);

    [Theory]
    [InlineData("一百九十", 190)]
    [InlineData("两百零五", 205)]
    [InlineData("十二", 12)]
    [InlineData("三点五万", 35000)]
    [InlineData("一万二千三百", 12300)]
    public void Numbers_written_out_are_read(string text, int value) => ChineseFigures.ValueOf(text).ShouldBe(value);

    [Fact]
    public void A_plan_changed_by_decision_reads_back_with_the_numbers_in_the_papers_title()
    {
        var source = Source(new CardCommitment(1, "建设助浴点25处", [Item(1, "助浴服务", Figure("建设助浴点", 15, "处", 20) with { Changed = new PromiseChange(new TargetValue(25), new TargetValue(20), "关于调整2025年第3批8项任务的通知", IsPlan: true) })]));
        var (text, expected) = Card(source);

        text.ShouldContain("建设助浴点15处，占年计划20处的75%，占原计划25处的60%。年计划由25处调整为20处（关于调整2025年第3批8项任务的通知）。");
        Said(CardGate.Check(text, expected, text)).ShouldBe("");
        CardGate.Check(text.Replace("60%", "62%", StringComparison.Ordinal), expected, text).ShouldNotBeEmpty();
        Said(CardGate.Check(text + "施工安排调整为夜间进行（累计完成999处）。", expected, text)).ShouldContain("“999处”不在台账中", customMessage: "only the title of the paper is left unread");
    }

    [Theory]
    [InlineData("新增课后服务点32处，均已开课。", "均已开课。")]
    [InlineData("截至6月底，已新增课后服务点32处。家长反映良好", "家长反映良好。")]
    [InlineData("新增课后服务点32处", "")]
    [InlineData("惠及学生1.2万人，均已开课", "惠及学生1.2万人，均已开课。")]
    public void A_units_words_that_only_say_the_number_again_are_not_printed_twice(string words, string kept) =>
        OwnWords.Fresh(words, "1.课后服务方面，新增课后服务点32处，占年计划的53.3%。").ShouldBe(kept);
}
