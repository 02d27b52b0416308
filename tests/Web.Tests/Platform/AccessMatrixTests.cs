using System.Net;
using System.Text;
using Luoshi.Platform.Access;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests.Platform;

/// <summary>
/// Walks every route as everybody. The outcome is kept in <c>docs/access.md</c>; <c>LUOSHI_WRITE_DOCS=1</c> writes it anew, and the
/// difference is reviewed like code. On a server of its own: the walk uses up most of the uploads an address has in a minute.
/// </summary>
public sealed class AccessMatrixTests : IAsyncLifetime
{
    private const string Password = "tuesday market 8";
    private const string Nobody = "not signed in";

    /// <summary>Ways in and pages meant for the public. Everything else must send a stranger to sign in.</summary>
    private static readonly string[] Public = ["/", "/sign-in", "/sign-out", "/rules", "/journal", "/documents", "/cards", "/compare", "/assets"];

    private static readonly string[] Callers = [Nobody, .. Enum.GetNames<Role>().Select(name => name.ToLowerInvariant())];

    private readonly RunningServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Every_route_answers_each_role_as_the_table_says_and_never_with_a_fault()
    {
        var table = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        var routes = Routes();
        var visitors = new List<Visitor>();
        foreach (var caller in Callers)
            visitors.Add(await CallerAsync(caller));
        for (var i = 0; i < Callers.Length; i++)
        {
            using var visitor = visitors[i];
            var token = (await visitor.OpenAsync(i == 0 ? "/sign-in" : "/account")).Token;
            foreach (var (method, pattern) in routes)
            {
                if (!table.TryGetValue($"{method} {pattern}", out var row))
                    table[$"{method} {pattern}"] = row = new string[Callers.Length];
                row[i] = await AskAsync(visitor, method, pattern, token);
            }
        }

        table.Where(row => row.Value.Contains("fault")).Select(row => row.Key).ShouldBeEmpty("a request with nothing useful in it is refused, not a fault");
        table.Where(row => row.Value[0] == "open" && !IsPublic(row.Key)).Select(row => row.Key).ShouldBeEmpty("open to people who are not signed in");
        if (Environment.GetEnvironmentVariable("LUOSHI_WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(Document(), Print(table), TestContext.Current.CancellationToken);
        var kept = Read(await File.ReadAllLinesAsync(Document(), TestContext.Current.CancellationToken));
        foreach (var (route, answers) in table)
        {
            if (kept.TryGetValue(route, out var expected))
                answers.ShouldBe(expected, $"{route} answers {string.Join(", ", Callers)} differently; if that is meant, run the tests once with LUOSHI_WRITE_DOCS=1");
        }
    }

    private static bool IsPublic(string route)
    {
        var path = route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return path == "/" || Public.Skip(1).Any(open => path == open || path.StartsWith(open + "/", StringComparison.Ordinal));
    }

    private List<(string Method, string Pattern)> Routes() =>
    [
        .. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(route => (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, "/" + route.RoutePattern.RawText!.Trim('/'))))
            // Signing out would end the walk, and so would being somebody else on the demonstration; they are tried in tests of their own.
            .Where(route => route.Item2 is not ("/sign-out" or "/demo/enter") && !route.Item2.StartsWith("/assets", StringComparison.Ordinal))
            .Distinct(),
    ];

    private static async Task<string> AskAsync(Visitor visitor, string method, string pattern, string token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Fill(pattern));
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var answer = await visitor.SendAsync(request);
        return answer.StatusCode switch
        {
            >= HttpStatusCode.InternalServerError => "fault",
            HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => "denied",
            HttpStatusCode.Found or HttpStatusCode.SeeOther when answer.Headers.Location!.OriginalString is var to && to.Contains("/sign-in?to=", StringComparison.Ordinal) => "sign in",
            HttpStatusCode.Found or HttpStatusCode.SeeOther when answer.Headers.Location!.OriginalString.Contains("/denied", StringComparison.Ordinal) => "denied",
            _ => "open",
        };
    }

    /// <summary>Ids of nothing: who may see a thing may be told that it is not there.</summary>
    private static string Fill(string pattern)
    {
        var path = new StringBuilder();
        foreach (var part in pattern.Split('{', '}').Select((text, index) => (text, index)))
            path.Append(part.index % 2 == 0 ? part.text : part.text.Contains("guid", StringComparison.Ordinal) ? "01900000000070008000000000000001" : part.text.StartsWith("period", StringComparison.Ordinal) ? "2026-06" : part.text.StartsWith("format", StringComparison.Ordinal) ? "csv" : "x");
        return path.ToString();
    }

    private async Task<Visitor> CallerAsync(string caller)
    {
        var visitor = new Visitor(server, follow: false);
        if (caller == Nobody)
            return visitor;
        var name = "matrix-" + caller;
        await using (var scope = server.Services.CreateAsyncScope())
            await CreateAsync(scope.ServiceProvider, name, Enum.Parse<Role>(caller, ignoreCase: true));
        await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in"), "form[action^='/sign-in']", ("name", name), ("password", Password));
        return visitor;
    }

    private static async Task CreateAsync(IServiceProvider services, string name, Role role)
    {
        var (actor, from, stop) = (Actor.System("测试"), new DateOnly(2020, 1, 1), TestContext.Current.CancellationToken);
        var unit = (await services.GetRequiredService<UnitRegister>().AddAsync(new NewUnit { Name = name, From = from }, actor, cancellation: stop)).Value;
        var posts = services.GetRequiredService<PostRegister>();
        var post = (await posts.AddAsync(unit, role.ToString(), from, actor, stop)).Value;
        var person = (await posts.AddPersonAsync(name, phone: null, email: null, actor, stop)).Value;
        (await posts.AppointAsync(post, person, from, until: null, actor, cancellation: stop)).Refusal.ShouldBeNull();
        (await services.GetRequiredService<RoleBindings>().BindAsync(post, role, unit, from, actor, stop)).Refusal.ShouldBeNull();
        (await services.GetRequiredService<AccountRegister>().CreateAsync(name, person, actor, Password, stop)).Refusal.ShouldBeNull();
    }

    private static string Print(SortedDictionary<string, string[]> table)
    {
        var text = new StringBuilder("""
            # Who may open what

            Written by `AccessMatrixTests` (run the tests with `LUOSHI_WRITE_DOCS=1`); each route was asked with ids of things that do not
            exist, by someone holding one role on a unit of their own. "open": the role may come in, and what it then may do to a thing
            depends on the unit that owns it. "sign in": sent to sign in. "denied": refused.


            """);
        text.Append("| Route | ").AppendJoin(" | ", Callers).Append(" |\n|---|").Append(string.Concat(Callers.Select(_ => "---|"))).Append('\n');
        foreach (var (route, answers) in table)
            text.Append("| `").Append(route).Append("` | ").AppendJoin(" | ", answers).Append(" |\n");
        return text.ToString();
    }

    private static Dictionary<string, string[]> Read(string[] lines) => lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split(" | ")).ToDictionary(cells => cells[0].Trim('`', ' '), cells => cells[1..], StringComparer.Ordinal);

    private static string Document() => RepositoryFile.Of("docs/access.md");
}
