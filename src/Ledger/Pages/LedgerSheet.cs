using Luoshi.Platform.Ui;
using Luoshi.Reading.Exports;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Ledger.Pages;

/// <summary>What a list's page shows, as an Excel sheet.</summary>
internal static class LedgerSheet
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IResult Download(ListView view, UiContext ui)
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(stream, [Sheet(view, ui)]);
        return Results.File(stream.ToArray(), Excel, $"{view.List.Title} {view.Period}.xlsx");
    }

    private static ExportSheet Sheet(ListView view, UiContext ui) => new(
        ui.Pick("台账", "Ledger"),
        [
            new(ui.Pick("件", "Commitment"), 30), new(ui.Pick("项", "No."), 6), new(ui.Pick("事项", "Item"), 24), new(ui.Pick("牵头单位", "Lead unit"), 20),
            new(ui.Pick("指标", "Indicator"), 28), new(ui.Pick("单位", "Unit"), 10), new(ui.Pick("承诺", "Promise"), 14), new(ui.Pick("工作计划", "Working plan"), 14),
            new(ui.Pick("完成", "Result"), 14), new(ui.Pick("占年计划%", "Of plan, %"), 12), new(ui.Pick("序时%", "Due, %"), 10), new(ui.Pick("进度", "Progress"), 16), new(ui.Pick("说明", "Why"), 60),
        ],
        Rows(view, ui));

    private static IEnumerable<IReadOnlyList<ExportCell>> Rows(ListView view, UiContext ui)
    {
        foreach (var (commitment, items) in view.Bundles)
        {
            foreach (var item in items)
            {
                foreach (var line in item.Indicators)
                {
                    var (indicator, known) = (line.Facts.Indicator, line.Facts.Known);
                    yield return
                    [
                        commitment?.Promise, item.Item.Number, item.Item.Name, item.Lead, indicator.Name, indicator.Printed.ToString(),
                        known.Promised?.Value / indicator.Power, known.WorkingPlan / indicator.Power, known.Actual / indicator.Power,
                        line.Found.OfPlan?.Value, line.Found.Due?.Value, ui[Acting.LocalRules.Look(view.Pack, line.Light, line.Progress).Label], ui[line.Found.Reason],
                    ];
                }
            }
        }
    }
}
