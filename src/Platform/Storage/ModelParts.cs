using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Luoshi.Platform.Storage;

/// <summary>Every registered part, in the order of module names, so that the model does not depend on the order of registration.</summary>
public sealed class ModelParts(IEnumerable<ModelPart> parts, IEnumerable<ChangeFollower> followers)
{
    private readonly ChangeFollower[] followers = [.. followers];
    private readonly ModelPart[] parts = [.. parts.OrderBy(part => part.Module, StringComparer.Ordinal)];

    /// <summary>Two sets naming the same modules build the same model; tests with fewer or further modules get their own.</summary>
    internal string Key => string.Join(',', parts.Select(part => part.Module));

    /// <summary>What has to follow the change at hand.</summary>
    internal List<Func<CancellationToken, Task>> Following(LuoshiDb db) => [.. followers.Select(f => f.Watch(db)).OfType<Func<CancellationToken, Task>>()];

    internal void Apply(ModelBuilder builder)
    {
        foreach (var part in parts)
            part.Configure(new ModuleModel(builder, part.Module));
    }
}

/// <summary>EF Core caches one model for a context type; ours also depends on the parts.</summary>
internal sealed class ModelPartsCacheKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as LuoshiDb)?.Parts.Key, designTime);
}
