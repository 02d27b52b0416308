using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Reading.Audits.Names;

namespace Luoshi.Ledger.ReportCards.Gate;

/// <summary>A number the ledger stands behind, as it has to be found again in the text of a card.</summary>
/// <param name="Paragraph">Number of the item the paragraph tells of; 0 for the opening.</param>
internal sealed record ExpectedNumber(int Paragraph, PrintedAs As, decimal Value, string Unit, Guid? Indicator, string Printed)
{
    /// <summary>What it counts; null for counts of the opening.</summary>
    public string? Name { get; init; }

    /// <summary>The headline a part belongs to.</summary>
    public Guid? PartOf { get; init; }

    /// <summary>Of a count: the numbers of the items counted.</summary>
    public IReadOnlyList<int>? Items { get; init; }

    /// <summary>Of an amount: what was promised.</summary>
    public PrintedGoal? Promised { get; init; }

    /// <summary>Of an amount with a share: the plan it is a share of.</summary>
    public PrintedGoal? Plan { get; init; }

    /// <summary>Of an amount: the paper its plan was changed by, as it is printed in brackets.</summary>
    public string? Decision { get; init; }

    /// <summary>How well a name that was read fits this number's.</summary>
    public decimal FitOf(IndicatorName read) => Name is null ? 0 : IndicatorName.Of(Name).LikenessTo(read);
}

/// <summary>A goal in base units and as it is printed: 60处以上.</summary>
internal sealed record PrintedGoal(decimal Value, string Printed);

/// <summary>Why a card may not go out as it is.</summary>
/// <param name="Item">The item it is about; null for the opening and for sentences of their own.</param>
internal sealed record GateProblem(string Code, Words Message, int? Item = null);

/// <summary>What does not stop a card but has to be seen before it goes out.</summary>
internal static class PartWarnings
{
    public static IReadOnlyList<GateProblem> Of(IReadOnlyList<ExpectedNumber> figures)
    {
        var wholes = figures.Where(f => f is { As: PrintedAs.Amount, Indicator: not null }).GroupBy(f => f.Indicator ?? default).ToDictionary(g => g.Key, g => g.First());
        var found = new List<GateProblem>();
        foreach (var parts in figures.Where(f => f is { As: PrintedAs.Part, PartOf: not null }).GroupBy(f => f.PartOf ?? default))
        {
            if (!wholes.TryGetValue(parts.Key, out var whole))
                continue;
            var check = PartsCheck.Of(whole.Value, [.. parts.Select(p => (decimal?)p.Value)], UnitOf(whole));
            if (check is { Closes: false } open)
                found.Add(new GateProblem("card.parts_open", new Words($"第{whole.Paragraph}项“{whole.Name}”：{open.Sentence.Chinese}", $"Item {whole.Paragraph}, \"{whole.Name}\": {open.Sentence.English}"), whole.Paragraph));
        }

        return found;
    }

    /// <summary>The unit as printed: what stands behind the digits.</summary>
    private static PrintedUnit UnitOf(ExpectedNumber whole) => PrintedUnit.Parse(whole.Printed.TrimStart("0123456789.-".ToCharArray()));
}
