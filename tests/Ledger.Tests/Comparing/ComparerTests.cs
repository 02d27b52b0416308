using Luoshi.Kernel.Time;
using Luoshi.Ledger.Comparing;
using Luoshi.Ledger.Matching;
using Luoshi.Reading;
using Luoshi.Reading.Documents;

namespace Luoshi.Ledger.Tests.Comparing;

public class ComparerTests
{
    private const string List = """
        海岳市2027年民生实事清单

        1.启动改造老旧小区160个以上。
        2.建成口袋公园26个。
        3.完成既有住宅节能改造90万平方米。
        4.新建城市书房9处。
        5.供水管网漏损率控制在9%以内。
        6.整治入海排口77个。
        """;

    private static Side Read(string text, string code, Period? period = null)
    {
        var reading = LuoshiReader.Read(new SourceDocument(code + ".txt", DocumentFormat.Text, "utf-8", text, []));
        return new Side
        {
            Code = code,
            Title = code,
            Href = "/" + code,
            Statements = DocumentStatements.Of(reading, LuoshiReader.Audit([reading])[0], code, i => $"/{code}#c{i}"),
            Period = period,
            Plan = Period.OfYear(2027),
            Reading = reading,
        };
    }

    private static Comparison Compare(string left, string right, Period? period = null) => Comparer.Run(Read(left, "d:l"), Read(right, "d:r", period), Decided.Nothing);

    private static ComparedPair Of(Comparison comparison, string name) => comparison.Pairs.Single(p => p.Match.Left.Name.Contains(name, StringComparison.Ordinal));

    private static string Said(ComparedPair pair, RemarkKind kind) => string.Join('\n', pair.Remarks.Where(r => r.Kind == kind).Select(r => r.Text.Chinese));

    [Fact]
    public void A_result_is_set_against_the_promise_of_the_other_document()
    {
        var pair = Of(Compare(List, "海岳市2027年上半年民生实事进展情况\n\n1.口袋公园方面，建成14个。\n"), "口袋公园");

        Said(pair, RemarkKind.Share).ShouldBe("14÷26＝53.8%");
    }

    [Fact]
    public void Another_denominator_than_the_promise_is_named()
    {
        var pair = Of(Compare(List, "海岳市2027年上半年民生实事进展情况\n\n1.老旧小区改造方面，190个小区完成立项，其中152个已开工，占年计划的80%。\n"), "老旧小区");

        Said(pair, RemarkKind.Denominator).ShouldBe("报告印80%，分母是190个；按原承诺160个以上计为95%。");
    }

    [Fact]
    public void A_start_does_not_keep_a_promise_to_finish()
    {
        var pair = Of(Compare(List, "海岳市2027年上半年民生实事进展情况\n\n1.节能改造方面，既有住宅节能改造开工95万平方米。\n"), "节能改造");

        Said(pair, RemarkKind.Stage).ShouldBe("承诺的是“完成”，报告的是“开工”：阶段未到，不算兑现。");
    }

    [Fact]
    public void A_target_that_was_made_smaller_is_named_and_a_dropped_promise_listed()
    {
        var found = Compare(List, "海岳市2027年民生实事清单（调整后）\n\n1.启动改造老旧小区140个。\n2.建成口袋公园26个。\n3.建设儿童乐园5个。\n");

        Said(Of(found, "老旧小区"), RemarkKind.TargetLowered).ShouldBe("目标由160个以上放低为140个。");
        Of(found, "口袋公园").Remarks.ShouldNotContain(r => r.IsChange);
        found.Dropped.Select(s => s.Name).ShouldContain(n => n.Contains("入海排口", StringComparison.Ordinal));
        found.Added.Select(s => s.Name).ShouldContain(n => n.Contains("儿童乐园", StringComparison.Ordinal));
    }

    [Fact]
    public void At_the_years_end_a_promise_is_kept_or_not()
    {
        var found = Compare(List, "海岳市2027年民生实事完成情况\n\n1.全年建成口袋公园31个。\n2.新建城市书房7处。\n", Period.OfYear(2027));

        Said(Of(found, "口袋公园"), RemarkKind.Kept).ShouldBe("年底31个，兑现“26个”。");
        Said(Of(found, "城市书房"), RemarkKind.NotKept).ShouldBe("年底7处，未兑现“9处”。");
    }

    [Fact]
    public void Of_two_stages_the_one_that_was_promised_answers()
    {
        var pair = Of(Compare(List, "海岳市2027年上半年民生实事进展情况\n\n1.节能改造方面，既有住宅节能改造开工95万平方米，既有住宅节能改造完工41万平方米。\n"), "节能改造");

        pair.Answer.Reported.ShouldBe(410_000);
        pair.Remarks.ShouldNotContain(r => r.Kind == RemarkKind.Stage);
        Said(pair, RemarkKind.Share).ShouldBe("41÷90＝45.6%");
    }

    [Fact]
    public void Both_sentences_keep_their_places()
    {
        var pair = Of(Compare(List, "海岳市2027年上半年民生实事进展情况\n\n1.口袋公园方面，建成14个。\n"), "口袋公园");

        pair.Match.Left.Sentence.ShouldContain("建成口袋公园26个");
        pair.Match.Right.Sentence.ShouldContain("建成14个");
        pair.Match.Left.Href.ShouldStartWith("/d:l#c");
    }
}
