using Luoshi.Ledger.Items;

namespace Luoshi.Ledger.Imports;

/// <summary>Units a text names behind 牵头单位：, 责任单位： or 配合单位：, up to the end of the bracket or sentence.</summary>
internal static class NamedUnits
{
    private static readonly (string Label, UnitRole Role)[] Labels =
    [
        ("牵头单位", UnitRole.Lead), ("牵头部门", UnitRole.Lead), ("责任单位", UnitRole.Responsible), ("责任部门", UnitRole.Responsible), ("配合单位", UnitRole.Supporting), ("协办单位", UnitRole.Supporting),
    ];

    public static IEnumerable<(string Name, UnitRole Role)> In(string text)
    {
        foreach (var (label, role) in Labels)
        {
            var at = text.IndexOf(label, StringComparison.Ordinal);
            if (at < 0 || at + label.Length >= text.Length || text[at + label.Length] is not ('：' or ':'))
                continue;
            var rest = text[(at + label.Length + 1)..];
            var end = rest.IndexOfAny(['）', ')', '；', ';', '。', '\n']);
            foreach (var name in (end < 0 ? rest : rest[..end]).Split(['、', '，', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                yield return (name, role);
        }
    }
}
