using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Luoshi.Testing.Databases;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Runs a theory once on each database. PostgreSQL is the server named by <c>LUOSHI_TEST_POSTGRES</c>; without it the case is
/// skipped on a developer's machine and fails where <c>CI=true</c>.
/// </summary>
public sealed class DatabaseDataAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        ITheoryDataRow[] rows = [new TheoryDataRow(DatabaseKind.Sqlite), new TheoryDataRow(DatabaseKind.Postgres) { Skip = Missing() }];
        return new(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;

    private static string? Missing() =>
        TestDatabase.Server is null && Environment.GetEnvironmentVariable("CI") != "true"
            ? "LUOSHI_TEST_POSTGRES names no PostgreSQL server"
            : null;
}
