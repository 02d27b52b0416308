using System.Net;

namespace Luoshi.Web.Tests.Comparing;

/// <summary>A journalist without an account sets the city's list against its half-year card.</summary>
public sealed class ComparePageTests(RunningServer server)
{
    private static async Task<string> CodeAsync(Visitor visitor, string title)
    {
        var page = await visitor.OpenAsync("/compare");
        return page.All("#side-left option").First(o => o.TextContent.Contains(title, StringComparison.Ordinal)).GetAttribute("value")!;
    }

    private static async Task<string> AddressAsync(Visitor visitor) =>
        $"/compare?left={await CodeAsync(visitor, "海岳市2026年民生实事清单")}&right={await CodeAsync(visitor, "海岳市2026年民生实事上半年成绩单")}";

    [Fact]
    public async Task Both_sentences_stand_side_by_side_with_what_recomputing_says()
    {
        using var visitor = new Visitor(server);
        var page = await visitor.OpenAsync(await AddressAsync(visitor));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.All(".compare-pair").Count.ShouldBeGreaterThan(25);
        var homes = page.All(".compare-pair").Single(p => p.TextContent.Contains("÷180＝", StringComparison.Ordinal));
        homes.TextContent.ShouldContain("启动改造老旧小区180个以上");
        homes.TextContent.ShouldContain("172÷180＝95.6%");
        homes.TextContent.ShouldContain("报告印86%，分母是200个");
        foreach (var link in homes.QuerySelectorAll("blockquote footer a"))
            (await visitor.OpenAsync(link.GetAttribute("href")!)).All("#" + link.GetAttribute("href")!.Split('#')[1]).Count.ShouldBe(1, "the link opens the document at the figure");
    }

    [Fact]
    public async Task A_pair_is_confirmed_with_a_name_and_stays_confirmed_for_the_next_reader()
    {
        using var visitor = new Visitor(server);
        var address = await AddressAsync(visitor) + "&tab=waiting";
        var queue = await visitor.OpenAsync(address);
        var waiting = queue.All(".compare-pair");
        waiting.Count.ShouldBeGreaterThan(0);
        var anchor = waiting[0].Id!;

        var nameless = await visitor.SubmitAsync(queue, $"#{anchor} form", ("person", ""), ("answer", "same"));
        nameless.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await visitor.SubmitAsync(queue, $"#{anchor} form", ("person", "高记者"), ("answer", "same"));

        using var another = new Visitor(server);
        var again = await another.OpenAsync(await AddressAsync(another));
        again.One($"#{anchor} .badge").TextContent.ShouldContain("已确认");
        (await another.OpenAsync(address)).All($"#{anchor}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Lists_of_the_ledger_are_not_offered_to_strangers()
    {
        using var visitor = new Visitor(server, follow: false);

        (await visitor.OpenAsync("/compare")).All("#side-left option[value^='l:']").ShouldBeEmpty();
        (await visitor.OpenAsync("/ledger/compare")).Status.ShouldBe(HttpStatusCode.Found);
        (await visitor.OpenAsync($"/compare?left=l:{Guid.NewGuid():N}&right={await CodeAsync(visitor, "清单")}")).All(".compare-pair").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_of_a_document_is_opened_and_shaded()
    {
        using var visitor = new Visitor(server);
        var code = await CodeAsync(visitor, "海岳市2026年民生实事清单");

        var page = await visitor.OpenAsync($"/documents/{Guid.Parse(code[2..])}?place=120-150&pane=text");

        page.One("#place").TextContent.ShouldNotBeEmpty();
        page.All("mark.place").Sum(m => m.TextContent.Length).ShouldBeInRange(1, 30);
    }
}
