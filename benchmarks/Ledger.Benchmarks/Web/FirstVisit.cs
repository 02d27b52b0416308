using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Luoshi.Ledger.Benchmarks.Web;

/// <summary>Everything a browser fetches for a page it has never seen, as it goes over the wire.</summary>
internal static partial class FirstVisit
{
    /// <returns>Each address with the bytes of its body as sent.</returns>
    public static async Task<IReadOnlyList<(string Path, int Bytes)>> WeighAsync(Uri address, string page)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = address };
        var (sent, html) = await FetchAsync(client, page);
        var weights = new List<(string, int)> { (page, sent) };
        var document = new HtmlParser().ParseDocument(html);
        var parts = document.QuerySelectorAll("link[href], script[src], img[src], source[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? "")
            .Where(path => path.StartsWith('/')).Distinct(StringComparer.Ordinal).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var (bytes, text) = await FetchAsync(client, parts[i]);
            weights.Add((parts[i], bytes));
            if (parts[i].EndsWith(".css", StringComparison.Ordinal))
                parts.AddRange(InStyles().Matches(text).Select(m => m.Groups[1].Value).Where(path => path.StartsWith('/') && !parts.Contains(path, StringComparer.Ordinal)));
        }

        return weights;
    }

    private static async Task<(int Sent, string Text)> FetchAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Stream plain = new MemoryStream(bytes);
        if (answer.Content.Headers.ContentEncoding.Contains("br"))
            plain = new System.IO.Compression.BrotliStream(plain, System.IO.Compression.CompressionMode.Decompress);
        else if (answer.Content.Headers.ContentEncoding.Contains("gzip"))
            plain = new System.IO.Compression.GZipStream(plain, System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        return (bytes.Length, await reader.ReadToEndAsync());
    }

#pragma warning disable MA0009 // It reads only our own style sheets.
    [GeneratedRegex("""url\(["']?([^"')]+)["']?\)""")]
    private static partial Regex InStyles();
#pragma warning restore MA0009
}
