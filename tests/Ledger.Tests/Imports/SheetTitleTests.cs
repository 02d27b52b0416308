using Luoshi.Ledger.Imports.Sheets;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Tests.Imports;

public sealed class SheetTitleTests
{
    [Theory]
    [InlineData("海岳市2026年市办实事任务分解表", "表.xlsx", "海岳市2026年市办实事")]
    [InlineData(" 海岳市 2026年 重点项目责任清单", "表.xlsx", "海岳市2026年重点项目")]
    [InlineData(null, "云栖区2026年民生实事责任分解表.csv", "云栖区2026年民生实事")]
    [InlineData("附件", "云栖区2026年民生实事.csv", "云栖区2026年民生实事")]
    [InlineData(null, "分解表.csv", "分解表")]
    public void A_list_is_called_what_its_sheet_breaks_down(string? above, string file, string title) =>
        SheetTitle.Of(new SheetTable([], []) { Title = above }, file).ShouldBe(title);

    [Theory]
    [InlineData("海岳市2026年市办实事", 2026)]
    [InlineData("第14个五年规划2025年任务", 2025)]
    [InlineData("近年实事", null)]
    public void The_year_is_the_one_the_title_says(string title, int? year) => SheetTitle.YearOf(title).ShouldBe(year);

    [Theory]
    [InlineData("中小学幼儿园", "开工", "开工")]
    [InlineData("中小学幼儿园开工", "开工", null)]
    [InlineData("新增公办学位", "新增", null)]
    [InlineData("书房", null, null)]
    public void A_verb_is_not_said_twice(string name, string? verb, string? said) => StageVerb.Beside(name, verb).ShouldBe(said);
}
