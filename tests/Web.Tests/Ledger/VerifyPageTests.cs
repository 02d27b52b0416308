using System.Net;

namespace Luoshi.Web.Tests.Ledger;

public sealed class VerifyPageTests(RunningServer server)
{
    [Theory]
    [InlineData("十二")]
    [InlineData("")]
    public async Task A_number_nobody_can_read_is_refused_and_nothing_is_kept(string value)
    {
        var inspector = await SignedIn.AsAsync(server, "heyan");
        var list = (await inspector.OpenAsync("/ledger")).One("main a[href^='/ledger/lists/']").GetAttribute("href")!;
        var item = (await inspector.OpenAsync(list)).One("main tbody a[href^='/ledger/items/']").GetAttribute("href")!;
        var verify = (await inspector.OpenAsync(item)).One("a[href^='/ledger/verify/']").GetAttribute("href")!;
        var page = await inspector.OpenAsync(verify);
        var voices = page.All("main table tbody tr").Count;

        var refused = await inspector.SubmitAsync(page, "form[enctype]", ("value", value), ("level", "Inspected"), ("basis", "现场核查"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text("main").ShouldContain("没有读懂您核验的是哪个数");
        (await inspector.OpenAsync(verify)).All("main table tbody tr").Count.ShouldBe(voices);
    }
}
