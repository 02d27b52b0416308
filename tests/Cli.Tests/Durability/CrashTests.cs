using System.Globalization;
using Luoshi.Ledger.Benchmarks.Crash;
using Luoshi.Ledger.Benchmarks.Serving;
using Luoshi.Testing.Databases;
using Npgsql;

namespace Luoshi.Cli.Tests.Durability;

/// <summary>A handful of the trials that benchmarks/Ledger.Benchmarks runs by the hundred: the real server is killed in the middle of approvals.</summary>
public sealed class CrashTests
{
    private const int Trials = 2;

    [Theory]
    [DatabaseData]
    public async Task A_killed_server_has_lost_nothing_it_acknowledged(DatabaseKind kind)
    {
        using var folder = new TemporaryFolder();
        var database = kind == DatabaseKind.Postgres ? Named() : null;
        if (database is not null)
            await Installed.RecreateAsync(database);
        try
        {
            var plan = new CrashPlan(Path.Combine(AppContext.BaseDirectory, "luoshi.dll"), folder.Path, database, Trials, Units: 3, Seed: Environment.ProcessId);

            var toll = await new CrashTrials(plan, TestContext.Current.SendDiagnosticMessage).RunAsync();

            toll.Faults.ShouldBeEmpty();
            toll.Lost.ShouldBe(0);
            toll.Trials.ShouldBe(Trials);
            toll.Acknowledged.ShouldBeGreaterThanOrEqualTo(Trials);
        }
        finally
        {
            if (database is not null)
                await Installed.DropAsync(database);
        }
    }

    private static string Named() => new NpgsqlConnectionStringBuilder(TestDatabase.Server)
    {
        Database = string.Create(CultureInfo.InvariantCulture, $"luoshi_crash_{Environment.ProcessId}"),
    }.ToString();
}
