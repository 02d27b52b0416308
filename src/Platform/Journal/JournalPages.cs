using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Platform.Journal;

internal static class JournalPages
{
    private const int Shown = 400;

    /// <summary>Public: a root kept by people outside is what binds those inside.</summary>
    public static IEndpointRouteBuilder MapJournal(this IEndpointRouteBuilder routes)
    {
        routes.MapPages("/journal").AllowAnonymous().MapGet("", async (JournalDays days, CancellationToken cancellation) =>
            Page.Of<RootsPage>(new { Days = await days.NewestAsync(Shown, cancellation) }));
        HistoryRoutes.Map(routes);
        return routes;
    }
}
