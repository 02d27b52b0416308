using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;

namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>One row of a task sheet by what its columns mean. What cannot be read becomes an error of its cell.</summary>
internal sealed class SheetRow(IReadOnlyList<string> cells, IReadOnlyList<SheetField> mapping, int number, List<CellError> errors)
{
    private static readonly (string Source, SheetField Planned, SheetField Arrived, SheetField Paid)[] FundColumns =
    [
        (FundSources.Higher, SheetField.FundHigher, SheetField.FundHigherArrived, SheetField.FundHigherPaid),
        (FundSources.City, SheetField.FundCity, SheetField.FundCityArrived, SheetField.FundCityPaid),
        (FundSources.County, SheetField.FundCounty, SheetField.FundCountyArrived, SheetField.FundCountyPaid),
        (FundSources.Other, SheetField.FundOther, SheetField.FundOtherArrived, SheetField.FundOtherPaid),
    ];

    public string this[SheetField field] => Column(field) is var column && column >= 0 && column < cells.Count ? (IsName(field) ? CellText.OneLine(cells[column]) : cells[column]) : "";

    public string? Text(SheetField field) => this[field] is { Length: > 0 } text ? text : null;

    public void Wrong(SheetField field, Words message) => errors.Add(new CellError(number, Column(field), message));

    public DateOnly? Day(SheetField field, int planYear)
    {
        var text = this[field];
        if (text.Length == 0)
            return null;
        if (SheetDeadline.TryParse(text, planYear, out var day))
            return day;
        Wrong(field, new Words($"看不懂完成时限“{text}”，请写成“10月底”或“2025年10月31日”。", $"The deadline \"{text}\" cannot be read; write 10月底 or 2025年10月31日."));
        return null;
    }

    public string? Short(SheetField field, int most, Words name)
    {
        if (this[field].Length <= most)
            return Text(field);
        Wrong(field, new Words($"{name.Chinese}超过{most}字。", $"The {name.English} is longer than {most} characters."));
        return null;
    }

    /// <summary>Investment columns are in 万元 unless the cell says otherwise.</summary>
    public decimal? Money(SheetField field) => Figure(field, new PrintedUnit("元", 10_000));

    public decimal? Figure(SheetField field, PrintedUnit unit)
    {
        if (TypedFigure.Parse(this[field], unit).TryGet(out var value, out var refusal))
            return value;
        Wrong(field, new Words(refusal.Chinese, refusal.English));
        return null;
    }

    public IReadOnlyList<ProposedFund> Funds()
    {
        var funds = new List<ProposedFund>();
        foreach (var (source, planned, arrived, paid) in FundColumns)
        {
            var (plan, came, went) = (Money(planned), Money(arrived), Money(paid));
            if (plan is not null || came is not null || went is not null)
                funds.Add(new ProposedFund(source, plan ?? 0, came ?? 0, went ?? 0));
        }

        return funds;
    }

    public MapPlace? Place()
    {
        var text = this[SheetField.Coordinates];
        if (text.Length == 0)
            return null;
        if (MapPlace.TryParse(text, out var place))
            return place;
        Wrong(SheetField.Coordinates, new Words($"看不懂坐标“{text}”，请写成“纬度, 经度”，如“36.0917, 120.375”。", $"The place \"{text}\" cannot be read; write latitude and longitude, such as 36.0917, 120.375."));
        return null;
    }

    /// <summary>立项：3月31日；开工：2025-06-30.</summary>
    public IReadOnlyList<ProposedStep> Steps(int planYear)
    {
        var steps = new List<ProposedStep>();
        foreach (var part in this[SheetField.Steps].Split(['；', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.LastIndexOf('：');
            if (colon > 0 && colon <= IndicatorStep.MaxName && SheetDeadline.TryParse(part[(colon + 1)..], planYear, out var due))
                steps.Add(new ProposedStep(part[..colon], due));
            else
                Wrong(SheetField.Steps, new Words($"看不懂节点“{part}”，请写成“开工：6月30日”，多个节点用分号隔开。", $"The step \"{part}\" cannot be read; write 开工：6月30日 and separate several by ；."));
        }

        return steps;
    }

    public IEnumerable<(string Name, UnitRole Role)> Units() =>
        [.. Names(SheetField.Lead, UnitRole.Lead), .. Names(SheetField.Responsible, UnitRole.Responsible), .. Names(SheetField.Supporting, UnitRole.Supporting)];

    private IEnumerable<(string, UnitRole)> Names(SheetField field, UnitRole role) => CellText.Names(this[field]).Select(name => (name, role));

    private static bool IsName(SheetField field) =>
        field is SheetField.Category or SheetField.Commitment or SheetField.Item or SheetField.Indicator or SheetField.Unit or SheetField.Official or SheetField.Reporter or SheetField.Location;

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
