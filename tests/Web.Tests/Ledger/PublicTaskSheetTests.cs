using System.Net;

namespace Luoshi.Web.Tests.Ledger;

public sealed class PublicTaskSheetTests(RunningServer server)
{
    [Fact]
    public async Task A_task_sheet_is_public_as_it_was_published_and_gone_with_its_reason_once_withdrawn()
    {
        var office = await SignedIn.AsAsync(server, "ducha");
        var list = (await office.OpenAsync("/ledger")).All("main a[href^='/ledger/lists/']").Select(a => a.GetAttribute("href")!).First(href => Guid.TryParse(href[^36..], out _));
        var (inside, outside) = (list + "/tasks", $"/cards/tasks/{list[^36..]}");
        using var citizen = new Visitor(server);
        (await citizen.OpenAsync(outside)).Status.ShouldBe(HttpStatusCode.NotFound);

        var published = await office.SubmitAsync(await office.OpenAsync(inside), "form[action$='/tasks/publish']");
        published.All("form[action$='/tasks/publish']").ShouldBeEmpty("nothing has changed since");
        var page = await citizen.OpenAsync(outside + "?edition=1");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text("main").ShouldContain("第1版");
        page.All("tr.task").Count.ShouldBeGreaterThan(5);
        page.All("main a[href^='/ledger']").ShouldBeEmpty("nothing leads inside");
        using (var workbook = await citizen.GetAsync(page.One("main a[href*='tasks.xlsx']").GetAttribute("href")!))
            workbook.StatusCode.ShouldBe(HttpStatusCode.OK);

        var refused = await office.SubmitAsync(published, "form[action$='/tasks/withdraw']", ("reason", " "));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await office.SubmitAsync(refused, "form[action$='/tasks/withdraw']", ("reason", "责任单位有误，更正后重新公布"));
        // Asked for in another way than before, since public pages are kept for a moment.
        var gone = await citizen.OpenAsync(outside + "?edition=1&lang=zh");
        gone.Status.ShouldBe(HttpStatusCode.Gone);
        gone.Text("main").ShouldContain("责任单位有误，更正后重新公布");
        gone.All("tr.task").ShouldBeEmpty();
        (await office.OpenAsync(inside)).One("form[action$='/tasks/publish']");
    }
}
