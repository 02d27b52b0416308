using Luoshi.Platform;
using Luoshi.Testing.Databases;

namespace Luoshi.Ledger.Tests;

internal static class LedgerDatabase
{
    public static Task<TestDatabase> CreateAsync(DatabaseKind kind) =>
        TestDatabase.CreateAsync(kind, (services, options) => services.AddPlatform(options).AddLedger());
}
