using System.Globalization;
using System.IO.Compression;
using System.Net;
using Luoshi.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Luoshi.Web.Tests.Hosting;

/// <summary>The public cache before a page that counts how often it was made.</summary>
public sealed class PublicPagesTests : IAsyncLifetime
{
    private WebApplication? app;
    private HttpClient client = new();
    private int made;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_made_once_for_everybody_and_tagged_by_its_content()
    {
        using var first = await GetAsync("/cards/a");
        using var second = await GetAsync("/cards/a");

        made.ShouldBe(1);
        var text = await first.Content.ReadAsStringAsync(Cancellation);
        (await second.Content.ReadAsStringAsync(Cancellation)).ShouldBe(text);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        second.Headers.CacheControl!.ToString().ShouldBe("public, no-cache");
        second.Headers.Vary.ShouldBe(["Cookie", "Accept-Encoding"]);
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so_without_a_body()
    {
        using var first = await GetAsync("/cards/a");
        using var again = await GetAsync("/cards/a", ("If-None-Match", first.Headers.ETag!.ToString()));
        using var other = await GetAsync("/cards/a", ("If-None-Match", "\"another\""));

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBeEmpty();
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A tag made of the card's number and version stayed the same when the program, and with it the style sheet's address, changed.</summary>
    [Fact]
    public async Task Another_text_has_another_tag_though_nothing_was_published()
    {
        using var before = await GetAsync("/cards/a");
        using var after = await GetAsync("/cards/a?lang=en");

        (await after.Content.ReadAsStringAsync(Cancellation)).ShouldNotBe(await before.Content.ReadAsStringAsync(Cancellation));
        after.Headers.ETag.ShouldNotBe(before.Headers.ETag);
    }

    [Theory]
    [InlineData("Cookie", "lang=en")]
    [InlineData("Cookie", "theme=dark")]
    [InlineData("Accept-Encoding", "gzip")]
    public async Task Language_theme_and_encoding_have_copies_of_their_own(string header, string value)
    {
        using var plain = await GetAsync("/cards/a");
        using var other = await GetAsync("/cards/a", (header, value));
        using var again = await GetAsync("/cards/a", (header, value));

        made.ShouldBe(2);
        again.Headers.ETag.ShouldBe(other.Headers.ETag);
        other.Headers.ETag.ShouldNotBe(plain.Headers.ETag);
    }

    [Fact]
    public async Task Compressed_copies_are_kept_compressed()
    {
        using var first = await GetAsync("/cards/a", ("Accept-Encoding", "gzip, deflate, br"));
        using var second = await GetAsync("/cards/a", ("Accept-Encoding", "br, gzip"));

        made.ShouldBe(1);
        second.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        await using var brotli = new BrotliStream(await second.Content.ReadAsStreamAsync(Cancellation), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli);
        (await reader.ReadToEndAsync(Cancellation)).ShouldStartWith("第1次");
    }

    /// <summary>Each made-up address was a page to render, and what is asked for without end must not be worked out without end.</summary>
    [Theory]
    [InlineData("/cards/a?x=1", "/cards/a?y=2&x=3", "/cards/a?lang=xx&theme=&edition=7", "/cards/a?published=now")]
    [InlineData("/cards/a?lang=en&cache=no", "/cards/a?lang=en", "/cards/a?z&lang=en")]
    [InlineData("/cards/tasks/a?edition=2&v=1", "/cards/tasks/a?edition=02", "/cards/tasks/a?v=9&edition=2")]
    public async Task Made_up_query_strings_make_no_new_page(params string[] paths)
    {
        foreach (var path in paths)
            using (var answer = await GetAsync(path))
                (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldStartWith("第1次");

        made.ShouldBe(1);
    }

    [Fact]
    public async Task Nor_do_made_up_weights_of_encodings()
    {
        foreach (var accepted in new[] { "gzip;q=0.8", "gzip;q=0.81, identity;q=0.1", "br;q=0, gzip", "gzip;q=0.5, deflate;q=0.9" })
            using (var answer = await GetAsync("/cards/a", ("Accept-Encoding", accepted)))
                answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"], accepted);

        made.ShouldBe(1);
        using var plain = await GetAsync("/cards/a", ("Accept-Encoding", "identity, gzip;q=0.5"));
        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_kept_of_people_who_are_signed_in_or_of_cookies_or_refusals()
    {
        foreach (var (path, cookie) in new[] { ("/cards/a", "luoshi=x"), ("/cards/cookie", ""), ("/cards/missing", ""), ("/elsewhere", "") })
        {
            made = 0;
            using var first = await GetAsync(path, ("Cookie", cookie));
            using var second = await GetAsync(path, ("Cookie", cookie));
            made.ShouldBe(2, path + cookie);
        }
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddPublicPages(TimeSpan.FromHours(1)).AddResponseCompression();
        app = builder.Build();
        app.UsePublicPages();
        app.UseResponseCompression();
        app.MapGet("/cards/a", Text);
        app.MapGet("/cards/tasks/a", Text);
        app.MapGet("/elsewhere", Text);
        app.MapGet("/cards/missing", () =>
        {
            made++;
            return Results.NotFound();
        });
        app.MapGet("/cards/cookie", (HttpContext context) =>
        {
            context.Response.Cookies.Append("lang", "en");
            return Text(context);
        });
        await app.StartAsync(Cancellation);
        client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app!.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    private IResult Text(HttpContext context) =>
        Results.Text(string.Create(CultureInfo.InvariantCulture, $"第{++made}次 {context.Request.Cookies["lang"]} {context.Request.Cookies["theme"]} {new string('文', 2000)}"), "text/html; charset=utf-8");

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await client.SendAsync(request, Cancellation);
    }
}
