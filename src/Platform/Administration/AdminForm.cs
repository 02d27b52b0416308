using System.Globalization;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Ui;

namespace Luoshi.Platform.Administration;

public enum AdminFieldKind
{
    Text,
    Day,
    Choice,
    Check,
    Long,
    Hidden,

    /// <summary>A unit, typed or picked by its label.</summary>
    Unit,

    /// <summary>A person, typed or picked.</summary>
    Person,
}

/// <summary>One control of an administrator's form.</summary>
public sealed record AdminField(AdminFieldKind Kind, string Name, Words Label, bool Required = false, Words? Hint = null)
{
    public int? MaxLength { get; init; }

    public IReadOnlyList<(string Value, Words Label)> Options { get; init; } = [];

    /// <summary>Labels offered while typing; when a name was unclear, those it may mean, shown as choices.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    public bool Unclear { get; init; }
}

/// <summary>A page with one form: what it is about, what is asked, and what stands beside it.</summary>
public sealed record AdminForm
{
    public required Words Title { get; init; }

    public Words? Lead { get; init; }

    public required string Action { get; init; }

    public required Words Submit { get; init; }

    public bool Danger { get; init; }

    /// <summary>The way back, by its name.</summary>
    public required (string Href, Words Text) Back { get; init; }

    public required IReadOnlyList<AdminField> Fields { get; init; }

    /// <summary>What will follow, one line each, read before pressing the button.</summary>
    public IReadOnlyList<Words> Consequences { get; init; } = [];

    public FormState State { get; init; } = new();
}

/// <summary>Reads typed values that are more than text.</summary>
internal static class AdminInput
{
    /// <summary>The day typed; a field left empty is null and no fault.</summary>
    public static bool Day(FormState form, string field, out DateOnly? day)
    {
        day = null;
        if (form[field].Length == 0)
            return true;
        if (DateOnly.TryParseExact(form[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            day = read;
            return true;
        }

        form.Reject(field, AdminTexts.BadDay);
        return false;
    }

    public static DateOnly? NeededDay(FormState form, string field)
    {
        if (!Day(form, field, out var day))
            return null;
        if (day is null)
            form.Reject(field, AdminTexts.BadDay);
        return day;
    }

    public static string? OrNull(string text) => text.Length == 0 ? null : text;

    /// <summary>The field as the page shows it again: an unclear name gets its choices.</summary>
    public static AdminField Unit(string name, Words label, IReadOnlyList<UnitLabel> all, IReadOnlyList<UnitLabel> meant, bool required = true, Words? hint = null) => new(AdminFieldKind.Unit, name, label, required, hint)
    {
        Unclear = meant.Count > 1,
        Suggestions = [.. (meant.Count > 1 ? meant : all).Select(unit => unit.Label)],
    };
}
