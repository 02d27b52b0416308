using System.Security.Cryptography;
using Luoshi.Platform.Identity.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Luoshi.Web.Hosting;

/// <summary>
/// Keeps what everybody may read ready as it goes over the wire: rendered, compressed, tagged. For a second only, so that no node has
/// to tell another that a card was replaced, and a page that is asked for a thousand times a second is made once.
/// </summary>
internal static class PublicPages
{
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(1);

    /// <summary>More than any card needs; a few languages, themes and encodings of each.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    public static IServiceCollection AddPublicPages(this IServiceCollection services, TimeSpan freshFor) => services.AddOutputCache(cache =>
    {
        cache.SizeLimit = MostBytes;
        cache.AddBasePolicy(new PublicPagePolicy(freshFor));
    });

    /// <summary>Belongs outside compression, so that the compressed bytes are kept.</summary>
    public static void UsePublicPages(this IApplicationBuilder app) => app.UseMiddleware<PlainRequest>().UseOutputCache().UseMiddleware<ContentTag>();

    /// <summary>Who is signed in gets a page of the moment: it may one day show more to them than to others.</summary>
    public static bool Holds(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Path.StartsWithSegments("/cards")
        && !request.Cookies.ContainsKey(SessionCookie.Name);
}

/// <summary>One copy for each address, language, theme and encoding.</summary>
internal sealed class PublicPagePolicy(TimeSpan freshFor) : IOutputCachePolicy
{
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        if (!PublicPages.Holds(request))
            return ValueTask.CompletedTask;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        // A thousand first visitors wait for one rendering.
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = freshFor;
        var rules = context.CacheVaryByRules;
        // What is left of it after PlainRequest.
        rules.QueryKeys = "*";
        rules.VaryByValues["language"] = request.Cookies["lang"] is "en" ? "en" : "zh";
        rules.VaryByValues["theme"] = request.Cookies["theme"] is ("light" or "dark") and var theme ? theme : "auto";
        rules.VaryByValues["encoding"] = request.Headers.AcceptEncoding.ToString();
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        // A cookie is one visitor's own, and "not found" may change at any moment.
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}

/// <summary>Tags a public page with a digest of what is sent, so that it changes with the text, the program and the style sheet alike.</summary>
internal sealed class ContentTag(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!PublicPages.Holds(context.Request))
        {
            await next(context);
            return;
        }

        var response = context.Response;
        var body = response.Body;
        using var buffer = new MemoryStream();
        response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (response.StatusCode == StatusCodes.Status200OK)
            Describe(response, buffer);
        buffer.Position = 0;
        await buffer.CopyToAsync(body, context.RequestAborted);
    }

    private static void Describe(HttpResponse response, MemoryStream content)
    {
        content.Position = 0;
        var headers = response.Headers;
        headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..20]}\"";
        headers.CacheControl = "public, no-cache";
        headers.Vary = "Cookie, Accept-Encoding";
        // A HEAD has nothing in it to measure.
        if (content.Length > 0)
            response.ContentLength = content.Length;
    }
}
