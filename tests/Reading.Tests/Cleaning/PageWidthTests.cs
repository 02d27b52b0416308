using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Tests.Cleaning;

/// <summary>Words that a page width cut in two are one again; lines that their author ended stay apart.</summary>
public sealed class PageWidthTests
{
    // Lines of one width, as a page has them; each breaks in the middle of its sentence.
    private const string Page =
        "去年全县把办好群众身边的小事放在前面，修好乡村道路三条、小桥两座，整治沟渠和水塘，清理垃\n" +
        "圾堆放点，给山区学校送去课桌和图书，请来城里的医生坐诊，帮老人换上防滑扶手，把热水送进学\n" +
        "校宿舍，让孩子们冬天也能洗上热水脸，还请来师傅教村民修理农机家电，办起夜间课堂，晚上也有\n" +
        "人来听课，村口的小广场装上了新灯，老人孩子都愿意出来走走，集市搬进大棚里，下雨天不再停，\n" +
        "卖菜的人比过去多了三成，镇上的车站重新粉刷，候车的地方添了椅子和热水，班车每天多开两趟，\n" +
        "到县城看病的人不用再起大早，卫生院添了设备，常见的检查不出镇就能做，药品也比过去齐全得多\n" +
        "。";

    [Fact]
    public void A_full_line_goes_on_in_the_next()
    {
        var clean = Cleaner.Clean(Page).Text;
        clean.ShouldContain("清理垃圾堆放点");
        clean.ShouldContain("送进学校宿舍");
        clean.ShouldContain("也有人来听课");
    }

    [Theory]
    [InlineData("硬化巷\n17条", "硬化巷17条")]
    [InlineData("硬化巷\n二、下一步", "硬化巷\n二、下一步")]
    [InlineData("硬化巷\n第二部分", "硬化巷\n第二部分")]
    [InlineData("硬化巷\n3、修路", "硬化巷\n3、修路")]
    [InlineData("硬化巷\n　　今年", "硬化巷\n　　今年")]
    public void What_begins_anew_stays_on_its_line(string ends, string clean)
    {
        // The first line end stands behind as many characters as the other lines have.
        var line = "全镇拓宽入村的道路，补上断头的路口，装好路灯，栽上行道树，给每个路口画线立牌，" + ends;
        Cleaner.Clean(Page.Replace("。", "\n", StringComparison.Ordinal) + line + "来年再修。").Text.ShouldEndWith(clean.Replace("，", ",", StringComparison.Ordinal) + "来年再修。");
    }

    [Fact]
    public void Lines_of_different_lengths_stay_as_they_are()
    {
        const string List = "城区拓宽道路和整治小巷\n农村公路养护工程全线开工建设情况说明\n学校食堂改造\n老旧住宅小区雨污管网分流整治工程第一标段施工\n社区食堂建设和运营补贴发放工作\n公园绿地\n全县农村饮水安全巩固提升工程建设和运行管理维护\n";
        Cleaner.Clean(List).Text.ShouldBe(List);
    }
}
