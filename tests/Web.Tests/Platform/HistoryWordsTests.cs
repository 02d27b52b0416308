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

    /// <summary>Kinds that were made while running, not declared, showed as ledger.report_submit.</summary>
    [Fact]
    public async Task Every_kind_of_change_a_year_of_the_city_leaves_is_told_in_words()
    {
        var office = await Luoshi.Web.Tests.Ledger.SignedIn.AsAsync(server, "ducha");
        var kinds = server.Services.GetRequiredService<ProcessKinds>();
        foreach (var kind in kinds.All)
        {
            kind.Chinese.Any(c => c is >= '\u4e00' and <= '\u9fff').ShouldBeTrue(kind.Code);
            kind.Chinese.ShouldNotContain('_');
            kind.English.ShouldNotContain('_');
        }

        foreach (var action in new[] { "save", "submit", "withdraw", "approve", "withdrawapproval", "accept", "return", "lock", "correct" })
            kinds.Name("ledger.report_" + action).Chinese.ShouldEndWith("月报");
        var item = (await office.OpenAsync((await office.OpenAsync("/ledger")).One("main td a[href^='/ledger/lists/']").GetAttribute("href")!)).One("main a[href^='/ledger/items/']").GetAttribute("href")!;
        (await office.OpenAsync("/history/items/" + item[^36..])).Text("ol.history").ShouldNotMatch(@"[0-9a-f]{30}|[a-z]+_[a-z]+|\d v\d");
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
