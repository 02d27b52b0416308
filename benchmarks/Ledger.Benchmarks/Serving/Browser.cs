using System.Net;
using AngleSharp.Html.Parser;

namespace Luoshi.Ledger.Benchmarks.Serving;

/// <summary>A person at the pages: cookies, a form token, no redirects followed, so that an answer is exactly one change.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();
    private string token = "";

    public Browser(Uri address) => client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };

    /// <exception cref="InvalidOperationException">The pages would not let this person in.</exception>
    public async Task SignInAsync(string name, string password)
    {
        await TakeTokenAsync("/sign-in");
        using var answer = await PostAsync("/sign-in", ("name", name), ("password", password));
        if (answer.StatusCode != HttpStatusCode.Found)
            throw new InvalidOperationException($"{name} could not sign in: {answer.StatusCode}.");
        await TakeTokenAsync("/account");
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public void Dispose() => client.Dispose();

    private async Task TakeTokenAsync(string page)
    {
        using var answer = await GetAsync(page);
        var html = await answer.Content.ReadAsStringAsync();
        token = new HtmlParser().ParseDocument(html).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? throw new InvalidOperationException($"{page} answered {answer.StatusCode} without a form token.");
    }
}
