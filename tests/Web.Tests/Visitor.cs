using System.Net;
using System.Net.Http.Headers;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Luoshi.Web.Tests;

/// <summary>A browser without script: keeps cookies, follows redirects, fills in forms as they stand on the page.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient client;

    public Visitor(RunningServer server, bool follow = true) =>
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = follow, CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = server.Address,
        };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<Seen> OpenAsync(string path) => await Seen.OfAsync(await client.GetAsync(path, Cancellation));

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path, Cancellation);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request, Cancellation);

    /// <summary>Sends files by the library's own form.</summary>
    public async Task<Seen> UploadAsync(params (string Name, byte[] Content)[] files)
    {
        var page = await OpenAsync("/documents");
        using var form = new MultipartFormDataContent { { new StringContent(page.Token), "__RequestVerificationToken" } };
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "files", FileName = name, FileNameStar = name };
            form.Add(part);
        }

        return await Seen.OfAsync(await client.PostAsync("/documents", form, Cancellation));
    }

    /// <summary>Sends one file by a form of the page, with some fields beside it.</summary>
    public async Task<Seen> SendFileAsync(Seen page, string selector, string field, string name, byte[] content, params (string Name, string Value)[] typed)
    {
        using var form = new MultipartFormDataContent { { new StringContent(page.Token), "__RequestVerificationToken" } };
        foreach (var (key, value) in typed)
            form.Add(new StringContent(value), key);
        var part = new ByteArrayContent(content);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = field, FileName = name, FileNameStar = name };
        form.Add(part);
        return await Seen.OfAsync(await client.PostAsync(page.One(selector).GetAttribute("action"), form, Cancellation));
    }

    /// <summary>Sends a form of the page with some fields changed; the pressed button's value is one of them.</summary>
    public async Task<Seen> SubmitAsync(Seen page, string selector, params (string Name, string Value)[] typed)
    {
        var form = (IHtmlFormElement)page.One(selector);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in form.QuerySelectorAll("input[name]:not([type=checkbox]), input[type=checkbox][name]:checked, textarea[name], select[name]"))
            fields[element.GetAttribute("name")!] = ValueOf(element);
        foreach (var (name, value) in typed)
            fields[name] = value;
        using var content = new FormUrlEncodedContent(fields);
        return await Seen.OfAsync(await client.PostAsync(form.GetAttribute("action"), content, Cancellation));
    }

    public void Dispose() => client.Dispose();

    private static string ValueOf(IElement element) => element switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => "",
    };
}

/// <summary>An answer as a person without script sees it.</summary>
internal sealed record Seen(HttpStatusCode Status, Uri Address, IHtmlDocument Page, string Html, HttpResponseMessage Response)
{
    public string Token => One("input[name=__RequestVerificationToken]").GetAttribute("value")!;

    public string Title => One("h1").TextContent.Trim();

    public static async Task<Seen> OfAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var page = new HtmlParser(new HtmlParserOptions(), BrowsingContext.New(Configuration.Default)).ParseDocument(html);
        return new Seen(response.StatusCode, response.RequestMessage!.RequestUri!, page, html, response);
    }

    public IElement One(string selector) =>
        Page.QuerySelector(selector) ?? throw new ShouldAssertException($"Nothing on {Address} matches {selector}.");

    public IReadOnlyList<IElement> All(string selector) => [.. Page.QuerySelectorAll(selector)];

    public string Text(string selector) => string.Join('\n', All(selector).Select(element => element.TextContent.Trim()));
}
