using Luoshi.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Storage;

/// <summary>
/// The one context. Modules add their entities with <c>AddModelPart</c> and reach them by <see cref="DbContext.Set{TEntity}()"/>.
/// Every change runs in a <see cref="Process"/>; one transaction covers the change and its journal.
/// </summary>
public sealed class LuoshiDb(DbContextOptions<LuoshiDb> options, ModelParts parts, TimeProvider clock) : DbContext(options)
{
    private Process? process;

    /// <summary>True on PostgreSQL, false on SQLite; for the few statements that cannot be written once.</summary>
    public bool IsPostgres => Database.ProviderName == "Npgsql.EntityFrameworkCore.PostgreSQL";

    internal ModelParts Parts => parts;

    /// <summary>Names the frame in which everything saved from here on happens.</summary>
    public void Begin(Process next) => process = next;

    /// <inheritdoc cref="Begin(Process)"/>
    public void Begin(ProcessKind kind, Actor actor, string? purpose = null, string? basis = null) =>
        Begin(new Process { Kind = kind, Actor = actor, Purpose = purpose, Basis = basis });

    /// <summary>
    /// States which version of <paramref name="entity"/> the person looked at. Saving then refuses when it has moved on,
    /// even though this request has just loaded the newest one.
    /// </summary>
    public void Expect(EditableEntity entity, int seenVersion) =>
        Entry(entity).Property(e => e.RowVersion).OriginalValue = seenVersion;

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var journal = Prepare();
        if (parts.Following(this).Count > 0)
            throw new InvalidOperationException("This change is followed by further work; save it with SaveChangesAsync.");
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        finally
        {
            Forget(journal);
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var journal = Prepare();
        try
        {
            return await SaveAndFollowAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            Forget(journal);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Types(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        parts.Apply(modelBuilder);
        Conventions.Names(modelBuilder);
    }

    private async Task<int> SaveAndFollowAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellation)
    {
        var following = parts.Following(this);
        if (following.Count == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellation);
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellation) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellation);
        foreach (var work in following)
            await work(cancellation);
        if (own is not null)
            await own.CommitAsync(cancellation);
        return saved;
    }

    private JournalProcess? Prepare()
    {
        ChangeTracker.DetectChanges();
        var journal = JournalWriter.Write(this, process, clock);
        foreach (var entry in ChangeTracker.Entries<EditableEntity>())
        {
            if (entry.State == EntityState.Modified)
                entry.Entity.RowVersion = entry.Property(e => e.RowVersion).OriginalValue + 1;
        }

        if (journal is not null)
            Add(journal);
        return journal;
    }

    /// <summary>Saved, the rows are history; not saved, a second try must not write them twice.</summary>
    private void Forget(JournalProcess? journal)
    {
        if (journal is null)
            return;
        // A copy: letting go of a row takes it out of the list.
        foreach (var written in journal.Events.ToList())
            Entry(written).State = EntityState.Detached;
        Entry(journal).State = EntityState.Detached;
    }
}
