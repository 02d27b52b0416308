using System.Globalization;
using System.Text.Json;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;

namespace Luoshi.Platform.Journal;

/// <summary>A value before and after, in words.</summary>
/// <param name="IsDetail">A checksum: of use to who compares it with another, noise to everybody else.</param>
public sealed record ToldValue(string Name, string? Before, string? After, bool IsDetail = false);

/// <summary>What happened to one row: the kind of row, which one, and its values.</summary>
public sealed record ToldChange(string Row, string Verb, IReadOnlyList<ToldValue> Values);

/// <summary>One process as a person reads it.</summary>
public sealed record ToldStep(DateTime At, string What, string Who, string? Purpose, string? Basis, bool IsSealed, IReadOnlyList<ToldChange> Changes);

/// <summary>Turns journal rows into plain words of the reader's language: no column names, no keys, no JSON.</summary>
public sealed class HistoryTeller(LuoshiDb db, JournalHistory journal, HistoryVocabulary vocabulary, ProcessKinds kinds, IEnumerable<HistoryNames> names, UiContext ui)
{
    private const int MostRows = 40;

    public async Task<IReadOnlyList<ToldStep>> TellAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation = default)
    {
        var steps = await journal.StepsAsync(subjects, cancellation: cancellation);
        var known = await NamesAsync(steps, cancellation);
        return [.. steps.Select(step => Tell(step, known))];
    }

    private ToldStep Tell(HistoryStep step, Dictionary<Guid, string> known)
    {
        var changes = step.Changes.Select(change => Tell(change, known)).Where(change => change.Values.Count > 0 || change.Verb.Length > 0).ToList();
        if (changes.Count > MostRows)
            changes = [.. changes.Take(MostRows), new ToldChange(ui[HistoryTexts.More(changes.Count - MostRows)], "", [])];
        return new ToldStep(step.At, ui[kinds.Name(step.ProcessCode)], step.ActorName, step.Purpose, step.Basis, step.IsSealed, changes);
    }

    private ToldChange Tell(HistoryChange change, Dictionary<Guid, string> known)
    {
        var dot = change.Subject.IndexOf('.', StringComparison.Ordinal);
        var (table, inner) = dot < 0 ? (change.Subject, null) : (change.Subject[..dot], change.Subject[(dot + 1)..]);
        var row = ui[vocabulary.Table(table)];
        if (inner is not null)
            row += " · " + ui[vocabulary.Column(table, inner)];
        else if (known.TryGetValue(change.SubjectId, out var name))
            row += " " + name;
        var values = change.Values.Where(v => Matters(v) && ui[vocabulary.Column(table, v.Property)].Length > 0).Select(v => new ToldValue(
            ui[vocabulary.Column(table, v.Property)],
            Said(table, v.Property, v.Before, known),
            Said(table, v.Property, v.After, known),
            IsChecksum(v.After ?? v.Before))).ToList();
        return new ToldChange(row, ui[HistoryTexts.Verb(change.Change)], values);
    }

    /// <summary>A new row's empty columns say nothing.</summary>
    private static bool Matters(HistoryValue value) => !IsEmpty(value.Before) || !IsEmpty(value.After);

    /// <summary>SHA-256 as the journal writes it.</summary>
    private static bool IsChecksum(string? json) => json is { Length: 66 } && json[1..^1].All(char.IsAsciiHexDigit);

    private static bool IsEmpty(string? json) => json is null or "null" or "[]" or "\"\"";

    private string? Said(string table, string column, string? json, Dictionary<Guid, string> known)
    {
        if (IsEmpty(json))
            return null;
        using var value = JsonDocument.Parse(json!);
        return Said(table, column, value.RootElement, known);
    }

    private string Said(string table, string column, JsonElement value, Dictionary<Guid, string> known) => value.ValueKind switch
    {
        JsonValueKind.True => ui[HistoryTexts.Yes],
        JsonValueKind.False => ui[HistoryTexts.No],
        JsonValueKind.String => SaidText(table, column, value.GetString() ?? "", known),
        JsonValueKind.Array => string.Join(ui.Pick("、", ", "), value.EnumerateArray().Select(one => Said(table, column, one, known))),
        JsonValueKind.Object => string.Join(ui.Pick("；", "; "), value.EnumerateObject().Where(one => one.Value.ValueKind != JsonValueKind.Null && ui[vocabulary.Column(table, one.Name)].Length > 0)
            .Select(one => $"{ui[vocabulary.Column(table, one.Name)]} {Said(table, one.Name, one.Value, known)}")),
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number.ToString("#,0.############", CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };

    private string SaidText(string table, string column, string text, Dictionary<Guid, string> known)
    {
        if (text == JournalJson.Hidden)
            return ui[HistoryTexts.Secret];
        if (Guid.TryParseExact(text, "D", out var id))
            return known.GetValueOrDefault(id) ?? ui[HistoryTexts.Gone];
        if (text.Length == 64 && text.All(char.IsAsciiHexDigit))
            return text[..12] + "…";
        if (column == "Period" && Kernel.Time.Period.TryParse(text, out var period))
            return ui.Pick(Said(period), text);
        // Instants carry a zone; days do not and stay as they are written.
        if (text.Length > 18 && text[10] == 'T' && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at))
            return ui.Moment(at);
        return ui[vocabulary.Value(table, column, text)];
    }

    private static string Said(Kernel.Time.Period period) => period.Months switch
    {
        12 => $"{period.Year}年",
        1 => $"{period.Year}年{period.FirstDay.Month}月",
        _ => $"{period.Year}年{period.FirstDay.Month}—{period.LastDay.Month}月",
    };

    private async Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyList<HistoryStep> steps, CancellationToken cancellation)
    {
        var ids = steps.SelectMany(step => step.Changes).SelectMany(change => change.Values.SelectMany(v => new[] { v.Before, v.After }).Select(Id).OfType<Guid>().Append(change.SubjectId)).ToHashSet();
        var known = new Dictionary<Guid, string>();
        foreach (var module in names)
        {
            foreach (var (id, name) in await module(db, ids, cancellation))
                known.TryAdd(id, name);
        }

        return known;
    }

    private static Guid? Id(string? json) => json is { Length: 38 } && Guid.TryParseExact(json.AsSpan(1, 36), "D", out var id) ? id : null;
}
