namespace Luoshi.Web.Tests.Ledger;

/// <summary>A resident finds what is published without knowing an address.</summary>
public sealed class StartPageTests(RunningServer server)
{
    [Fact]
    public async Task A_resident_finds_the_cards_first_then_data_comparison_and_reading()
    {
        await SignedIn.AsAsync(server, "ducha");
        using var resident = new Visitor(server);
        var start = await resident.OpenAsync("/");

        start.Address.AbsolutePath.ShouldBe("/");
        start.One("main h2").TextContent.ShouldBe("成绩单", "what is public comes first");
        start.All("#cards h3").Select(h => h.TextContent).Take(2).ShouldBe(["海岳市 · 2026年", "海岳市 · 2025年"], "the newest year first");
        var card = await resident.OpenAsync(start.One("#cards a.start-card").GetAttribute("href")!);
        card.Address.AbsolutePath.ShouldStartWith("/cards/");
        card.Title.ShouldContain("第一季度");
        start.Text("#cards li p").ShouldContain("项");
        foreach (var kind in new[] { "docx", "xlsx", "csv", "json" })
            start.All($"#cards a[href$='card.{kind}']").Count.ShouldBe(2, kind);
        start.One("a[href='/compare']");
        start.One("form#drop[action='/documents'] input[type=file]");
        start.One(".page-actions a[href='#read']");
    }

    [Fact]
    public async Task Who_is_signed_in_goes_to_the_desk()
    {
        var clerk = await SignedIn.AsAsync(server, "zhujian");
        (await clerk.OpenAsync("/")).Address.AbsolutePath.ShouldBe("/ledger");
    }
}
