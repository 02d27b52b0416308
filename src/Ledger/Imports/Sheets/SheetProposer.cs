using System.Globalization;

namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>A cell that cannot be taken as it is.</summary>
/// <param name="Row">As counted in the file's table, from 1, without the header.</param>
internal sealed record CellError(int Row, int Column, Words Message);

internal sealed record SheetPreview(Proposal Proposal, IReadOnlyList<CellError> Errors);

/// <summary>Turns a task sheet into a proposal by its mapping. An error in one cell keeps the whole sheet out until it is settled.</summary>
internal static class SheetProposer
{
    /// <summary>In a category's or a promise's cell: the items below belong to none, whatever stands above.</summary>
    public const string Nothing = "—";

    public static SheetPreview Propose(SheetTable table, IReadOnlyList<SheetField> mapping, int planYear)
    {
        var errors = new List<CellError>();
        var bundles = new List<ProposedCommitment>();
        var items = new List<ProposedItem>();
        var printed = new List<int?>();
        (string? Category, string? Promise) at = default;
        for (var r = 0; r < table.Rows.Count; r++)
        {
            var row = new SheetRow(table.Rows[r], mapping, r + 1, errors);
            // A merged cell is filled in its first row only: the rows below belong to the same 件.
            var next = Bundle(row, at);
            if (next != at)
                Close();
            at = next;
            if (Item(row, printed.Count + 1, planYear) is { } item)
            {
                items.Add(item with { Stated = (r < table.Numbers.Count ? table.Numbers[r] : r + 1, Words(row)) });
                printed.Add(int.TryParse(row[SheetField.Number], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null);
            }
            else if (row[SheetField.Indicator].Length > 0)
            {
                Further(row);
            }
        }

        Close();
        if (bundles.Count == 0)
            errors.Add(new CellError(0, 0, new Words("没有一列被对应为“项目名称”，或该列全为空。", "No column is mapped to the item's name, or it is empty.")));
        return new SheetPreview(Numbered(new Proposal(bundles), printed), errors);

        void Close()
        {
            if (items.Count > 0)
                bundles.Add(new ProposedCommitment(bundles.Count + 1, at.Promise, Source: null, [.. items]) { Category = at.Category });
            items.Clear();
        }

        // A row without an item states one more indicator of the item above, or a part of its last one.
        void Further(SheetRow row)
        {
            var indicator = SheetIndicators.Of(row, "", planYear)[0];
            if (items.Count == 0)
            {
                row.Wrong(SheetField.Indicator, new Words("这个指标上面没有事项，请填写项目名称。", "There is no item above this indicator; fill in the item's name."));
                return;
            }

            var above = items[^1];
            items[^1] = above with
            {
                Indicators = SheetIndicators.IsPart(row) && above.Indicators.Count > 0
                    ? [.. above.Indicators.SkipLast(1), above.Indicators[^1] with { Parts = [.. above.Indicators[^1].Parts, indicator] }]
                    : [.. above.Indicators, indicator],
            };
        }
    }

    private static (string? Category, string? Promise) Bundle(SheetRow row, (string? Category, string? Promise) above)
    {
        var (category, promise) = (row.Text(SheetField.Category), row.Text(SheetField.Commitment));
        if (category is null && promise is null)
            return above;
        // A sheet with one of the two columns means its bundles by it, whatever it calls them.
        return promise is null ? (null, Named(category)) : (Named(category ?? above.Category), Named(promise));
    }

    private static string Words(SheetRow row)
    {
        var words = row.Text(SheetField.Target) ?? row[SheetField.Content];
        return words.Length <= Lists.SheetPlace.MaxWords ? words : words[..Lists.SheetPlace.MaxWords];
    }

    private static string? Named(string? cell) => cell == Nothing ? null : cell;

    /// <summary>The printed numbers, where every item has one of its own; else their order.</summary>
    private static Proposal Numbered(Proposal proposal, List<int?> printed)
    {
        if (printed.Contains(null) || printed.Distinct().Count() != printed.Count)
            return proposal;
        var i = 0;
        return new Proposal([.. proposal.Commitments.Select(c => c with { Items = [.. c.Items.Select(item => item with { Number = printed[i++] ?? item.Number })] })]);
    }

    private static ProposedItem? Item(SheetRow row, int number, int planYear)
    {
        var name = row.Text(SheetField.Item) ?? row[SheetField.Content];
        if (name.Length == 0)
            return null;
        if (name.Length > Items.Item.MaxName)
            name = name[..Items.Item.MaxName];
        return new ProposedItem
        {
            Number = number,
            Name = name,
            Content = row[SheetField.Content],
            Deadline = row.Day(SheetField.Deadline, planYear),
            Location = row.Short(SheetField.Location, Items.Item.MaxLocation, new Words("建设地点", "location")),
            Place = row.Place(),
            Contact = row.Short(SheetField.Contact, Items.Item.MaxContact, new Words("联系人", "contact")),
            PolicyBasis = row.Short(SheetField.Basis, Items.Item.MaxBasis, new Words("政策依据", "policy basis")),
            PublicSummary = row.Short(SheetField.Summary, Items.Item.MaxSummary, new Words("公开摘要", "public summary")),
            LeadOfficial = row.Short(SheetField.Official, Items.Item.MaxOfficial, new Words("分管领导", "lead official")),
            TotalInvestment = row.Money(SheetField.TotalInvestment),
            YearInvestment = row.Money(SheetField.YearInvestment),
            Funds = row.Funds(),
            Units = [.. row.Units()],
            Indicators = SheetIndicators.Of(row, name, planYear),
        };
    }
}
