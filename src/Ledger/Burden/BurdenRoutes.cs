using Luoshi.Ledger.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Luoshi.Ledger.Burden;

internal sealed record BurdenView(int Year, IReadOnlyList<UnitBurden> Units);

/// <summary>The burden meter's page.</summary>
internal static class BurdenRoutes
{
    public static void Map(RouteGroupBuilder pages) => pages.MapGet("/burden", ShowAsync);

    private static async Task<IResult> ShowAsync(BurdenMeter meter, HomeViews homes, PageModel<BurdenView> model, HttpContext context, int? year)
    {
        var asked = year is >= 1983 and <= 2100 ? year.Value : (await homes.CurrentAsync(context.RequestAborted)).Year;
        return LedgerRoutes.Show<BurdenPage, BurdenView>(model, new BurdenView(asked, await meter.OfAsync(asked, cancellation: context.RequestAborted)));
    }
}
