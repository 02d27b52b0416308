using System.Collections.Concurrent;
using System.Globalization;
using Luoshi.Platform.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Luoshi.Testing.Databases;

/// <summary>
/// A fresh database with the tables of the given modules, and the services over it. The tables are made once for a set of
/// modules and copied for each test: a file copy on SQLite, a template database on PostgreSQL.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(DatabaseKind, string), Lazy<Task<string>>> Templates = new();
    private static int counter;

    private readonly DatabaseKind kind;

    private TestDatabase(DatabaseKind kind, StorageOptions options, ServiceProvider services)
    {
        this.kind = kind;
        Options = options;
        Services = services;
    }

    /// <summary>The PostgreSQL server tests may use: an Npgsql connection string with the right to create databases.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("LUOSHI_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public StorageOptions Options { get; }

    public ServiceProvider Services { get; }

    /// <summary>A database that holds the tables of the modules <paramref name="configure"/> registers.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, Action<IServiceCollection, StorageOptions> configure)
    {
        var options = Fresh(kind);
        var services = Build(options, configure);
        var modules = string.Join(',', services.GetServices<ModelPart>().Select(part => part.Module).Order(StringComparer.Ordinal));
        var template = await Templates.GetOrAdd((kind, modules), _ => new(() => TemplateAsync(kind, configure))).Value;
        if (kind == DatabaseKind.Sqlite)
            File.Copy(template, options.SqliteFile);
        else
            await OnServerAsync($"CREATE DATABASE {Name(options)} TEMPLATE {template}");
        return new TestDatabase(kind, options, services);
    }

    /// <summary>A place for a database that does not exist yet, for tests of the upgrade itself.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind, Action<IServiceCollection, StorageOptions> configure)
    {
        var options = Fresh(kind);
        if (kind == DatabaseKind.Postgres)
            await OnServerAsync($"CREATE DATABASE {Name(options)} TEMPLATE template0 LC_CTYPE 'C.UTF-8' ENCODING 'UTF8'");
        return new TestDatabase(kind, options, Build(options, configure));
    }

    public LuoshiDb Open() => Services.GetRequiredService<IDbContextFactory<LuoshiDb>>().CreateDbContext();

    public AsyncServiceScope Scope() => Services.CreateAsyncScope();

    public async ValueTask DisposeAsync()
    {
        ForgetConnections();
        await Services.DisposeAsync();
        if (kind == DatabaseKind.Postgres)
            await OnServerAsync($"DROP DATABASE IF EXISTS {Name(Options)} WITH (FORCE)");
        Directory.Delete(Options.DataFolder, recursive: true);
    }

    /// <summary>A template may not be in use, and a file may not be open, when it is copied or deleted.</summary>
    private void ForgetConnections()
    {
        using var db = Open();
        switch (db.Database.GetDbConnection())
        {
            case SqliteConnection sqlite:
                SqliteConnection.ClearPool(sqlite);
                break;
            case NpgsqlConnection postgres:
                NpgsqlConnection.ClearPool(postgres);
                break;
        }
    }

    private static StorageOptions Fresh(DatabaseKind kind)
    {
        var number = Interlocked.Increment(ref counter);
        var name = string.Create(CultureInfo.InvariantCulture, $"luoshi_test_{Environment.ProcessId}_{number}");
        var folder = Directory.CreateTempSubdirectory(name).FullName;
        if (kind == DatabaseKind.Sqlite)
            return new StorageOptions { DataFolder = folder };
        var server = Server ?? throw new InvalidOperationException("CI=true, but LUOSHI_TEST_POSTGRES names no PostgreSQL server.");
        return new StorageOptions { DataFolder = folder, Postgres = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 8 }.ToString() };
    }

    private static ServiceProvider Build(StorageOptions options, Action<IServiceCollection, StorageOptions> configure)
    {
        var services = new ServiceCollection().AddLogging();
        configure(services, options);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    private static async Task<string> TemplateAsync(DatabaseKind kind, Action<IServiceCollection, StorageOptions> configure)
    {
        var database = await CreateEmptyAsync(kind, configure);
        await using (var db = database.Open())
            await db.Database.EnsureCreatedAsync();
        if (kind == DatabaseKind.Sqlite)
        {
            // One file to copy: nothing may stay behind in the write-ahead log.
            await using var connection = new SqliteConnection($"Data Source={database.Options.SqliteFile};Pooling=False");
            await connection.OpenAsync();
            await using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await checkpoint.ExecuteNonQueryAsync();
            return database.Options.SqliteFile;
        }

        database.ForgetConnections();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return Name(database.Options);
    }

    private static string Name(StorageOptions options) => new NpgsqlConnectionStringBuilder(options.Postgres).Database!;

    private static async Task OnServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
