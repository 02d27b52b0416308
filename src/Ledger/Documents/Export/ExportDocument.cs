using Luoshi.Ledger.Documents.Read;
using Luoshi.Platform.Ui;
using Luoshi.Reading.Exports;
using Luoshi.Reading.Exports.Html;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Ledger.Documents.Export;

/// <summary>Figures or checks of a document as a file, in the reader's language, with the corrections in force.</summary>
internal static class ExportDocument
{
    public static readonly string[] Formats = ["html", "xlsx", "csv", "jsonl"];

    /// <param name="part"><c>figures</c> or <c>audit</c>.</param>
    public static IResult? Make(OpenDocument document, string part, string format, Language spoken)
    {
        var language = spoken == Language.Chinese ? ExportLanguage.Chinese : ExportLanguage.English;
        var write = (part, format) switch
        {
            ("figures", "jsonl") => stream => ReadingJson.WriteFigures(stream, document.Current),
            ("audit", "jsonl") => stream => ReadingJson.WriteFindings(stream, document.Current, document.Findings),
            ("figures", "csv") => stream => CsvWriter.Write(stream, ReadingSheets.Figures(document.Current, language)),
            ("audit", "csv") => stream => CsvWriter.Write(stream, ReadingSheets.Findings(document.Current, document.Findings, language)),
            ("figures", "xlsx") => stream => XlsxWriter.Write(stream, [ReadingSheets.Figures(document.Current, language), ReadingSheets.Repairs(document.Current, language)]),
            ("audit", "xlsx") => stream => XlsxWriter.Write(stream, [ReadingSheets.Findings(document.Current, document.Findings, language), ReadingSheets.Figures(document.Current, language)]),
            (_, "html") when part is "figures" or "audit" => stream => ReadingHtml.Write(stream, document.Current, document.Findings, language),
            _ => (Action<Stream>?)null,
        };
        if (write is null)
            return null;
        var content = new MemoryStream();
        write(content);
        content.Position = 0;
        return Results.File(content, TypeOf(format), FileName(document, part, format));
    }

    private static string FileName(OpenDocument document, string part, string format)
    {
        var stem = Path.GetFileNameWithoutExtension(document.Facts.Name);
        return part == "audit" ? $"{stem}.audit.{format}" : $"{stem}.{format}";
    }

    private static string TypeOf(string format) => format switch
    {
        "jsonl" => "application/jsonl; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    };
}
