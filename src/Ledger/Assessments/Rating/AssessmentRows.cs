using System.Data.Common;
using Luoshi.Kernel.Time;
using Luoshi.Platform.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Luoshi.Ledger.Assessments.Rating;

/// <summary>The list and period rows are written for.</summary>
internal readonly record struct RowFrame(Guid List, Period Period, DateTime At);

/// <summary>
/// Writes assessments in bulk, new ones and changed ones alike; what an officer decided stays. Not by tracked entities: a list's month
/// has thousands of rows, which follow from journalled reports and published rules and are no one's decision.
/// </summary>
internal sealed class AssessmentRows(LuoshiDb db)
{
    /// <summary>So many a statement on PostgreSQL: large enough to be cheap, small enough for memory.</summary>
    private const int Batch = 5000;

    private static readonly Column[] Columns =
    [
        new("id", NpgsqlDbType.Uuid, (_, _) => Guid.CreateVersion7()),
        new("indicator_id", NpgsqlDbType.Uuid, (_, row) => row.Record.Indicator),
        new("list_id", NpgsqlDbType.Uuid, (frame, _) => frame.List),
        new("period", NpgsqlDbType.Text, (frame, _) => frame.Period.ToString()),
        new("period_end", NpgsqlDbType.Date, (frame, _) => frame.Period.LastDay),
        new("row_version", NpgsqlDbType.Integer, (_, _) => 1, "ledger_assessments.row_version + 1"),
        Own("unit_id", NpgsqlDbType.Uuid, (_, row) => row.Unit),
        Own("rated", NpgsqlDbType.Boolean, (_, row) => row.Record.IsRated),
        Own("actual", NpgsqlDbType.Numeric, (_, row) => row.Found.Known.Actual),
        Own("of_plan", NpgsqlDbType.Numeric, (_, row) => row.Found.OfPlan?.Value),
        Own("of_promise", NpgsqlDbType.Numeric, (_, row) => row.Found.OfPromise?.Value),
        Own("of_original", NpgsqlDbType.Numeric, (_, row) => row.OfOriginal),
        Own("due", NpgsqlDbType.Numeric, (_, row) => row.Found.Due?.Value),
        Own("gap", NpgsqlDbType.Numeric, (_, row) => row.Found.Gap),
        Own("progress", NpgsqlDbType.Text, (_, row) => row.Found.Progress.ToString()),
        Own("light", NpgsqlDbType.Text, (_, row) => row.Found.Light.ToString()),
        Own("overdue", NpgsqlDbType.Boolean, (_, row) => row.Found.Overdue),
        Own("reason_chinese", NpgsqlDbType.Text, (_, row) => row.Found.Reason.Chinese),
        Own("reason_english", NpgsqlDbType.Text, (_, row) => row.Found.Reason.English),
        Own("verification", NpgsqlDbType.Text, (_, row) => row.Level.ToString()),
        Own("rules_version", NpgsqlDbType.Text, (_, row) => row.Found.RulesVersion),
        Own("at", NpgsqlDbType.TimestampTz, (frame, _) => frame.At),
    ];

    public async Task WriteAsync(RowFrame frame, IReadOnlyList<RatedIndicator> rows, CancellationToken cancellation = default)
    {
        if (rows.Count == 0)
            return;
        // Kept to the microsecond, as every instant is.
        frame = frame with { At = new DateTime(frame.At.Ticks - (frame.At.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc) };
        var connection = db.Database.GetDbConnection();
        await using var command = connection.CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        if (command is NpgsqlCommand)
            await ByColumnAsync(command, frame, rows, cancellation);
        else
            await ByRowAsync(command, frame, rows, cancellation);
    }

    private static async Task ByRowAsync(DbCommand command, RowFrame frame, IReadOnlyList<RatedIndicator> rows, CancellationToken cancellation)
    {
        command.CommandText = Statement($"VALUES ({string.Join(", ", Columns.Select(c => "@" + c.Name))})");
        foreach (var column in Columns)
            command.Parameters.Add(new SqliteParameter { ParameterName = "@" + column.Name });
        foreach (var row in rows)
        {
            for (var i = 0; i < Columns.Length; i++)
                command.Parameters[i].Value = Columns[i].Value(frame, row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>A column is one array: one statement and one trip for thousands of rows.</summary>
    private static async Task ByColumnAsync(DbCommand command, RowFrame frame, IReadOnlyList<RatedIndicator> rows, CancellationToken cancellation)
    {
        command.CommandText = Statement($"SELECT * FROM unnest({string.Join(", ", Columns.Select(c => "@" + c.Name))})");
        for (var start = 0; start < rows.Count; start += Batch)
        {
            var batch = rows.Skip(start).Take(Batch).ToList();
            command.Parameters.Clear();
            foreach (var column in Columns)
            {
                command.Parameters.Add(new NpgsqlParameter
                {
                    ParameterName = column.Name,
                    NpgsqlDbType = NpgsqlDbType.Array | column.Type,
                    Value = Typed(column.Type, batch.Select(row => column.Value(frame, row))),
                });
            }

            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static Array Typed(NpgsqlDbType type, IEnumerable<object?> values) => type switch
    {
        NpgsqlDbType.Uuid => values.Cast<Guid?>().ToArray(),
        NpgsqlDbType.Numeric => values.Cast<decimal?>().ToArray(),
        NpgsqlDbType.Boolean => values.Cast<bool>().ToArray(),
        NpgsqlDbType.Integer => values.Cast<int>().ToArray(),
        NpgsqlDbType.Date => values.Cast<DateOnly>().ToArray(),
        NpgsqlDbType.TimestampTz => values.Cast<DateTime>().ToArray(),
        _ => values.Cast<string>().ToArray(),
    };

    private static string Statement(string source) => $"""
        INSERT INTO ledger_assessments ({string.Join(", ", Columns.Select(c => c.Name))})
        {source}
        ON CONFLICT (period_end, indicator_id) DO UPDATE SET {string.Join(", ", Columns.Where(c => c.Update is not null).Select(c => $"{c.Name} = {c.Update}"))}
        """;

    private static Column Own(string name, NpgsqlDbType type, Func<RowFrame, RatedIndicator, object?> value) => new(name, type, value, "excluded." + name);

    /// <param name="Update">What a row that is there already takes; null leaves it.</param>
    private sealed record Column(string Name, NpgsqlDbType Type, Func<RowFrame, RatedIndicator, object?> Value, string? Update = null);
}
