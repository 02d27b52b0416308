using System.Net;

namespace Luoshi.Web.Tests.Documents;

/// <summary>On a server of its own, since a used-up limit would stop the other tests.</summary>
public sealed class UploadLimitTests : IAsyncLifetime
{
    private readonly RunningServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_flood_of_uploads_is_told_to_wait()
    {
        using var visitor = new Visitor(server);
        var answers = new List<Seen>();

        for (var i = 0; i < 80 && answers.TrueForAll(answer => answer.Status != HttpStatusCode.TooManyRequests); i++)
            answers.Add(await visitor.UploadAsync());

        answers.Count.ShouldBeGreaterThan(20);
        answers[^1].Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answers[^1].Title.ShouldBe("操作太频繁");
        answers[^1].Response.Headers.RetryAfter.ShouldNotBeNull();
        (await visitor.OpenAsync("/documents")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_named_and_the_others_are_read()
    {
        using var visitor = new Visitor(server);
        var large = new byte[33 * 1024 * 1024];

        var page = await visitor.UploadAsync(("太大.txt", large), ("正好.txt", "新建公园5处。"u8.ToArray()));

        page.Text(".upload-lines").ShouldContain("32 MB");
        page.One(".upload-lines a").TextContent.ShouldBe("正好.txt");
    }
}
