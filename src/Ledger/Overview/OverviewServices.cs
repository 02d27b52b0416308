using Luoshi.Ledger.Overview.Bulk;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Overview.Keeping;
using Luoshi.Ledger.Overview.Leading;
using Luoshi.Ledger.Overview.Pages;
using Luoshi.Ledger.Overview.Reminding;
using Luoshi.Ledger.Overview.Units;
using Luoshi.Platform.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Overview;

internal static class OverviewServices
{
    public static IServiceCollection AddOverview(this IServiceCollection services) => services
        .AddScoped<FilterReader>()
        .AddScoped<OverviewRows>()
        .AddScoped<RowDetails>()
        .AddScoped<KeepView>()
        .AddScoped<RemindUnits>()
        .AddScoped<BulkActions>()
        .AddScoped<UnitStandings>()
        .AddScoped<UnitsViews>()
        .AddScoped<LeaderViews>()
        .AddScoped<UnitWordsReader>()
        .AddScoped<Landing>()
        .AddScoped<TimelineRows>()
        .AddScoped<OverviewViews>()
        .AddScoped<RowsSheet>()
        .AddNavItem(new NavItem(OverviewTexts.Title, OverviewPaths.Overview, Order: 6, Visible: user => user.Identity?.IsAuthenticated == true))
        .AddNavItem(new NavItem(OverviewTexts.LeaderTitle, OverviewPaths.Leader, Order: 4, Visible: user => user.IsInRole("leader")));
}
