using Luoshi.Platform.Administration;
using Luoshi.Platform.Administration.Histories;
using Luoshi.Platform.Identity;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Notices;
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
        .AddScoped<AdminPages>()
        .AddIdentityPages(configuration)
        .AddNavItem(new NavItem(AdminTexts.Title, "/admin", Order: 90, Visible: user => user.IsInRole("administrator")));

    public static IEndpointRouteBuilder MapPlatform(this IEndpointRouteBuilder routes) => routes
        .MapIdentity()
        .MapRules()
        .MapNotices()
        .MapJournal()
        .MapAdministration();
}
