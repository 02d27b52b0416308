using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Places;
using Luoshi.Kernel.Rules;

namespace Luoshi.Platform.RulePacks;

/// <summary>Every pack this installation knows, and which one is in force where and when.</summary>
public sealed class RulePackLibrary
{
    private readonly RulePack[] packs;

    private RulePackLibrary(IEnumerable<RulePack> packs) => this.packs = [.. packs.OrderBy(pack => pack.Division).ThenBy(pack => pack.From)];

    public IReadOnlyList<RulePack> All => packs;

    /// <summary>
    /// The packs that ship with the program and those in the folder <c>rulepacks</c> of the data folder. One wrong file is a
    /// refusal as a whole: silently falling back to other rules would change verdicts.
    /// </summary>
    public static Outcome<RulePackLibrary> Load(string dataFolder)
    {
        var found = new List<RulePack>();
        foreach (var (source, json) in Shipped().Concat(Own(dataFolder)))
        {
            if (!RulePackFile.Read(json, source).TryGet(out var pack, out var refusal))
                return refusal;
            found.Add(pack);
        }

        return Of(found);
    }

    internal static Outcome<RulePackLibrary> Of(IReadOnlyCollection<RulePack> packs)
    {
        foreach (var same in packs.GroupBy(pack => pack.Version, StringComparer.Ordinal))
        {
            if (same.Count() > 1)
                return new Refusal("rules.twice", $"规则版本 {same.Key} 出现了两次，请另编版本号。", $"The rule version {same.Key} stands twice; give one another edition.", same.Key);
        }

        foreach (var place in packs.GroupBy(pack => (pack.Division, pack.From)))
        {
            if (place.Count() > 1)
                return new Refusal(
                    "rules.overlap",
                    $"{place.Key.Division} 有两个规则包都自 {place.Key.From:yyyy-MM-dd} 起生效：{string.Join("、", place.Select(pack => pack.Version))}。",
                    $"Two packs for {place.Key.Division} start on {place.Key.From:yyyy-MM-dd}: {string.Join(", ", place.Select(pack => pack.Version))}.");
        }

        if (!packs.Any(pack => pack.Division == default && pack.Until is null))
            return new Refusal("rules.no_default", "缺少全国通用且不设失效日期的规则包（区划 000000）。", "A pack for the whole country (division 000000) without an end is needed.");
        return new RulePackLibrary(packs);
    }

    /// <summary>The pack of the nearest division above that has one on the day; of several, the one that started last.</summary>
    public RulePack InForce(DivisionCode division, DateOnly day) =>
        packs.Where(pack => pack.InForceOn(day) && pack.Division.Contains(division)).OrderByDescending(pack => pack.Division.Level).ThenByDescending(pack => pack.From).FirstOrDefault()
        ?? packs.First(pack => pack.Division == default);

    /// <summary>The pack a stored result was computed with.</summary>
    public RulePack? Find(string version) => Array.Find(packs, pack => pack.Version == version);

    private static IEnumerable<(string Source, string Json)> Shipped()
    {
        var assembly = typeof(RulePackLibrary).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("data.rulepacks.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static IEnumerable<(string Source, string Json)> Own(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "rulepacks");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file)))
            : [];
    }
}
