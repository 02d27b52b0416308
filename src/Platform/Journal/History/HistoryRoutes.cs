using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Journal;

public static class HistoryRegistration
{
    /// <summary>Gives a kind of thing its history page.</summary>
    public static IServiceCollection AddHistory(this IServiceCollection services, string kind, Func<IServiceProvider, Guid, CancellationToken, Task<Outcome<HistoryScope?>>> find) =>
        services.AddSingleton(new HistorySubject(kind, find));

    public static IServiceCollection AddHistoryWords(this IServiceCollection services, HistoryWords words) => services.AddSingleton(words);

    public static IServiceCollection AddHistoryNames(this IServiceCollection services, HistoryNames names) => services.AddSingleton(names);
}

internal static class HistoryRoutes
{
    /// <summary>One route a kind, so that the table of who may open what names each.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/history").RequireAuthorization();
        foreach (var subject in routes.ServiceProvider.GetServices<HistorySubject>().DistinctBy(subject => subject.Kind, StringComparer.Ordinal))
            pages.MapGet($"/{subject.Kind}/{{id:guid}}", (Guid id, HttpContext http, HistoryTeller teller) => ShowAsync(subject, id, http, teller));
    }

    private static async Task<IResult> ShowAsync(HistorySubject subject, Guid id, HttpContext http, HistoryTeller teller)
    {
        var outcome = await subject.Find(http.RequestServices, id, http.RequestAborted);
        if (outcome.Refusal is { } refusal)
            return Page.Of<MessagePage>(new { Title = HistoryTexts.History, Hint = new Words(refusal.Chinese, refusal.English) }, StatusCodes.Status403Forbidden);
        if (outcome.Value is not { } scope)
            return Page.NotFound();
        return Page.Of<HistoryPage>(new { scope.Title, scope.Back, Steps = await teller.TellAsync(scope.Subjects, http.RequestAborted) });
    }
}
