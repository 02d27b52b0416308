using Luoshi.Platform.OrgUnits.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.OrgUnits;

public static class OrgServices
{
    /// <summary>A module's part when a unit hands its work to another.</summary>
    public static IServiceCollection AddHandOver(this IServiceCollection services, HandOver handOver) => services.AddSingleton(handOver);

    /// <summary>What a module finds a unit still answering for.</summary>
    public static IServiceCollection AddOpenWork(this IServiceCollection services, FindOpenWork find) => services.AddSingleton(find);

    internal static IServiceCollection AddOrgUnits(this IServiceCollection services) => services
        .AddScoped<UnitRegister>()
        .AddScoped<PostRegister>()
        .AddScoped<Reorganisation>()
        .AddScoped<OrgDirectory>()
        .AddScoped<UnitChoice>()
        .AddScoped<PersonChoice>()
        .AddScoped<OrgImport>()
        .AddScoped<OrgImportDrafts>();
}
