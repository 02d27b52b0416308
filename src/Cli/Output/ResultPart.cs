using Luoshi.Cli.Runs;
using Luoshi.Reading.Exports;
using Luoshi.Reading.Exports.Html;

namespace Luoshi.Cli.Output;

/// <summary>One file a document gets, and how it is written.</summary>
/// <param name="Suffix">Behind the document's name: <c>.rows.jsonl</c>.</param>
/// <param name="Write">Writes a report; the flag tells the first of several in one stream, which carries headers.</param>
internal sealed record ResultPart(string Suffix, Action<Stream, DocumentReport, bool> Write)
{
    /// <summary>The files of a format. The first is also what goes to standard output.</summary>
    /// <param name="together">True where several documents share one stream and must name themselves.</param>
    public static IReadOnlyList<ResultPart> Of(DocumentRequest request, bool together)
    {
        var language = request.Language;
        return (request.Format, request.Audit) switch
        {
            (OutputFormat.Table, false) => [new(".figures.txt", (stream, report, _) => FigureTable.Write(stream, report.Reading, language, together))],
            (OutputFormat.Table, true) => [new(".audit.txt", (stream, report, _) => FindingTable.Write(stream, report, language, together))],
            (OutputFormat.Jsonl, false) => [Figures(together)],
            (OutputFormat.Jsonl, true) =>
            [
                new(".findings.jsonl", (stream, report, _) => ReadingJson.WriteFindings(stream, report.Reading, report.Findings!, together)),
                new(".rows.jsonl", (stream, report, _) => ReadingJson.WriteRows(stream, report.Reading, report.Findings!, together)),
                Figures(together),
            ],
            (OutputFormat.Csv, false) => [FigureSheet(language)],
            (OutputFormat.Csv, true) =>
            [
                new(".audit.csv", (stream, report, first) => CsvWriter.Write(stream, ReadingSheets.Findings(report.Reading, report.Findings!, language), first)),
                FigureSheet(language),
            ],
            (OutputFormat.Xlsx, _) => [new(".xlsx", (stream, report, _) => XlsxWriter.Write(stream, Sheets(report, language)))],
            (OutputFormat.Html, _) => [new(".html", (stream, report, _) => ReadingHtml.Write(stream, report.Reading, report.Findings, language))],
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Format, message: null),
        };
    }

    private static ResultPart Figures(bool together) => new(".jsonl", (stream, report, _) => ReadingJson.WriteFigures(stream, report.Reading, together));

    private static ResultPart FigureSheet(ExportLanguage language) =>
        new(".csv", (stream, report, first) => CsvWriter.Write(stream, ReadingSheets.Figures(report.Reading, language), first));

    private static List<ExportSheet> Sheets(DocumentReport report, ExportLanguage language)
    {
        var sheets = new List<ExportSheet> { ReadingSheets.Figures(report.Reading, language) };
        if (report.Findings is { } findings)
            sheets.Insert(0, ReadingSheets.Findings(report.Reading, findings, language));
        sheets.Add(ReadingSheets.Repairs(report.Reading, language));
        return sheets;
    }
}
