using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Luoshi.Web.Hosting;

/// <summary>
/// Takes from a request for a public page everything that makes no other page of it: made-up query strings and weights of encodings
/// would each get a copy of their own, and have it rendered anew.
/// </summary>
internal sealed class PlainRequest(RequestDelegate next)
{
    /// <summary>In the order in which they are preferred.</summary>
    private static readonly string[] Encodings = ["br", "gzip"];

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (PublicPages.Holds(request))
        {
            if (request.QueryString.HasValue)
                request.QueryString = QueryString.Create(Known(request));
            request.Headers.AcceptEncoding = Encoding(request);
        }

        return next(context);
    }

    /// <summary>Language and theme are asked for once, then a cookie has them; task sheets have editions.</summary>
    private static List<KeyValuePair<string, string?>> Known(HttpRequest request)
    {
        var kept = new List<KeyValuePair<string, string?>>();
        foreach (var (key, values) in new[] { ("lang", new[] { "zh", "en" }), ("theme", ["auto", "light", "dark"]) })
        {
            if (request.Query[key].ToString() is var asked && values.Contains(asked, StringComparer.Ordinal))
                kept.Add(new(key, asked));
        }

        if (request.Path.StartsWithSegments("/cards/tasks") && int.TryParse(request.Query["edition"], NumberStyles.None, CultureInfo.InvariantCulture, out var edition))
            kept.Add(new("edition", edition.ToString(CultureInfo.InvariantCulture)));
        return kept;
    }

    private static string Encoding(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted))
            return "";
        StringWithQualityHeaderValue? Named(string name) => accepted.FirstOrDefault(a => a.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
        double Weight(StringWithQualityHeaderValue? found) => found is null ? 0 : found.Quality ?? 1;
        var best = Encodings.MaxBy(name => Weight(Named(name) ?? Named("*")))!;
        var weight = Weight(Named(best) ?? Named("*"));
        return weight > 0 && weight >= Weight(Named("identity")) ? best : "";
    }
}
