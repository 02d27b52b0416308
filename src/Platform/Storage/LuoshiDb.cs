using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Storage;

/// <summary>
/// The one context. Modules add their entities with <c>AddModelPart</c> and reach them by <see cref="DbContext.Set{TEntity}()"/>;
/// one transaction covers a change and its journal.
/// </summary>
public sealed class LuoshiDb(DbContextOptions<LuoshiDb> options, ModelParts parts) : DbContext(options)
{
    internal ModelParts Parts => parts;

    /// <summary>True on PostgreSQL, false on SQLite; for the few statements that cannot be written once.</summary>
    public bool IsPostgres => Database.ProviderName == "Npgsql.EntityFrameworkCore.PostgreSQL";

    /// <summary>
    /// States which version of <paramref name="entity"/> the person looked at. Saving then refuses when it has moved on,
    /// even though this request has just loaded the newest one.
    /// </summary>
    public void Expect(EditableEntity entity, int seenVersion) =>
        Entry(entity).Property(e => e.RowVersion).OriginalValue = seenVersion;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        BeforeSave();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        BeforeSave();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Types(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        parts.Apply(modelBuilder);
        Conventions.Names(modelBuilder);
    }

    private void BeforeSave()
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries<EditableEntity>())
        {
            if (entry.State == EntityState.Modified)
                entry.Entity.RowVersion = entry.Property(e => e.RowVersion).OriginalValue + 1;
        }
    }
}
