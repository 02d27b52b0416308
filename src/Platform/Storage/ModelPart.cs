using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Luoshi.Platform.Storage;

/// <summary>
/// A module's share of the one model: <c>services.AddModelPart("ledger", model => model.Table&lt;Item&gt;("items", …))</c>.
/// Entities stay internal to their module; only the delegate crosses the wall.
/// </summary>
public sealed record ModelPart(string Module, Action<ModuleModel> Configure);

/// <summary>What a module sees of the model under construction. Tables carry its prefix, since SQLite knows no schemas.</summary>
public sealed class ModuleModel
{
    private readonly ModelBuilder model;
    private readonly string module;

    internal ModuleModel(ModelBuilder model, string module)
    {
        this.model = model;
        this.module = module;
    }

    /// <summary>Maps <typeparamref name="T"/> to the table <c>module_name</c>.</summary>
    public ModuleModel Table<T>(string name, Action<EntityTypeBuilder<T>>? configure = null)
        where T : class
    {
        var entity = model.Entity<T>();
        entity.ToTable($"{module}_{name}");
        configure?.Invoke(entity);
        return this;
    }
}
