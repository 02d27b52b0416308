using System.Reflection;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web.Tests.Platform;

/// <summary>History speaks in words: every journalled table, column and coded value of every module has its own, in both languages.</summary>
public sealed class HistoryWordsTests(RunningServer server)
{
    [Fact]
    public void Every_journalled_table_and_column_has_words()
    {
        var (words, missing) = (server.Services.GetRequiredService<HistoryVocabulary>(), new List<string>());
        foreach (var (table, type) in Journalled())
        {
            if (!words.KnowsTable(table))
                missing.Add(table);
            missing.AddRange(Columns(type).Where(column => !words.KnowsColumn(table, column)).Select(column => $"{table}.{column}"));
        }

        missing.ShouldBeEmpty("give them words where the module keeps those of its history");
    }

    [Fact]
    public void Every_coded_value_has_words()
    {
        var (words, missing) = (server.Services.GetRequiredService<HistoryVocabulary>(), new List<string>());
        foreach (var (table, type) in Journalled())
        {
            foreach (var property in type.GetProperties().Where(IsTold))
            {
                var kind = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (kind.IsEnum && words.Column(table, property.Name).Chinese.Length > 0)
                    missing.AddRange(Enum.GetNames(kind).Where(value => !words.KnowsValue(table, property.Name, value)).Select(value => $"{table}.{property.Name}={value}"));
            }
        }

        missing.ShouldBeEmpty("give them words where the module keeps those of its history");
    }

    private List<(string Table, IEntityType Type)> Journalled()
    {
        using var db = server.Services.GetRequiredService<IDbContextFactory<LuoshiDb>>().CreateDbContext();
        return
        [
            .. db.Model.GetEntityTypes()
                .Where(type => typeof(Entity).IsAssignableFrom(type.ClrType) && !type.ClrType.IsDefined(typeof(UnjournalledAttribute), inherit: false))
                .Select(type => (type.GetTableName()!, type)),
        ];
    }

    private static IEnumerable<string> Columns(IEntityType type) => type.GetProperties().Where(IsTold).Select(property => property.Name)
        .Concat(type.GetComplexProperties().SelectMany(complex => complex.ComplexType.GetProperties().Select(inner => inner.Name).Prepend(complex.Name)));

    private static bool IsTold(IProperty property) =>
        !property.IsPrimaryKey() && property.Name != nameof(EditableEntity.RowVersion) && property.PropertyInfo?.IsDefined(typeof(UnjournalledAttribute)) is not true;
}
