using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Luoshi.Platform.Storage;

/// <summary>Where an installation keeps its data.</summary>
public sealed record StorageOptions
{
    /// <summary>The folder for the SQLite file, attachments and backups made before an upgrade.</summary>
    public required string DataFolder { get; init; }

    /// <summary>An Npgsql connection string; null keeps everything in <c>luoshi.db</c> under <see cref="DataFolder"/>.</summary>
    public string? Postgres { get; init; }

    public string SqliteFile => Path.Combine(DataFolder, "luoshi.db");

    internal string SqliteConnection => new SqliteConnectionStringBuilder
    {
        DataSource = SqliteFile,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString();

    internal void Apply(DbContextOptionsBuilder builder)
    {
        builder.ReplaceService<IModelCacheKeyFactory, ModelPartsCacheKey>();
        if (Postgres is null)
            builder.UseSqlite(SqliteConnection, sqlite => sqlite.MigrationsAssembly("Luoshi.Migrations.Sqlite")).AddInterceptors(new SqlitePragmas());
        else
            builder.UseNpgsql(Postgres, postgres => postgres.MigrationsAssembly("Luoshi.Migrations.Postgres"));
    }
}
