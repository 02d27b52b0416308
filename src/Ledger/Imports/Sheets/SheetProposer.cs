using System.Globalization;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Reports.Checks;

namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>A cell that cannot be taken as it is.</summary>
/// <param name="Row">As counted in the file's table, from 1, without the header.</param>
internal sealed record CellError(int Row, int Column, Words Message);

internal sealed record SheetPreview(Proposal Proposal, IReadOnlyList<CellError> Errors);

/// <summary>Turns a task sheet into a proposal by its mapping. An error in one cell keeps the whole sheet out until it is settled.</summary>
internal static class SheetProposer
{
    public static SheetPreview Propose(SheetTable table, IReadOnlyList<SheetField> mapping, int planYear)
    {
        var errors = new List<CellError>();
        var bundles = new List<ProposedCommitment>();
        var items = new List<ProposedItem>();
        string? promise = null;
        for (var r = 0; r < table.Rows.Count; r++)
        {
            var row = new Row(table.Rows[r], mapping, r + 1, errors);
            // A merged cell is filled in its first row only: the rows below belong to the same 件.
            var next = First(row[SheetField.Commitment], row[SheetField.Category]);
            if (next.Length > 0 && next != promise)
            {
                Close();
                promise = next;
            }

            if (Item(row, items.Count + bundles.Sum(b => b.Items.Count) + 1, planYear) is { } item)
                items.Add(item);
        }

        Close();
        if (items.Count == 0 && bundles.Count == 0)
            errors.Add(new CellError(0, 0, new Words("没有一列被对应为“项目名称”，或该列全为空。", "No column is mapped to the item's name, or it is empty.")));
        return new SheetPreview(new Proposal(bundles), errors);

        void Close()
        {
            if (items.Count > 0)
                bundles.Add(new ProposedCommitment(bundles.Count + 1, promise, Source: null, [.. items]));
            items.Clear();
        }
    }

    private static ProposedItem? Item(Row row, int number, int planYear)
    {
        var name = First(row[SheetField.Item], row[SheetField.Content]);
        if (name.Length == 0)
            return null;
        if (name.Length > Items.Item.MaxName)
            name = name[..Items.Item.MaxName];
        var deadline = row.Deadline(planYear);
        return new ProposedItem
        {
            Number = number,
            Name = name,
            Content = row[SheetField.Content],
            Deadline = deadline,
            Location = Blank(row[SheetField.Location]),
            Contact = Blank(row[SheetField.Contact]),
            PolicyBasis = Blank(row[SheetField.Basis]),
            LeadOfficial = row.Official(),
            TotalInvestment = row.Money(SheetField.TotalInvestment),
            YearInvestment = row.Money(SheetField.YearInvestment),
            Units = [.. Units(row[SheetField.Lead], UnitRole.Lead), .. Units(row[SheetField.Responsible], UnitRole.Responsible), .. Units(row[SheetField.Supporting], UnitRole.Supporting)],
            Indicators = WithPlan(Indicators(row), row),
        };
    }

    /// <summary>From the column that states the target; where there is none, from the content.</summary>
    private static IReadOnlyList<ProposedIndicator> Indicators(Row row)
    {
        var target = row[SheetField.Target];
        // A bare number under 目标 counts what the item is called.
        if (decimal.TryParse(target, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return [new ProposedIndicator { Name = First(row[SheetField.Item], row[SheetField.Content]), Unit = new PrintedUnit("个"), Promised = number }];
        var read = TargetReader.Read(target);
        return read.Count > 0 ? read : TargetReader.Read(row[SheetField.Content]);
    }

    /// <summary>Quarterly cells hold words, and a number where the first indicator is meant.</summary>
    private static IReadOnlyList<ProposedIndicator> WithPlan(IReadOnlyList<ProposedIndicator> indicators, Row row)
    {
        SheetField[] quarters = [SheetField.Quarter1, SheetField.Quarter2, SheetField.Quarter3, SheetField.Quarter4];
        if (indicators.Count == 0 || quarters.All(q => row[q].Length == 0))
            return indicators;
        var plan = quarters.Select((q, i) => (Month: (i + 1) * 3, Words: row[q])).Where(q => q.Words.Length > 0)
            .Select(q => (q.Month, Amount(q.Words, indicators[0].Unit), (string?)Cut(q.Words)));
        return [indicators[0] with { Plan = [.. plan] }, .. indicators.Skip(1)];
    }

    private static decimal? Amount(string words, PrintedUnit unit) => TypedFigure.Parse(words, unit) is { IsOk: true, Value: { } value } ? value : null;

    private static IEnumerable<(string, UnitRole)> Units(string cell, UnitRole role) =>
        cell.Split(['、', '，', ',', '；', ';', '\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => (name, role));

    private static string First(string one, string other) => one.Length > 0 ? one : other;

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    private static string Cut(string text) => text.Length <= PlanEntry.MaxWords ? text : text[..PlanEntry.MaxWords];

    private sealed class Row(IReadOnlyList<string> cells, IReadOnlyList<SheetField> mapping, int number, List<CellError> errors)
    {
        public string this[SheetField field] => Column(field) is var column && column >= 0 && column < cells.Count ? cells[column] : "";

        public DateOnly? Deadline(int planYear)
        {
            var text = this[SheetField.Deadline];
            if (text.Length == 0)
                return null;
            if (SheetDeadline.TryParse(text, planYear, out var day))
                return day;
            errors.Add(new CellError(number, Column(SheetField.Deadline), new Words($"看不懂完成时限“{text}”，请写成“10月底”或“2025年10月31日”。", $"The deadline \"{text}\" cannot be read; write 10月底 or 2025年10月31日.")));
            return null;
        }

        public string? Official()
        {
            var text = this[SheetField.Official];
            if (text.Length <= Items.Item.MaxOfficial)
                return Blank(text);
            errors.Add(new CellError(number, Column(SheetField.Official), new Words($"分管领导超过{Items.Item.MaxOfficial}字。", $"The lead official is longer than {Items.Item.MaxOfficial} characters.")));
            return null;
        }

        /// <summary>Investment columns are in 万元 unless the cell says otherwise.</summary>
        public decimal? Money(SheetField field)
        {
            if (TypedFigure.Parse(this[field], new PrintedUnit("元", 10_000)).TryGet(out var value, out var refusal))
                return value;
            errors.Add(new CellError(number, Column(field), new Words(refusal.Chinese, refusal.English)));
            return null;
        }

        private int Column(SheetField field)
        {
            for (var i = 0; i < mapping.Count; i++)
            {
                if (mapping[i] == field)
                    return i;
            }

            return -1;
        }
    }
}
