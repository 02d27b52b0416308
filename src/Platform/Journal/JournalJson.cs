using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Luoshi.Platform.Journal;

/// <summary>The values of a row as JSON, columns in the order of their names so that the text depends on the values alone.</summary>
internal static class JournalJson
{
    public const string Hidden = "***";

    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Whole(EntityEntry entry, bool original) => Write(Members(entry), member => original ? member.Before : member.After);

    /// <summary>What differs, before and after; null when the save would write the same values again.</summary>
    public static (string Before, string After)? Changed(EntityEntry entry)
    {
        var changed = Members(entry).Where(member => member.IsChanged).ToList();
        return changed.Count == 0 ? null : (Write(changed, member => member.Before), Write(changed, member => member.After));
    }

    private static List<Member> Members(EntityEntry entry)
    {
        var members = entry.Properties.Where(property => IsTold(property.Metadata))
            .Select(property => new Member(property.Metadata.Name, Shown(property.Metadata, property.OriginalValue), Shown(property.Metadata, property.CurrentValue), property.IsModified))
            .ToList();
        foreach (var complex in entry.ComplexProperties)
            members.Add(new Member(complex.Metadata.Name, Shown(Values(complex, original: true)), Shown(Values(complex, original: false)), complex.IsModified));
        foreach (var complex in entry.ComplexCollections)
            members.Add(new Member(complex.Metadata.Name, Shown(entry.OriginalValues[complex.Metadata]), Shown(complex.CurrentValue), complex.IsModified));
        members.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return members;
    }

    /// <summary>EF Core keeps the original of an inner value property by property.</summary>
    private static SortedDictionary<string, object?>? Values(ComplexPropertyEntry complex, bool original)
    {
        if (!original && complex.CurrentValue is null)
            return null;
        var values = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in complex.Properties)
            values[property.Metadata.Name] = Stored(property.Metadata, original ? property.OriginalValue : property.CurrentValue);
        foreach (var inner in complex.ComplexProperties)
            values[inner.Metadata.Name] = Values(inner, original);
        return values;
    }

    /// <summary>The key stands on the event itself, and the version only counts events.</summary>
    private static bool IsTold(IProperty property) =>
        !property.IsPrimaryKey() && property.Name != nameof(EditableEntity.RowVersion) && property.PropertyInfo?.IsDefined(typeof(UnjournalledAttribute), inherit: true) is not true;

    private static string Shown(IProperty property, object? value)
    {
        if (value is not null && property.PropertyInfo?.IsDefined(typeof(JournalHiddenAttribute), inherit: true) is true)
            return JsonSerializer.Serialize(Hidden);
        return Shown(value is not null && StoredDigests.IsDigested(property) ? StoredDigests.Of(value) : Stored(property, value));
    }

    /// <summary>As the column holds it: an enum by its word, a period as 2026-H1.</summary>
    private static object? Stored(IProperty property, object? value) =>
        property.GetTypeMapping().Converter is { } converter && property.GetValueConverter() is not null ? converter.ConvertToProvider(value) : value;

    private static string Shown(object? value) => JsonSerializer.Serialize(value, Options);

    private static string Write(IEnumerable<Member> members, Func<Member, string> value)
    {
        var text = new StringBuilder("{");
        foreach (var member in members)
            text.Append(text.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(member.Name, Options)).Append(':').Append(value(member));
        return text.Append('}').ToString();
    }

    private sealed record Member(string Name, string Before, string After, bool IsModified)
    {
        // A hidden value looks the same before and after; the tracker knows that it moved.
        public bool IsChanged => IsModified && (Before != After || After.Contains(Hidden, StringComparison.Ordinal));
    }
}
