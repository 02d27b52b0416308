namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>Guesses what a column means from its header, by the names in <c>data/ledger/sheet-columns.txt</c>.</summary>
internal static class ColumnNames
{
    private const string Resource = "ledger.sheet-columns.txt";

    private static readonly (string Name, SheetField Field)[] Names = Load();

    /// <summary>One meaning a column; where two columns claim the same, the first keeps it.</summary>
    public static SheetField[] Guess(IReadOnlyList<string> headers)
    {
        var taken = new HashSet<SheetField>();
        var fields = new SheetField[headers.Count];
        for (var i = 0; i < headers.Count; i++)
        {
            var field = Of(headers[i]);
            fields[i] = field != SheetField.Ignore && taken.Add(field) ? field : SheetField.Ignore;
        }

        return fields;
    }

    private static SheetField Of(string header)
    {
        var plain = string.Concat(header.Where(c => !char.IsWhiteSpace(c)));
        // Sorted by length: 牵头责任单位 is asked before 责任单位.
        foreach (var (name, field) in Names)
        {
            if (plain.Contains(name, StringComparison.Ordinal))
                return field;
        }

        return SheetField.Ignore;
    }

    private static (string, SheetField)[] Load()
    {
        using var stream = typeof(ColumnNames).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        var names = new List<(string Name, SheetField Field)>();
        while (reader.ReadLine() is { } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.StartsWith('#') || colon < 0)
                continue;
            var field = Enum.Parse<SheetField>(line[..colon].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            names.AddRange(line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (name, field)));
        }

        return [.. names.OrderByDescending(n => n.Name.Length)];
    }
}
