using System.Text;
using Luoshi.Ledger.Imports.Sheets;

namespace Luoshi.Ledger.Tests.Imports;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("老旧小区\n改造提升", "老旧小区改造提升")]
    [InlineData("“一老一小”\r\n服务", "“一老一小”服务")]
    [InlineData("5G\nbase stations", "5G base stations")]
    [InlineData("一号线 二期", "一号线 二期")]
    public void A_line_break_in_a_name_leaves_a_blank_only_between_latin_words(string cell, string name) => CellText.OneLine(cell).ShouldBe(name);

    [Theory]
    [InlineData("市教育局、市财政局", "市教育局|市财政局")]
    [InlineData("市教育局\n市财政局", "市教育局|市财政局")]
    [InlineData("市住房和城乡\n建设局、市财政局", "市住房和城乡建设局|市财政局")]
    [InlineData("市发展和改\n革委员会", "市发展和改革委员会")]
    [InlineData("云栖区\n望潮区", "云栖区|望潮区")]
    [InlineData("各县（市、区）政府，市水务局", "各县（市、区）政府|市水务局")]
    [InlineData("", "")]
    public void Bodies_are_parted_by_marks_and_lines_and_never_inside_a_name(string cell, string names) => string.Join('|', CellText.Names(cell)).ShouldBe(names);

    [Fact]
    public void A_name_broken_in_its_cell_is_adopted_in_one_piece()
    {
        var csv = "序号,项目名称,年度目标,牵头单位\n1,\"老旧小区\n改造\",改造老旧小区200个,\"市住房和城乡\n建设局\"\n";
        Proposed(Encoding.UTF8.GetBytes(csv), "分解表.csv").ShouldBe(("老旧小区改造", "市住房和城乡建设局"));
        var html = "<table><tr><th>序号</th><th>项目名称</th><th>年度目标</th><th>牵头单位</th></tr><tr><td>1</td><td>老旧小区<br>改造</td><td>改造老旧小区200个</td><td>市住房和城乡<br>建设局</td></tr></table>";
        Proposed(Encoding.UTF8.GetBytes(html), "分解表.html").ShouldBe(("老旧小区改造", "市住房和城乡建设局"));
    }

    private static (string Item, string Unit) Proposed(byte[] bytes, string name)
    {
        var table = SheetTable.Read(bytes, name).Value;
        var item = SheetProposer.Propose(table, ColumnNames.Guess(table.Headers), 2026).Proposal.Items.Single();
        return (item.Name, item.Units.Single().Name);
    }
}
