using Luoshi.Platform.OrgUnits;

namespace Luoshi.Ledger.Imports;

/// <summary>
/// The ways papers print a unit of the tree: with or without its level in front (市教育局, 教育局), with the place before it (海岳市教育局),
/// a government by its place (云栖区); and words for many at once (各区（县）政府).
/// </summary>
internal sealed class UnitForms
{
    private const string Levels = "省市区县州盟旗镇乡";

    private static readonly string[] Governments = ["人民政府", "政府"];

    private readonly IReadOnlyList<UnitView> units;
    private readonly List<string> places;
    private readonly ILookup<string, UnitView> byForm;

    public UnitForms(IReadOnlyList<UnitView> units)
    {
        this.units = units;
        // 海岳市人民政府 at the top gives 海岳市: papers put it before the names of its bureaus.
        places = [.. units.Where(u => u.ParentId is null).Select(u => Place(u.Name)).OfType<string>().Distinct(StringComparer.Ordinal)];
        byForm = units.SelectMany(u => Own(u).Distinct(StringComparer.Ordinal).Select(form => (form, u))).ToLookup(pair => pair.form, pair => pair.u, StringComparer.Ordinal);
    }

    /// <summary>Units the name is another form of.</summary>
    public IEnumerable<UnitView> Find(string name) => Plain(name).SelectMany(form => byForm[form]).Where(unit => !OfOtherLevel(name, unit.Name)).DistinctBy(u => u.Id);

    /// <summary>区教育局 is never the city's: both name their level, and it differs.</summary>
    private static bool OfOtherLevel(string name, string unit) =>
        Levels.Contains(name[0], StringComparison.Ordinal) && Levels.Contains(unit[0], StringComparison.Ordinal) && name[0] != unit[0];

    /// <summary>The governments 各区（县）政府 or 各镇街 stands for; empty for a name that means one.</summary>
    public IReadOnlyList<UnitView> Group(string name)
    {
        if (!name.StartsWith('各'))
            return [];
        var meant = new string([.. name.Skip(1).Where(c => !"（）()、，/ 和及与".Contains(c, StringComparison.Ordinal))]);
        foreach (var ending in Governments)
            meant = meant.EndsWith(ending, StringComparison.Ordinal) ? meant[..^ending.Length] : meant;
        meant = meant.Replace("街道办事处", "街", StringComparison.Ordinal).Replace("街道办", "街", StringComparison.Ordinal).Replace("街道", "街", StringComparison.Ordinal).Replace("功能区", "", StringComparison.Ordinal);
        if (meant.Length is 0 or > 4 || meant.Any(c => !"区县市旗镇乡街".Contains(c, StringComparison.Ordinal)))
            return [];
        return [.. units.Where(u => u.ParentId is not null && Place(u.Name) is { } place && meant.Contains(place[^1] == '道' ? '街' : place[^1], StringComparison.Ordinal))];
    }

    private static IEnumerable<string> Own(UnitView unit)
    {
        foreach (var name in new[] { unit.Name, unit.ShortName }.OfType<string>())
        {
            yield return name;
            if (name.Length > 2 && Levels.Contains(name[0], StringComparison.Ordinal))
                yield return name[1..];
            if (Place(name) is { } place)
            {
                yield return place;
                yield return place + "政府";
            }
        }
    }

    private IEnumerable<string> Plain(string name)
    {
        yield return name;
        if (name.Length > 2 && Levels.Contains(name[0], StringComparison.Ordinal))
            yield return name[1..];
        foreach (var place in places)
        {
            if (name.Length > place.Length + 1 && name.StartsWith(place, StringComparison.Ordinal))
                yield return name[place.Length..];
        }
    }

    /// <summary>云栖区 of 云栖区人民政府, 中山街道 of 中山街道办事处; null for what is no government.</summary>
    private static string? Place(string name)
    {
        foreach (var ending in (string[])[.. Governments, "办事处"])
        {
            if (name.Length > ending.Length + 1 && name.EndsWith(ending, StringComparison.Ordinal) && "省市区县州盟旗镇乡道".Contains(name[^(ending.Length + 1)], StringComparison.Ordinal))
                return name[..^ending.Length];
        }

        return null;
    }
}
