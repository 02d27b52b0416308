using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Changing;
using Luoshi.Ledger.ReportCards.Gate;

namespace Luoshi.Ledger.Tests.ReportCards;

public class CardMergeTests
{
    private const string Old = "标题\n共2项。\n第一件：改造小区\n1.改造方面，开工16个，占年计划的8%。进展顺利。\n2.就业方面，新增216人。";

    private static readonly Guid[] Known = [Guid.NewGuid(), Guid.NewGuid()];

    /// <summary>The ledger's numbers of the first item, one an indicator.</summary>
    private static ExpectedNumber[] Ledger(params string[] printed) => [.. printed.Select((p, i) => new ExpectedNumber(1, PrintedAs.Amount, i, "个", Known[i], p) { Name = "改造" })];

    [Fact]
    public void What_nobody_edited_is_what_the_ledger_writes()
    {
        var renewed = Old.Replace("16个", "18个", StringComparison.Ordinal);
        CardMerge.Take(Old, Old, renewed, Ledger("16个"), Ledger("18个")).ShouldBe(renewed);
    }

    [Fact]
    public void In_an_edited_sentence_the_number_alone_changes_and_never_inside_another()
    {
        var edited = Old.Replace("开工16个，", "216个小区里开工16个，", StringComparison.Ordinal);
        var renewed = Old.Replace("16个，占年计划的8%", "18个，占年计划的9%", StringComparison.Ordinal).Replace("进展顺利", "全面铺开", StringComparison.Ordinal);

        var merged = CardMerge.Take(Old, edited, renewed, Ledger("16个", "8%"), Ledger("18个", "9%"));

        merged.ShouldContain("1.改造方面，216个小区里开工18个，占年计划的9%。全面铺开。", customMessage: "the sentence nobody touched follows the ledger");
    }

    [Fact]
    public void Lines_of_ones_own_stay_items_that_came_stand_where_they_belong_and_what_was_taken_out_stays_out()
    {
        var edited = Old.Replace("\n2.就业方面，新增216人。", "\n感谢支持。", StringComparison.Ordinal);
        var renewed = Old.Replace("\n2.", "\n3.新来方面，完成5处。\n2.", StringComparison.Ordinal);

        CardMerge.Take(Old, edited, renewed, [], []).ShouldBe("标题\n共2项。\n第一件：改造小区\n1.改造方面，开工16个，占年计划的8%。进展顺利。\n3.新来方面，完成5处。\n感谢支持。");
    }

    [Fact]
    public void Two_numbers_printed_alike_that_went_apart_are_left_to_a_person()
    {
        var edited = Old.Replace("开工16个", "已开工16个", StringComparison.Ordinal);
        CardMerge.Take(Old, edited, Old.Replace("16个", "18个", StringComparison.Ordinal), Ledger("16个", "16个"), Ledger("18个", "20个")).ShouldContain("已开工16个");
    }

    [Fact]
    public void A_number_that_changed_is_not_written_over_an_unchanged_one_printed_alike()
    {
        var edited = Old.Replace("开工16个", "已开工16个", StringComparison.Ordinal);
        CardMerge.Take(Old, edited, Old.Replace("16个", "18个", StringComparison.Ordinal), Ledger("16个", "16个"), Ledger("16个", "20个")).ShouldContain("已开工16个");
    }

    [Fact]
    public void A_group_of_the_opening_that_became_empty_counts_nought_and_is_told_apart_from_the_others()
    {
        var met = new ExpectedNumber(0, PrintedAs.Count, 2, "项", Indicator: null, "2项") { Name = "已实现年度目标" };
        var behind = met with { Name = "慢于序时进度" };

        var changes = FigureChange.Between([met, behind], [met with { Value = 4, Printed = "4项" }]);

        changes.Select(c => (c.IsOf(met), c.IsOf(behind), Luoshi.Ledger.Pages.CardTexts.Corrected(c, moment: null).Chinese, ChangeTexts.Say(c).Chinese)).ShouldBe(
        [
            (true, false, "已更正为4项", "开头“已实现年度目标”的统计：2项 → 4项"),
            (false, true, "现为0项", "开头“慢于序时进度”的统计：2项 → 0项"),
        ]);
    }
}
