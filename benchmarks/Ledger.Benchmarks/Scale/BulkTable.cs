using System.Data.Common;
using Luoshi.Platform.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Luoshi.Ledger.Benchmarks.Scale;

/// <summary>Rows of one entity, millions of them: a prepared statement on SQLite, COPY on PostgreSQL. Values are stored as the model stores them.</summary>
internal abstract class BulkTable<T>(LuoshiDb db) : IAsyncDisposable
    where T : class
{
    protected string Name { get; } = db.Model.FindEntityType(typeof(T))!.GetTableName()!;

    protected IReadOnlyList<IProperty> Columns { get; } =
        [.. db.Model.FindEntityType(typeof(T))!.GetProperties().Where(p => p.GetComputedColumnSql() is null)];

    public static async Task<BulkTable<T>> OpenAsync(LuoshiDb db, DbConnection connection, DbTransaction? transaction) => connection is NpgsqlConnection postgres
        ? await CopyTable.OpenAsync(db, postgres)
        : new PreparedTable(db, (SqliteConnection)connection, (SqliteTransaction?)transaction);

    public abstract Task AddAsync(T row);

    public abstract ValueTask DisposeAsync();

    private static object? Stored(IProperty property, T row)
    {
        var value = property.GetGetter().GetClrValue(row);
        return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    private string Names => string.Join(", ", Columns.Select(c => $"\"{c.GetColumnName()}\""));

    private sealed class PreparedTable : BulkTable<T>
    {
        private readonly SqliteCommand command;

        public PreparedTable(LuoshiDb db, SqliteConnection connection, SqliteTransaction? transaction)
            : base(db)
        {
            command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"INSERT INTO {Name} ({Names}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"@{i}"))})";
            for (var i = 0; i < Columns.Count; i++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"@{i}" });
        }

        public override Task AddAsync(T row)
        {
            for (var i = 0; i < Columns.Count; i++)
                command.Parameters[i].Value = Stored(Columns[i], row) ?? DBNull.Value;
            command.ExecuteNonQuery();
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync() => command.DisposeAsync();
    }

    private sealed class CopyTable : BulkTable<T>
    {
        private readonly NpgsqlBinaryImporter importer;

        private CopyTable(LuoshiDb db, NpgsqlBinaryImporter importer)
            : base(db) => this.importer = importer;

        public static async Task<CopyTable> OpenAsync(LuoshiDb db, NpgsqlConnection connection)
        {
            var type = db.Model.FindEntityType(typeof(T))!;
            var names = type.GetProperties().Where(p => p.GetComputedColumnSql() is null).Select(p => p.GetColumnName());
            return new CopyTable(db, await connection.BeginBinaryImportAsync($"COPY {type.GetTableName()} ({string.Join(", ", names.Select(name => $"\"{name}\""))}) FROM STDIN (FORMAT BINARY)"));
        }

        public override async Task AddAsync(T row)
        {
            await importer.StartRowAsync();
            foreach (var column in Columns)
            {
                var value = Stored(column, row);
                if (value is null)
                    await importer.WriteNullAsync();
                else
                    await importer.WriteAsync(value, TypeOf(value));
            }
        }

        public override async ValueTask DisposeAsync()
        {
            await importer.CompleteAsync();
            await importer.DisposeAsync();
        }

        private static NpgsqlDbType TypeOf(object value) => value switch
        {
            Guid => NpgsqlDbType.Uuid,
            DateOnly => NpgsqlDbType.Date,
            DateTime => NpgsqlDbType.TimestampTz,
            decimal => NpgsqlDbType.Numeric,
            int => NpgsqlDbType.Integer,
            bool => NpgsqlDbType.Boolean,
            _ => NpgsqlDbType.Text,
        };
    }
}
