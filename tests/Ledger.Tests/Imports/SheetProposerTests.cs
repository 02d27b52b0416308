using System.Text;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Imports.Sheets;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;

namespace Luoshi.Ledger.Tests.Imports;

public class SheetProposerTests
{
    private const string Csv = """
        海岳市2025年市办实事任务分解表,,,,,,,
        序号,实事名称,项目名称,年度目标,完成时限,牵头单位,配合单位,总投资（万元）
        1,改善居住条件,老旧小区改造,启动改造老旧小区200个以上,12月底前,市住建局,"市财政局、各区市",36500
        2,,供热管网改造,改造供热管网35公里,2025年10月31日,市城管局,市财政局,
        3,做好就业保障,就业创业,城镇新增就业35万人,年底,市人社局,,1200
        """;

    private static SheetTable Table(string text = Csv) => SheetTable.Read(Encoding.UTF8.GetBytes(text), "分解表.csv").Value;

    private static SheetPreview Preview(string text = Csv)
    {
        var table = Table(text);
        return SheetProposer.Propose(table, ColumnNames.Guess(table.Headers), 2025);
    }

    [Fact]
    public void The_header_row_is_found_under_the_title_and_its_columns_are_recognised() =>
        ColumnNames.Guess(Table().Headers).ShouldBe(
        [
            SheetField.Number, SheetField.Commitment, SheetField.Item, SheetField.Target,
            SheetField.Deadline, SheetField.Lead, SheetField.Supporting, SheetField.TotalInvestment,
        ]);

    [Fact]
    public void The_lead_official_is_kept_as_printed_and_one_too_long_is_an_error_in_its_cell()
    {
        Preview("项目名称,分管领导,年度目标\n老旧小区改造,分管住建的副市长,改造200个\n").Proposal.Items.Single().LeadOfficial.ShouldBe("分管住建的副市长");

        Preview($"项目名称,分管领导,年度目标\n老旧小区改造,{new string('长', Item.MaxOfficial + 1)},改造200个\n").Errors.ShouldHaveSingleItem().Column.ShouldBe(1);
    }

    [Fact]
    public void A_merged_cell_holds_for_the_rows_under_it()
    {
        var preview = Preview();

        preview.Errors.ShouldBeEmpty();
        preview.Proposal.Commitments.Select(c => (c.Promise, c.Items.Count)).ShouldBe([("改善居住条件", 2), ("做好就业保障", 1)]);
        preview.Proposal.Items.Select(i => i.Number).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_target_in_words_becomes_a_number_with_its_bound()
    {
        var items = Preview().Proposal.Items.ToArray();

        var homes = items[0].Indicators.ShouldHaveSingleItem();
        (homes.Promised, homes.Bound, homes.Unit.Unit).ShouldBe((200, Bound.AtLeast, "个"));
        var jobs = items[2].Indicators.ShouldHaveSingleItem();
        (jobs.Promised, jobs.Unit).ShouldBe((350_000, new PrintedUnit("人", 10_000)));
    }

    [Fact]
    public void Units_deadlines_and_money_are_read()
    {
        var item = Preview().Proposal.Items.First();

        item.Units.ShouldBe([("市住建局", UnitRole.Lead), ("市财政局", UnitRole.Supporting), ("各区市", UnitRole.Supporting)]);
        item.Deadline.ShouldBe(new DateOnly(2025, 12, 31));
        item.TotalInvestment.ShouldBe(365_000_000);
    }

    [Fact]
    public void A_cell_that_cannot_be_read_is_named_with_its_place()
    {
        var preview = Preview(Csv.Replace("年底", "尽快", StringComparison.Ordinal));

        var error = preview.Errors.ShouldHaveSingleItem();
        (error.Row, error.Column).ShouldBe((3, 4));
        error.Message.Chinese.ShouldContain("尽快");
    }

    [Theory]
    [InlineData("10月底前", 2025, 10, 31)]
    [InlineData("2025年2月底", 2025, 2, 28)]
    [InlineData("2026.3.15", 2026, 3, 15)]
    [InlineData("9月20日前", 2025, 9, 20)]
    [InlineData("上半年", 2025, 6, 30)]
    [InlineData("全年", 2025, 12, 31)]
    public void Deadlines_are_read_as_sheets_write_them(string text, int year, int month, int day)
    {
        SheetDeadline.TryParse(text, 2025, out var read).ShouldBeTrue();
        read.ShouldBe(new DateOnly(year, month, day));
    }

    [Theory]
    [InlineData("尽快")]
    [InlineData("13月")]
    [InlineData("2月30日")]
    public void Nonsense_is_no_deadline(string text) => SheetDeadline.TryParse(text, 2025, out _).ShouldBeFalse();
}
