using System.Net;

namespace Luoshi.Web.Tests.Documents;

public sealed class DownloadTests(RunningServer server)
{
    private static async Task<string> CardAsync(Visitor visitor)
    {
        var list = await visitor.OpenAsync("/documents?q=" + Uri.EscapeDataString("成绩单"));
        return list.One("table.library .title a").GetAttribute("href")!;
    }

    [Fact]
    public async Task Every_download_of_the_menu_is_there_and_is_saved_not_shown()
    {
        using var visitor = new Visitor(server);
        var page = await visitor.OpenAsync(await CardAsync(visitor));
        var links = page.All(".downloads a").Select(link => link.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(9);

        foreach (var link in links)
        {
            var response = await visitor.GetAsync(link);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, link);
            response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment", link);
            (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(500, link);
        }
    }

    [Fact]
    public async Task The_lines_of_the_export_are_the_figures_of_the_page()
    {
        using var visitor = new Visitor(server);
        var card = await CardAsync(visitor);
        var page = await visitor.OpenAsync(card);

        var text = await (await visitor.GetAsync(card + "/figures.jsonl")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ToString().ShouldBe(page.One(".tabs a[aria-current] .count").TextContent);
    }

    [Fact]
    public async Task The_original_comes_back_byte_for_byte_as_plain_data()
    {
        using var visitor = new Visitor(server);
        var content = System.Text.Encoding.UTF8.GetBytes($"<html><script>1</script>海岳市新增床位300张 {Guid.NewGuid():N}</html>");
        var reading = await visitor.UploadAsync(("页面.html", content));

        var response = await visitor.GetAsync(reading.Address.AbsolutePath + "/original");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(content);
    }

    [Theory]
    [InlineData("/figures.exe")]
    [InlineData("/secrets.csv")]
    public async Task What_is_not_offered_is_not_found(string path)
    {
        using var visitor = new Visitor(server);

        (await visitor.GetAsync(await CardAsync(visitor) + path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
