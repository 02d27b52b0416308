using Luoshi.Platform.Access.Pages;
using Luoshi.Platform.Administration;
using Luoshi.Platform.Administration.Histories;
using Luoshi.Platform.Identity;
using Luoshi.Platform.Identity.Users;
using Luoshi.Platform.Jobs.Pages;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Notices;
using Luoshi.Platform.OrgUnits.Pages;
using Luoshi.Platform.RulePacks;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform;

/// <summary>What a host that serves pages adds to <see cref="PlatformServices.AddPlatform"/>.</summary>
public static class PlatformPages
{
    public static IServiceCollection AddPlatformPages(this IServiceCollection services, IConfiguration configuration) =>
        services
        .Configure<MailOptions>(configuration.GetSection(MailOptions.Section))
        .Configure<WebhookOptions>(configuration.GetSection(WebhookOptions.Section))
        .AddScoped<AdminDoor>()
        .AddPlatformHistories()
        .AddOrgPages()
        .AddScoped<UserSheets>()
        .AddScoped<UserSteps>()
        .AddScoped<NewUsers>()
        .AddScoped<JobViews>()
        .AddIdentityPages(configuration)
        .AddNavItem(new NavItem(AdminTexts.Title, "/admin", Order: 90, Visible: user => user.IsInRole("administrator") || user.IsInRole("auditor")));

    public static IEndpointRouteBuilder MapPlatform(this IEndpointRouteBuilder routes) => routes
        .MapIdentity()
        .MapRules()
        .MapNotices()
        .MapJournal()
        .MapAdministration();

    private static IEndpointRouteBuilder MapAdministration(this IEndpointRouteBuilder routes)
    {
        routes.MapAdminHome();
        UnitRoutes.Map(routes);
        PostRoutes.Map(routes);
        PeopleRoutes.Map(routes);
        ImportRoutes.Map(routes);
        RoleRoutes.Map(routes);
        UserRoutes.Map(routes);
        JobRoutes.Map(routes);
        return routes;
    }

    private static IServiceCollection AddOrgPages(this IServiceCollection services) => services
        .AddScoped<UnitSheets>()
        .AddScoped<UnitForms>()
        .AddScoped<ReorganiseForms>()
        .AddScoped<PostSheets>()
        .AddScoped<PostForms>()
        .AddScoped<PostEnds>()
        .AddScoped<ImportSteps>();
}
