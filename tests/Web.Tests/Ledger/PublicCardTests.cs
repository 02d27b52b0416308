using System.IO.Compression;
using System.Text;

namespace Luoshi.Web.Tests.Ledger;

/// <summary>A published card as a resident opens it: who issued it, what each number is held against, and what can be taken along.</summary>
public sealed class PublicCardTests(RunningServer server)
{
    [Fact]
    public async Task The_card_names_its_office_its_full_date_and_the_plan_of_each_number()
    {
        var (resident, card) = await CardAsync();
        var page = await resident.OpenAsync(card);

        page.Text(".page-lead").ShouldBe("海岳市人民政府督查室 · 2026年4月15日发布");
        var school = page.All(".card-figures > li").Single(li => li.TextContent.Contains("农村学校食堂", StringComparison.Ordinal));
        school.QuerySelector(".card-plan")!.TextContent.ShouldBe("年计划 86处");
        school.QuerySelector(".chart-point").ShouldNotBeNull("the last result is a point with its month");
        school.QuerySelector(".spark-label")!.TextContent.ShouldStartWith("3月");
        school.QuerySelectorAll("table.months th").Select(th => th.TextContent).Take(3).ShouldBe(["月份", "序时", "完成"], "nobody planned the even pace");
        page.All(".card-figures > li").ShouldAllBe(li => li.Children.Length == page.One(".card-figures > li").Children.Length, "with or without a share all lines are laid out alike");
        page.Text("#data").ShouldContain("JSON");
    }

    [Fact]
    public async Task Tables_speak_the_language_asked_for_and_carry_plan_and_promise()
    {
        var (resident, card) = await CardAsync();
        var chinese = await TextAsync(resident, card + "/card.csv");
        chinese.ShouldStartWith("地方,清单,报告期,项,事项,类别,指标,承诺目标,年计划,完成,单位,占年计划（%）,承诺原样,完成原样,核验程度");
        chinese.ShouldContain("2026年第一季度");
        chinese.ShouldContain("校园食堂提升,完成数,农村学校食堂,86,86,27,处,31.4,86处,27处,单位自报");
        var english = await TextAsync(resident, card + "/card.csv?lang=en");
        english.ShouldStartWith("Place,List,Period,Item,Item name,Kind,Indicator,Promised,Plan of the year,Result");
        english.ShouldContain("first quarter of 2026");

        var book = await resident.GetAsync(card + "/card.xlsx");
        book.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using var zip = new ZipArchive(await book.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        zip.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).ShouldBe(2, "the figures and the text");
    }

    [Fact]
    public async Task A_number_leads_to_its_promise_its_plan_and_what_each_month_said()
    {
        var (resident, card) = await CardAsync();
        var origin = await resident.OpenAsync((await resident.OpenAsync(card)).One(".card-origin").GetAttribute("href")!);

        origin.Text("main").ShouldContain("第1项 就业创业");
        origin.Text("main table").ShouldContain("2026年3月");
        origin.One("section:last-of-type tbody td:nth-child(3)").TextContent.ShouldBe("12.4万人", "the plan is the promise where no bigger one was made");
    }

    private static async Task<string> TextAsync(Visitor visitor, string path) =>
        Encoding.UTF8.GetString(await (await visitor.GetAsync(path)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF');

    private async Task<(Visitor, string)> CardAsync()
    {
        await SignedIn.AsAsync(server, "ducha");
        var resident = new Visitor(server);
        return (resident, (await resident.OpenAsync("/")).One("#cards a.start-card").GetAttribute("href")!);
    }
}
