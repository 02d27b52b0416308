using Luoshi.Ledger.Pages;

namespace Luoshi.Ledger.Tests.Pages;

public sealed class ListPageSizeTests
{
    [Theory]
    [InlineData(0, 0, 50)]
    [InlineData(60, 150, 50)]
    [InlineData(60, 180, 50)]
    [InlineData(200, 6000, 5)]
    [InlineData(3, 6000, 1)]
    public void A_page_holds_fewer_items_where_each_brings_many_lines(int items, int lines, int size) => ListViews.SizeOf(items, lines).ShouldBe(size);
}
