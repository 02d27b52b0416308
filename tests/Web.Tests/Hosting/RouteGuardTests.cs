using System.Net;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests.Hosting;

/// <summary>What every route that changes something must have, whoever wrote it.</summary>
public sealed class RouteGuardTests(RunningServer server)
{
    /// <summary>Forms with a file in them, and every way to guess at a password or a code.</summary>
    private static readonly string[] Limited =
    [
        "/documents", "/documents/paste", "/admin/import", "/ledger/lists/{id:guid}/sheet", "/ledger/reports/{unit:guid}/{period}",
        "/sign-in", "/sign-in/code", "/sign-in/password", "/sign-in/passkey", "/sign-in/passkey/options", "/account/password", "/account/totp", "/account/totp/off",
    ];

    private IEnumerable<RouteEndpoint> Posts => server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Any(method => method is not ("GET" or "HEAD")) is true);

    [Fact]
    public async Task No_form_is_taken_without_its_token()
    {
        using var visitor = new Visitor(server, follow: false);
        var open = new List<string>();
        foreach (var route in Posts)
        {
            if (route.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true })
                open.Add(route.RoutePattern.RawText!);
            using var request = new HttpRequestMessage(HttpMethod.Post, Fill(route.RoutePattern.RawText!)) { Content = new FormUrlEncodedContent([new("name", "x")]) };
            using var answer = await visitor.SendAsync(request);
            // Sent to sign in before anything is read, or refused for want of the token.
            if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Found or HttpStatusCode.TooManyRequests))
                open.Add($"{route.RoutePattern.RawText} {answer.StatusCode}");
        }

        open.ShouldBeEmpty();
    }

    [Fact]
    public void Guessing_and_uploading_are_limited()
    {
        var limited = Posts.Where(route => route.Metadata.GetMetadata<EnableRateLimitingAttribute>() is not null).Select(route => "/" + route.RoutePattern.RawText!.Trim('/')).ToHashSet(StringComparer.Ordinal);

        Limited.Except(limited, StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static string Fill(string pattern)
    {
        var path = new StringBuilder("/");
        foreach (var part in pattern.Trim('/').Split('{', '}').Select((text, index) => (text, index)))
            path.Append(part.index % 2 == 0 ? part.text : part.text.Contains("guid", StringComparison.Ordinal) ? "01900000000070008000000000000001" : part.text.StartsWith("period", StringComparison.Ordinal) ? "2026-06" : "x");
        return path.ToString();
    }
}
