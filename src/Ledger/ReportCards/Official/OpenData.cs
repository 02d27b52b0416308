using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.Ledger.Pages;
using Luoshi.Reading.Exports;

namespace Luoshi.Ledger.ReportCards.Official;

/// <summary>A published card as data: tables for people, JSON for programs. The fields are described in <c>docs/open-data.md</c>.</summary>
internal static class OpenData
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static byte[] Csv(CardView view, ExportLanguage language)
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, CardTable.Of(view, language));
        return stream.ToArray();
    }

    public static byte[] Xlsx(CardView view, ExportLanguage language)
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(stream, [CardTable.Of(view, language), CardTable.Text(view, language)]);
        return stream.ToArray();
    }

    public static byte[] Json(CardView view) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Schema = 3,
            view.List.Place,
            List = view.List.Title,
            Period = view.Card.Period.ToString(),
            view.Card.Title,
            view.Publisher,
            view.Card.PublishedAt,
            Rules = view.Card.RulesVersion,
            Paragraphs = view.Card.Text.Split('\n'),
            PartsApart = view.Warnings.Select(w => new { w.Message.Chinese, w.Message.English }),
            Photos = view.Photos.Select(p => new { Item = view.ItemNumbers.GetValueOrDefault(p.ItemId), Path = $"/cards/{view.Card.Id}/photos/{p.Id}.jpg", Caption = p.AltText }),
            Curves = view.Curves.Values.Select(c => new { IndicatorId = c.Indicator, c.Name, c.Unit, c.Promised, PlannedBy = c.OwnPlan ? "plan" : "pace", c.Planned, c.Actual }),
            Figures = view.Figures.Select(f => new { Item = f.Paragraph, Kind = Kind(f.As), f.Printed, f.Value, f.Unit, f.Name, Promised = f.Promised?.Value, Plan = f.Plan?.Value, IndicatorId = f.Indicator, f.PartOf, f.Items, Verification = Level(view, f.Indicator) }),
        },
        Options);

    private static string? Level(CardView view, Guid? indicator) => indicator is { } id && view.Levels.TryGetValue(id, out var level) ? Verifying.VerificationTexts.Code(level) : null;

    private static string Kind(PrintedAs printed) => printed switch
    {
        PrintedAs.Amount => "amount",
        PrintedAs.OfPlan => "of_plan",
        PrintedAs.Plan => "plan",
        PrintedAs.Part => "part",
        PrintedAs.OfOriginal => "of_original",
        _ => "count",
    };
}
