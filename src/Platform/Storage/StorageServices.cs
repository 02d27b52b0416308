using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Luoshi.Platform.Storage;

public static class StorageServices
{
    /// <summary>Adds a module's entities to the model of <see cref="LuoshiDb"/>.</summary>
    public static IServiceCollection AddModelPart(this IServiceCollection services, string module, Action<ModuleModel> configure) =>
        services.AddSingleton(new ModelPart(module, configure));

    /// <summary>Lets a module keep something of its own in step with every change.</summary>
    public static IServiceCollection AddChangeFollower(this IServiceCollection services, Func<LuoshiDb, Func<CancellationToken, Task>?> watch) =>
        services.AddSingleton(new ChangeFollower(watch));

    /// <summary>A scoped <see cref="LuoshiDb"/> for handlers and an <see cref="IDbContextFactory{TContext}"/> for work in the background.</summary>
    internal static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<ModelParts>();
        services.AddSingleton<DatabaseUpgrade>();
        return services.AddDbContextFactory<LuoshiDb>(options.Apply);
    }
}
