using System.Security.Cryptography;
using System.Text;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

namespace Luoshi.MigrationTool;

/// <summary>The migrations of one database, written from the model of the program as it is now.</summary>
internal sealed class MigrationSet(LuoshiDb db, DbContextOptions<LuoshiDb> options, ModelParts parts, string folder, string space)
{
    private const string Snapshot = "LuoshiDbModelSnapshot.cs";

    /// <summary>Rewrites the initial migration, or adds one called <paramref name="name"/>; null when the model has not moved.</summary>
    public string? Write(string? name)
    {
        if (name is not null && !db.Database.HasPendingModelChanges())
            return null;
        if (name is not null)
            return Save(Scaffold(db, name), name, id: null);

        foreach (var old in Directory.EnumerateFiles(folder, "*.cs"))
            File.Delete(old);
        using var empty = WithoutMigrations();
        var initial = Scaffold(empty, "Initial");
        // The id names the content: a database made from another draft of the initial migration is recognised and refused with a clear message.
        var content = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(initial.MigrationCode)))[..8];
        return Save(initial, "Initial", $"20261122000000_Initial_{content}");
    }

    /// <summary>The compiled migration set still holds the old initial migration; this context looks for migrations where there are none.</summary>
    private LuoshiDb WithoutMigrations()
    {
        var builder = new DbContextOptionsBuilder<LuoshiDb>(options);
        var here = typeof(MigrationSet).Assembly.GetName().Name;
        if (db.IsPostgres)
            builder.UseNpgsql(postgres => postgres.MigrationsAssembly(here));
        else
            builder.UseSqlite(sqlite => sqlite.MigrationsAssembly(here));
        return new LuoshiDb(builder.Options, parts, TimeProvider.System);
    }

    private ScaffoldedMigration Scaffold(LuoshiDb context, string name)
    {
        var services = new ServiceCollection();
        services.AddEntityFrameworkDesignTimeServices();
        services.AddDbContextDesignTimeServices(context);
        IDesignTimeServices database = context.IsPostgres ? new NpgsqlDesignTimeServices() : new SqliteDesignTimeServices();
        database.ConfigureDesignTimeServices(services);
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>().ScaffoldMigration(name, space, subNamespace: null, language: "C#");
    }

    private string Save(ScaffoldedMigration migration, string file, string? id)
    {
        id ??= migration.MigrationId;
        File.WriteAllText(Path.Combine(folder, $"{file}.cs"), Text(migration.MigrationCode));
        File.WriteAllText(Path.Combine(folder, $"{file}.Designer.cs"), Text(migration.MetadataCode.Replace(migration.MigrationId, id, StringComparison.Ordinal)));
        File.WriteAllText(Path.Combine(folder, Snapshot), Text(migration.SnapshotCode));
        return id;
    }

    private static string Text(string code) => code.ReplaceLineEndings("\n").TrimStart('\uFEFF');
}
