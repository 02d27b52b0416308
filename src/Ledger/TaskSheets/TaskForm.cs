using System.Globalization;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Pages;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.TaskSheets;

/// <summary>The form for an item's line of the task sheet: what it shows, and what was typed into it. Every wrong field is told at once.</summary>
internal static class TaskForm
{
    private static readonly PrintedUnit Wan = new("元", 10_000);

    public static IReadOnlyList<(string Name, Words Label)> FundColumns { get; } = [("planned", TaskTexts.Planned), ("arrived", TaskTexts.Arrived), ("paid", TaskTexts.Paid)];

    public static string Amount(Guid indicator, int quarter) => $"a-{indicator}-{quarter}";

    public static string Wording(Guid indicator, int quarter) => $"t-{indicator}-{quarter}";

    public static FormState Of(TaskItem task)
    {
        var item = task.Item;
        var form = new FormState()
            .With("seen", item.RowVersion.ToString(CultureInfo.InvariantCulture)).With("content", item.Content).With("location", item.Location).With("place", task.Place?.ToString())
            .With("contact", item.Contact).With("basis", item.PolicyBasis).With("summary", item.PublicSummary).With("total", Money(item.TotalInvestment)).With("year", Money(item.YearInvestment));
        for (var i = 0; i < FundSources.All.Count; i++)
        {
            var fund = task.Fund(FundSources.All[i]);
            form.With($"f{i}-planned", Money(fund?.Planned)).With($"f{i}-arrived", Money(fund?.Arrived)).With($"f{i}-paid", Money(fund?.Paid));
        }

        foreach (var line in task.Indicators.Where(l => !l.IsPart))
        {
            for (var quarter = 1; quarter <= 4; quarter++)
            {
                var entry = line.At(quarter * 3);
                form.With(Amount(line.Indicator.Id, quarter), entry?.Amount is { } amount ? line.Indicator.Printed.Number(amount) : "").With(Wording(line.Indicator.Id, quarter), entry?.Words);
            }
        }

        return form;
    }

    /// <returns>Null when something could not be read; the form tells what.</returns>
    public static TaskEdit? Read(TaskItem task, FormState form)
    {
        MapPlace? place = null;
        if (form["place"].Length > 0)
        {
            if (MapPlace.TryParse(form["place"], out var found))
                place = found;
            else
                form.Reject("place", TaskTexts.CoordinatesHint);
        }

        DateOnly? from = null;
        if (LedgerRoutes.DayOf(form["from"], "from").TryGet(out var day, out var noDay))
            from = day;
        else
            form.Reject(noDay);
        _ = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen);
        var edit = new TaskEdit
        {
            ItemId = task.Item.Id,
            SeenVersion = seen,
            Content = form["content"],
            Location = form["location"],
            Place = place,
            Contact = form["contact"],
            PolicyBasis = form["basis"],
            PublicSummary = form["summary"],
            TotalInvestment = Number("total", Wan),
            YearInvestment = Number("year", Wan),
            Funds = [.. FundSources.All.Select((source, i) => new TaskFund(source, Number($"f{i}-planned", Wan) ?? 0, Number($"f{i}-arrived", Wan) ?? 0, Number($"f{i}-paid", Wan) ?? 0))],
            Plan =
            [
                .. task.Indicators.Where(l => !l.IsPart).SelectMany(l => Enumerable.Range(1, 4)
                    .Select(q => new TaskPlan(l.Indicator.Id, q * 3, Number(Amount(l.Indicator.Id, q), l.Indicator.Printed), form[Wording(l.Indicator.Id, q)]))),
            ],
            From = from,
            Decision = form["decision"],
            Reason = form["reason"],
        };
        return form.HasErrors ? null : edit;

        decimal? Number(string field, PrintedUnit unit)
        {
            if (TypedFigure.Parse(form[field], unit).TryGet(out var value, out var refusal))
                return value;
            form.Reject(refusal with { Where = field });
            return null;
        }
    }

    private static string Money(decimal? yuan) => yuan is { } known ? Wan.Number(known) : "";
}
