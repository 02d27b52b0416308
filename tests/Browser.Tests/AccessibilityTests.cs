using Deque.AxeCore.Playwright;
using Luoshi.Web.Tests;

namespace Luoshi.Browser.Tests;

/// <summary>axe finds nothing on any page, in both languages, light and dark.</summary>
public sealed class AccessibilityTests(RunningServer server, Chromium chromium)
{
    [Theory]
    [InlineData("zh", false)]
    [InlineData("zh", true)]
    [InlineData("en", false)]
    [InlineData("en", true)]
    public async Task No_page_has_a_fault(string language, bool dark)
    {
        await using var visit = await chromium.VisitAsync(server, dark: dark, language: language);
        var page = visit.Page;
        var faults = new List<string>();

        async Task CheckAsync(string name)
        {
            var result = await page.RunAxe();
            faults.AddRange(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{name}: {violation.Id} {node.Html}")));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in server.PlainPages)
        {
            await page.GotoAsync(path);
            // Pages behind sign-in all lead to the same form.
            if (seen.Add(new Uri(page.Url).AbsolutePath))
                await CheckAsync(path);
        }

        await page.GotoAsync("/documents?q=nothing-like-this");
        await CheckAsync("nothing found");
        await page.GotoAsync("/no/such/page");
        await CheckAsync("not found");
        await visit.OpenAsync("网页转存", "?tab=repairs");
        await CheckAsync("damaged copy");
        foreach (var query in new[] { "?at=24", "?tab=outline", "?tab=audit" })
        {
            await visit.OpenAsync("成绩单", query);
            await CheckAsync("card" + query);
        }

        await page.Locator(".page-actions details.menu summary").ClickAsync();
        await CheckAsync("downloads");
        faults.ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_form_has_no_fault()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.OpenAsync("成绩单", "?at=24");
        await visit.Page.Locator(".correct summary").ClickAsync();
        await visit.Page.Locator(".correct-form").EvaluateAsync("form => form.noValidate = true");
        await visit.Page.Locator(".correct-form button.primary").ClickAsync();
        await visit.Page.Locator(".correct-form .field-error").First.WaitForAsync();

        var result = await visit.Page.RunAxe();

        result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} {node.Html}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_print_view_carries_the_text_and_the_table_and_no_controls()
    {
        await using var visit = await chromium.VisitAsync(server);
        await visit.OpenAsync("成绩单");
        await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        (await visit.Page.Locator("article.text").IsVisibleAsync()).ShouldBeTrue();
        (await visit.Page.Locator("table.figures").IsVisibleAsync()).ShouldBeTrue();
        (await visit.Page.Locator(".bar").IsVisibleAsync()).ShouldBeFalse();
        (await visit.Page.Locator(".filter").IsVisibleAsync()).ShouldBeFalse();
        // Nothing is cut off inside a scrolling pane.
        (await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.pane-text')).overflowY")).ShouldBe("visible");
        (await visit.Page.EvaluateAsync<bool>("document.querySelector('article.text').getBoundingClientRect().bottom <= document.querySelector('.pane-table').getBoundingClientRect().top + 1")).ShouldBeTrue();
    }
}
