using System.Net;

namespace Luoshi.Web.Tests.Ledger;

/// <summary>On a server of its own, since a used-up limit would stop the other tests.</summary>
public sealed class ReportLimitTests : IAsyncLifetime
{
    private readonly RunningServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_flood_of_saves_is_told_to_wait_on_a_page_one_can_read_and_stops_nobody_else()
    {
        var clerk = await SignedIn.AsAsync(server, "minzheng");
        var form = await FormAsync(clerk);
        var answers = new List<Seen>();

        for (var i = 0; i < 300 && answers.TrueForAll(answer => answer.Status != HttpStatusCode.TooManyRequests); i++)
            answers.Add(await clerk.SubmitAsync(form, "form#report", ("action", "save")));

        answers.Count.ShouldBeGreaterThan(100);
        var told = answers[^1];
        told.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        told.Title.ShouldBe("操作太频繁");
        told.Response.Headers.RetryAfter.ShouldNotBeNull();
        told.Text("main").Length.ShouldBeGreaterThan("操作太频繁".Length, "it says what to do now");
        (await clerk.OpenAsync(form.Address.PathAndQuery)).Status.ShouldBe(HttpStatusCode.OK);

        var other = await SignedIn.AsAsync(server, "jiaoyu");
        (await other.SubmitAsync(await FormAsync(other), "form#report", ("action", "save"))).Status.ShouldBe(HttpStatusCode.OK, "the limit is each person's own, though they share an address");
    }

    private static async Task<Seen> FormAsync(Visitor clerk) => await clerk.OpenAsync((await clerk.OpenAsync("/ledger")).One("main a[href^='/ledger/reports/']").GetAttribute("href")!);
}
