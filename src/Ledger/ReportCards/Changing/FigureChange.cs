using Luoshi.Ledger.ReportCards.Gate;

namespace Luoshi.Ledger.ReportCards.Changing;

/// <summary>A number that is not what it was when a card was written.</summary>
/// <param name="Item">The item it stands in; 0 for the opening.</param>
/// <param name="Old">As printed then; null for a number that came since.</param>
/// <param name="New">As it would be printed now; null for a number the ledger no longer has.</param>
internal sealed record FigureChange(int Item, string Name, PrintedAs As, Guid? Indicator, string? Old, string? New)
{
    /// <summary>What stands there now: a count that is printed no longer has become nought; any other number was taken back.</summary>
    public string? Now => New ?? (As == PrintedAs.Count ? "0" + Old?.TrimStart("0123456789".ToCharArray()) : null);

    /// <summary>It is this number of the card that is another one now.</summary>
    public bool IsOf(ExpectedNumber figure) =>
        Item == figure.Paragraph && As == figure.As && Indicator == figure.Indicator && Old == figure.Printed && (As != PrintedAs.Count || Name == (figure.Name ?? ""));

    /// <summary>Every number that differs between two states of the ledger, in the order of the card.</summary>
    public static IReadOnlyList<FigureChange> Between(IReadOnlyList<ExpectedNumber> old, IReadOnlyList<ExpectedNumber> now)
    {
        var before = old.GroupBy(Key).ToDictionary(g => g.Key, g => g.ToArray());
        var after = now.GroupBy(Key).ToDictionary(g => g.Key, g => g.ToArray());
        var found = new List<FigureChange>();
        foreach (var key in before.Keys.Concat(after.Keys).Distinct())
        {
            var (was, has) = (before.GetValueOrDefault(key, []), after.GetValueOrDefault(key, []));
            found.AddRange(key.As switch
            {
                PrintedAs.Plan => Plans(was, has, old.FirstOrDefault(o => o.As == PrintedAs.Amount && o.Indicator == key.Indicator)),
                // A share of the former plan comes with a changed plan: it is no result that was put right.
                PrintedAs.OfOriginal when was.Length == 0 || has.Length == 0 => [],
                _ => Values(was, has),
            });
        }

        return [.. found.OrderBy(c => c.Item)];
    }

    /// <summary>A number may be printed more than once; what counts is which values came and which went.</summary>
    private static IEnumerable<FigureChange> Values(ExpectedNumber[] was, ExpectedNumber[] has)
    {
        var gone = was.ExceptBy(has.Select(h => h.Printed), w => w.Printed).ToArray();
        var came = has.ExceptBy(was.Select(w => w.Printed), h => h.Printed).ToArray();
        for (var i = 0; i < Math.Max(gone.Length, came.Length); i++)
            yield return Change(i < came.Length ? came[i] : gone[i], i < gone.Length ? gone[i].Printed : null, i < came.Length ? came[i].Printed : null);
    }

    /// <summary>
    /// Beside a changed plan its former one is printed, and a plan that stands in the promise above is not printed at all: only a value
    /// the plan did not have before is a change. The plan in force is printed first.
    /// </summary>
    private static IEnumerable<FigureChange> Plans(ExpectedNumber[] was, ExpectedNumber[] has, ExpectedNumber? amount) =>
        from plan in has.DistinctBy(h => h.Value)
        where was.All(w => w.Value != plan.Value) && amount?.Plan?.Value != plan.Value && amount?.Promised?.Value != plan.Value
        select Change(plan, was.Length > 0 && was[0].Value != has[0].Value ? was[0].Printed : null, plan.Printed);

    private static FigureChange Change(ExpectedNumber any, string? old, string? now) => new(any.Paragraph, any.Name ?? "", any.As, any.Indicator, old, now);

    /// <summary>Counts are told apart by what they count, or by their unit where they count all: 24项.</summary>
    private static (Guid? Indicator, PrintedAs As, Guid? PartOf, string Counted) Key(ExpectedNumber number) => (number.Indicator, number.As, number.PartOf, number.As == PrintedAs.Count ? number.Name ?? number.Unit : "");
}

/// <summary>How a change is told.</summary>
internal static class ChangeTexts
{
    public static readonly Words Nothing = new("（无）", "(none)");

    /// <summary>第4项“电梯更新”：880部 → 88部.</summary>
    public static Words Say(FigureChange change)
    {
        var (old, now) = (change.Old ?? Nothing.Chinese, change.Now ?? Nothing.Chinese);
        var (chinese, english) = change.As switch
        {
            PrintedAs.OfPlan => ("占年计划的百分比", ", share of the plan"),
            PrintedAs.OfOriginal => ("占原计划的百分比", ", share of the original plan"),
            PrintedAs.Plan => ("计划数", ", plan"),
            _ => ("", ""),
        };
        return change.Item == 0
            ? new Words($"开头“{change.Name}”的统计：{old} → {now}", $"Opening, \"{change.Name}\": {change.Old ?? Nothing.English} → {change.Now ?? Nothing.English}")
            : new Words($"第{change.Item}项“{change.Name}”{chinese}：{old} → {now}", $"Item {change.Item}, \"{change.Name}\"{english}: {change.Old ?? Nothing.English} → {change.Now ?? Nothing.English}");
    }
}
