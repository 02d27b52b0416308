using Luoshi.Ledger.Imports;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Pages;

/// <summary>What a person chose for printed names, by the names themselves: a mapping that changes does not lose them.</summary>
internal static class ImportChoices
{
    // 各区（县）政府 and 有关部门 are many, not one that could be set up.
    private static readonly string[] Many = ["各", "有关", "相关", "其他", "等"];

    public static string Unit(int index) => $"u{index}";

    public static string Official(int index) => $"o{index}";

    public static IReadOnlyDictionary<string, Guid> From(NamesFound names, FormState form)
    {
        var chosen = new Dictionary<string, Guid>(StringComparer.Ordinal);
        for (var i = 0; i < names.Units.Count; i++)
            Take(names.Units[i].Text, form[Unit(i)]);
        for (var i = 0; i < names.Officials.Count; i++)
            Take(names.Officials[i].Text, form[Official(i)]);
        return chosen;

        void Take(string name, string value)
        {
            if (Guid.TryParse(value, out var id))
                chosen[name] = id;
        }
    }

    /// <summary>What stands in the page before anybody chose: what the name most likely shortens, else a unit of this name.</summary>
    public static Guid Proposed(PrintedName unit)
    {
        if (unit.IsGroup)
            return NamesFound.All;
        if (unit.Candidates.Count > 0)
            return unit.IsOpen ? NamesFound.Open : unit.Candidates[0].Id;
        return unit.Guess ?? (Array.Exists(Many, m => unit.Text.StartsWith(m, StringComparison.Ordinal)) ? NamesFound.Open : NamesFound.New);
    }
}
