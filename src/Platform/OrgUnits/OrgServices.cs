using Luoshi.Platform.OrgUnits.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.OrgUnits;

public static class OrgServices
{
    /// <summary>A module's part when a unit hands its work to another.</summary>
    public static IServiceCollection AddHandOver(this IServiceCollection services, HandOver handOver) => services.AddSingleton(handOver);

    internal static IServiceCollection AddOrgUnits(this IServiceCollection services) => services
        .AddScoped<UnitRegister>()
        .AddScoped<PostRegister>()
        .AddScoped<Reorganisation>()
        .AddScoped<OrgDirectory>()
        .AddScoped<OrgImport>();
}
