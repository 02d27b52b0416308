using Luoshi.Ledger.ReportCards.Gate;

namespace Luoshi.Ledger.ReportCards.Changing;

/// <summary>A number that is not what it was when a card was written.</summary>
/// <param name="Item">The item it stands in; 0 for the opening.</param>
/// <param name="Old">As printed then; null for a number that came since.</param>
/// <param name="New">As it would be printed now; null for a number the ledger no longer has.</param>
internal sealed record FigureChange(int Item, string Name, PrintedAs As, Guid? Indicator, string? Old, string? New)
{
    /// <summary>Every number that differs between two states of the ledger, in the order of the card.</summary>
    public static IReadOnlyList<FigureChange> Between(IReadOnlyList<ExpectedNumber> old, IReadOnlyList<ExpectedNumber> now)
    {
        var before = old.GroupBy(Key).ToDictionary(g => g.Key, g => g.ToArray());
        var after = now.GroupBy(Key).ToDictionary(g => g.Key, g => g.ToArray());
        var found = new List<FigureChange>();
        foreach (var key in before.Keys.Concat(after.Keys).Distinct())
        {
            var (was, has) = (before.GetValueOrDefault(key, []), after.GetValueOrDefault(key, []));
            for (var i = 0; i < Math.Max(was.Length, has.Length); i++)
            {
                var (one, other) = (i < was.Length ? was[i] : null, i < has.Length ? has[i] : null);
                if (one?.Printed == other?.Printed || (other ?? one) is not { } any)
                    continue;
                found.Add(new FigureChange(any.Paragraph, any.Name ?? "", any.As, any.Indicator, one?.Printed, other?.Printed));
            }
        }

        return [.. found.OrderBy(c => c.Item)];
    }

    /// <summary>Counts are told apart by what they count, or by their unit where they count all: 24项.</summary>
    private static (Guid?, PrintedAs, Guid?, string) Key(ExpectedNumber number) => (number.Indicator, number.As, number.PartOf, number.As == PrintedAs.Count ? number.Name ?? number.Unit : "");
}

/// <summary>How a change is told.</summary>
internal static class ChangeTexts
{
    public static readonly Words Nothing = new("（无）", "(none)");

    /// <summary>第4项“电梯更新”：880部 → 88部.</summary>
    public static Words Say(FigureChange change)
    {
        var (old, now) = (change.Old ?? Nothing.Chinese, change.New ?? Nothing.Chinese);
        var (chinese, english) = change.As switch
        {
            PrintedAs.OfPlan => ("占年计划的百分比", ", share of the plan"),
            PrintedAs.OfOriginal => ("占原计划的百分比", ", share of the original plan"),
            PrintedAs.Plan => ("计划数", ", plan"),
            _ => ("", ""),
        };
        return change.Item == 0
            ? new Words($"开头“{change.Name}”的统计：{old} → {now}", $"Opening, \"{change.Name}\": {change.Old ?? Nothing.English} → {change.New ?? Nothing.English}")
            : new Words($"第{change.Item}项“{change.Name}”{chinese}：{old} → {now}", $"Item {change.Item}, \"{change.Name}\"{english}: {change.Old ?? Nothing.English} → {change.New ?? Nothing.English}");
    }
}
