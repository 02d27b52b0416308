using Luoshi.Ledger.Imports;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Pages;

/// <summary>What a person chose for printed names, by the names themselves: a mapping that changes does not lose them.</summary>
internal static class ImportChoices
{
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
}
