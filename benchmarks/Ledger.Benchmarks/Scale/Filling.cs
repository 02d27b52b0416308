using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Benchmarks.Crash;
using Luoshi.Ledger.Benchmarks.Serving;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Access;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Benchmarks.Scale;

/// <summary>
/// Stores the province: units by the register, the ledger's rows in bulk, outside the journal. Reports' own lines are stored for the last
/// month alone; figures, which rating reads, for all.
/// </summary>
internal sealed class Filling(Installed installed, Province province)
{
    private static readonly Actor Maker = Actor.System("fill");
    private static readonly DateOnly Since = new(Province.Year, 1, 1);

    public async Task<string> RunAsync()
    {
        var started = Stopwatch.GetTimestamp();
        var counties = await UnitsAsync();
        await using var db = await installed.DoAsync((IDbContextFactory<LuoshiDb> factory) => factory.CreateDbContextAsync());
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        // Foreign keys are right by making; looking each one up would take most of the time.
        await RunAsync(connection, db.IsPostgres ? "SET session_replication_role = replica" : "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000");
        foreach (var county in counties)
            await CountyAsync(db, connection, county);
        await RunAsync(connection, "INSERT INTO ledger_strips (list_id, unit_id, version, content) SELECT DISTINCT t.list_id, i.unit_id, 0, NULL FROM ledger_indicators i JOIN ledger_items t ON t.id = i.item_id".Replace("0, NULL", db.IsPostgres ? "0, NULL::bytea" : "0, NULL", StringComparison.Ordinal));
        await LeanAsync(connection, db.IsPostgres);
        await RunAsync(connection, db.IsPostgres ? "VACUUM ANALYZE" : "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
        var rows = await db.Set<AcceptedFigure>().CountAsync();
        return string.Create(CultureInfo.InvariantCulture, $"{rows} accepted figures of {province.Counties} lists stored in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s.");
    }

    private sealed record County(int Number, Guid Unit, IReadOnlyList<Guid> Places);

    private async Task<List<County>> UnitsAsync()
    {
        var top = await UnitAsync("海岳省人民政府", parent: null);
        var post = Taken(await installed.DoAsync((PostRegister posts) => posts.AddAsync(top, "督查员", Since, Maker)));
        var person = Taken(await installed.DoAsync((PostRegister posts) => posts.AddPersonAsync("督查员", phone: null, email: null, Maker)));
        Taken(await installed.DoAsync((PostRegister posts) => posts.AppointAsync(post, person, Since, until: null, Maker)));
        Taken(await installed.DoAsync((RoleBindings roles) => roles.BindAsync(post, Role.Office, top, Since, Maker)));
        Taken(await installed.DoAsync((AccountRegister accounts) => accounts.CreateAsync(Crew.Office, person, Maker, Crew.Password)));
        var counties = new List<County>();
        for (var c = 0; c < province.Counties; c++)
        {
            var unit = await UnitAsync($"第{c + 1}县人民政府", top);
            var places = new List<Guid>();
            for (var p = 0; p < Province.PlacesPerCounty; p++)
                places.Add(await UnitAsync($"第{c + 1}县第{p + 1}乡镇", unit));
            counties.Add(new County(c, unit, places));
        }

        return counties;
    }

    private async Task CountyAsync(LuoshiDb db, DbConnection connection, County county)
    {
        var list = Province.List(county.Number);
        var items = Enumerable.Range(0, province.Indicators).Select(i => Province.Item(list, i)).ToList();
        // Unit by unit, so that keys and both indexes of the figures grow at their end.
        var indicators = county.Places.SelectMany((unit, p) => items.Select(item => province.Indicator(item, unit, p))).ToList();
        var targets = indicators.ConvertAll(province.Target);
        var reports = county.Places.ToDictionary(unit => unit, unit => Enumerable.Range(1, province.Months).Select(m => province.Report(unit, m)).ToList());
        await using var transaction = await connection.BeginTransactionAsync();
        await AddAsync(db, connection, transaction, [list]);
        await AddAsync(db, connection, transaction, items);
        await AddAsync(db, connection, transaction, items.Select(i => new ItemUnit { ItemId = i.Id, UnitId = county.Unit, Role = UnitRole.Lead, SignedAt = DateTime.SpecifyKind(Since.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc) }));
        await AddAsync(db, connection, transaction, indicators);
        await AddAsync(db, connection, transaction, targets);
        await AddAsync(db, connection, transaction, indicators.Zip(targets).SelectMany(x => Province.Plan(x.First, x.Second)));
        await AddAsync(db, connection, transaction, indicators.SelectMany(province.Steps));
        await AddAsync(db, connection, transaction, reports.Values.SelectMany(r => r));
        var figures = new List<AcceptedFigure>(indicators.Count * province.Months);
        foreach (var (indicator, target) in indicators.Zip(targets))
        {
            var own = reports[indicator.UnitId ?? default];
            figures.AddRange(province.Values(indicator, target).Select((value, m) => new AcceptedFigure { IndicatorId = indicator.Id, Period = own[m].Period, PeriodEnd = own[m].PeriodEnd, Value = value, ReportId = own[m].Id }));
        }

        await AddAsync(db, connection, transaction, figures);
        var last = reports.Values.Select(r => r[^1].Id).ToHashSet();
        await AddAsync(db, connection, transaction, figures.Where(f => last.Contains(f.ReportId)).Select(f => new ReportLine { ReportId = f.ReportId, IndicatorId = f.IndicatorId, Value = f.Value }));
        await transaction.CommitAsync();
    }

    private static async Task AddAsync<T>(LuoshiDb db, DbConnection connection, DbTransaction transaction, IEnumerable<T> rows)
        where T : class
    {
        await using var table = await BulkTable<T>.OpenAsync(db, connection, transaction);
        foreach (var row in rows)
            await table.AddAsync(row);
    }

    /// <summary>The same observations as small as a database can hold them, for a GROUP BY that nobody can call slow.</summary>
    private static Task LeanAsync(DbConnection connection, bool postgres) => RunAsync(connection, postgres
        ? "CREATE TABLE benchmark_lean AS SELECT (dense_rank() OVER (ORDER BY indicator_id))::int AS indicator, extract(month FROM period_end)::int AS month, value::float8 AS value FROM ledger_figures"
        : "CREATE TABLE benchmark_lean AS SELECT CAST(dense_rank() OVER (ORDER BY indicator_id) AS INTEGER) AS indicator, CAST(substr(period_end, 6, 2) AS INTEGER) AS month, CAST(value AS REAL) AS value FROM ledger_figures");

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<Guid> UnitAsync(string name, Guid? parent) =>
        Taken(await installed.DoAsync((UnitRegister units) => units.AddAsync(new NewUnit { Name = name, ParentId = parent, From = Since }, Maker)));

    private static T Taken<T>(Outcome<T> outcome) => outcome.IsOk ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.English);
}
