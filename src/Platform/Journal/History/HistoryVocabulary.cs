using System.Collections.Frozen;

namespace Luoshi.Platform.Journal;

/// <summary>The words of all modules together. A word nobody gave shows as the code it stands for.</summary>
public sealed class HistoryVocabulary(IEnumerable<HistoryWords> modules)
{
    private readonly FrozenDictionary<string, Words> tables = Join(modules, words => words.Tables);
    private readonly FrozenDictionary<string, Words> columns = Join(modules, words => words.Columns);
    private readonly FrozenDictionary<string, Words> values = Join(modules, words => words.Values);

    public Words Table(string table) => tables.TryGetValue(table, out var words) ? words : Words.Same(table);

    public Words Column(string table, string column) => Find(columns, table, column) ?? Words.Same(column);

    public Words Value(string table, string column, string code) => Find(values, table, $"{column}={code}") ?? Words.Same(code);

    public bool KnowsTable(string table) => tables.ContainsKey(table);

    public bool KnowsColumn(string table, string column) => Find(columns, table, column) is not null;

    public bool KnowsValue(string table, string column, string code) => Find(values, table, $"{column}={code}") is not null;

    private static Words? Find(FrozenDictionary<string, Words> known, string table, string key) =>
        known.TryGetValue($"{table}.{key}", out var own) || known.TryGetValue(key, out own) ? own : null;

    private static FrozenDictionary<string, Words> Join(IEnumerable<HistoryWords> modules, Func<HistoryWords, IReadOnlyDictionary<string, Words>> part)
    {
        var all = new Dictionary<string, Words>(StringComparer.Ordinal);
        // Two modules may mean the same by one column; the platform's word, registered first, holds.
        foreach (var (key, words) in modules.SelectMany(part))
            all.TryAdd(key, words);
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
