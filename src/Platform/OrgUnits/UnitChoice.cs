using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits;

/// <summary>A unit as a form offers it: its name with the unit above, or the whole way down where even that is not the only one.</summary>
public sealed record UnitLabel(Guid Id, string Label, string Name, string? ShortName);

/// <summary>
/// Finds the unit somebody typed. Bureaus of the same name stand in every district, so a name alone may mean several: then it is
/// refused with the choices, never guessed.
/// </summary>
public sealed class UnitChoice(LuoshiDb db)
{
    private List<UnitLabel>? labels;

    public async Task<IReadOnlyList<UnitLabel>> AllAsync(DateOnly day, CancellationToken cancellation = default)
    {
        if (labels is not null)
            return labels;
        var units = await db.Set<OrgUnit>().AsNoTracking().Where(u => u.From <= day && (u.Until == null || u.Until >= day)).OrderBy(u => u.Path).ToListAsync(cancellation);
        var byId = units.ToDictionary(u => u.Id);
        var near = units.ToLookup(u => Near(u, byId), StringComparer.Ordinal);
        labels = [.. units.Select(u => new UnitLabel(u.Id, near[Near(u, byId)].Count() == 1 ? Near(u, byId) : Far(u, byId), u.Name, u.ShortName))];
        return labels;
    }

    public async Task<string> LabelAsync(Guid unit, DateOnly day, CancellationToken cancellation = default) =>
        (await AllAsync(day, cancellation)).FirstOrDefault(u => u.Id == unit)?.Label ?? "";

    /// <summary>The unit the text names, or a refusal that lists those it may mean.</summary>
    public async Task<Outcome<Guid>> ResolveAsync(string text, string field, DateOnly day, CancellationToken cancellation = default)
    {
        var found = await MeantAsync(text, day, cancellation);
        return found switch
        {
            [] => OrgTexts.UnknownUnit(text, field),
            [var only] => only.Id,
            _ => OrgTexts.SeveralUnits(text, [.. found.Select(u => u.Label)], field),
        };
    }

    /// <summary>All units the text may mean, for a form that lets a person choose.</summary>
    public async Task<IReadOnlyList<UnitLabel>> MeantAsync(string text, DateOnly day, CancellationToken cancellation = default)
    {
        var all = await AllAsync(day, cancellation);
        var exact = all.Where(u => u.Label == text || u.Id.ToString("D") == text).ToList();
        return exact.Count > 0 ? exact : [.. all.Where(u => u.Name == text || u.ShortName == text)];
    }

    private static string Near(OrgUnit unit, Dictionary<Guid, OrgUnit> all) =>
        unit.ParentId is { } parent && all.TryGetValue(parent, out var above) ? $"{unit.Name}（{above.Name}）" : unit.Name;

    private static string Far(OrgUnit unit, Dictionary<Guid, OrgUnit> all)
    {
        var names = new List<string>();
        for (var step = unit; step is not null; step = step.ParentId is { } parent ? all.GetValueOrDefault(parent) : null)
            names.Insert(0, step.Name);
        // Units without anything above them can share a whole path; the day they began tells them apart.
        return $"{string.Join(" › ", names)}（{unit.From:yyyy-MM-dd}）";
    }
}
