using Luoshi.Platform.Storage;
using Luoshi.Web;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Luoshi.Ledger.Benchmarks.Serving;

/// <summary>The same services as the server's over the same data, for laying out and for looking afterwards.</summary>
internal sealed class Installed : IAsyncDisposable
{
    private Installed(ServiceProvider services) => Services = services;

    public ServiceProvider Services { get; }

    public static async Task<Installed> OpenAsync(string data, string? database)
    {
        var services = new ServiceCollection().AddLogging().AddLuoshi(new StorageOptions { DataFolder = data, Postgres = database }).BuildServiceProvider();
        var upgrade = await services.GetRequiredService<DatabaseUpgrade>().RunAsync();
        return upgrade.IsOk ? new Installed(services) : throw new InvalidOperationException(upgrade.Refusal.English);
    }

    /// <summary>Makes the named database anew; everything in it before is gone.</summary>
    public static async Task RecreateAsync(string database)
    {
        await DropAsync(database);
        await OnServerAsync(database, name => $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");
    }

    public static Task DropAsync(string database) => OnServerAsync(database, name => $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    public async Task<T> DoAsync<THandler, T>(Func<THandler, Task<T>> work)
        where THandler : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();

    /// <exception cref="ArgumentException">The database is not one made for measuring.</exception>
    private static async Task OnServerAsync(string database, Func<string, string> statement)
    {
        var wanted = new NpgsqlConnectionStringBuilder(database);
        if (wanted.Database is not { } name || !name.StartsWith("luoshi_", StringComparison.Ordinal))
            throw new ArgumentException($"Refusing to touch '{wanted.Database}': a database for measuring is named luoshi_….", nameof(database));
        wanted.Database = "postgres";
        await using var connection = new NpgsqlConnection(wanted.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement(name), connection);
        await command.ExecuteNonQueryAsync();
    }
}
