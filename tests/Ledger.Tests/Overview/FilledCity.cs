using Luoshi.Ledger.Demo.Contracts;
using Luoshi.Testing.Databases;

namespace Luoshi.Ledger.Tests.Overview;

/// <summary>The fictional city on each database, filled once for tests that only look.</summary>
public sealed class FilledCity : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly Dictionary<DatabaseKind, TestDatabase> filled = [];

    public async Task<TestDatabase> OnAsync(DatabaseKind kind)
    {
        await gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (filled.TryGetValue(kind, out var known))
                return known;
            var database = await LedgerDatabase.CreateAsync(kind);
            await DemoLedger.FillAsync(database.Services, TestContext.Current.CancellationToken);
            return filled[kind] = database;
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in filled.Values)
            await database.DisposeAsync();
        gate.Dispose();
    }
}
