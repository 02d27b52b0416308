using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Luoshi.Ledger.Pages;
using Luoshi.Reading.Exports;

namespace Luoshi.Ledger.ReportCards.Official;

/// <summary>A published card as data: one row a printed number. The fields are described in <c>docs/open-data.md</c>.</summary>
internal static class OpenData
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static byte[] Csv(CardView view)
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, new ExportSheet(
            "card",
            [new("place", 12), new("list", 24), new("period", 10), new("item", 8), new("kind", 10), new("printed", 14), new("value", 14), new("unit", 10), new("indicator_id", 36), new("verification", 18), new("name", 24), new("part_of", 36)],
            view.Figures.Select(f => (IReadOnlyList<ExportCell>)[view.List.Place, view.List.Title, view.Card.Period.ToString(), f.Paragraph, Kind(f.As), f.Printed, f.Value, f.Unit, f.Indicator?.ToString(), Level(view, f.Indicator), f.Name, f.PartOf?.ToString()])));
        return stream.ToArray();
    }

    public static byte[] Json(CardView view) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Schema = 2,
            view.List.Place,
            List = view.List.Title,
            Period = view.Card.Period.ToString(),
            view.Card.Title,
            view.Card.PublishedAt,
            Rules = view.Card.RulesVersion,
            Paragraphs = view.Card.Text.Split('\n'),
            PartsApart = view.Warnings.Select(w => new { w.Message.Chinese, w.Message.English }),
            Photos = view.Photos.Select(p => new { Item = view.ItemNumbers.GetValueOrDefault(p.ItemId), Path = $"/cards/{view.Card.Id}/photos/{p.Id}.jpg", Caption = p.AltText }),
            Curves = view.Curves.Values.Select(c => new { IndicatorId = c.Indicator, c.Name, c.Unit, c.Promised, c.Planned, c.Actual }),
            Figures = view.Figures.Select(f => new { Item = f.Paragraph, Kind = Kind(f.As), f.Printed, f.Value, f.Unit, f.Name, IndicatorId = f.Indicator, f.PartOf, f.Items, Verification = Level(view, f.Indicator) }),
        },
        Options);

    private static string? Level(CardView view, Guid? indicator) => indicator is { } id && view.Levels.TryGetValue(id, out var level) ? Verifying.VerificationTexts.Code(level) : null;

    private static string Kind(PrintedAs printed) => printed switch
    {
        PrintedAs.Amount => "amount",
        PrintedAs.OfPlan => "of_plan",
        PrintedAs.Plan => "plan",
        PrintedAs.Part => "part",
        _ => "count",
    };
}
