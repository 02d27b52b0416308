using Luoshi.Reading.Audits;
using Luoshi.Reading.Exports;

namespace Luoshi.Reading.Tests.Labelled;

/// <summary>A folder of documents with labels beside them, read and scored.</summary>
internal static class LabelledSet
{
    /// <param name="labels">Folder of <c>NAME.gold.jsonl</c> and <c>NAME.rows.jsonl</c>.</param>
    /// <param name="documents">Folder of <c>NAME.txt</c>.</param>
    public static (Score Figures, Score Rows) Read(string labels, string documents)
    {
        var (figures, rows) = (new Score(), new Score());
        foreach (var path in Directory.EnumerateFiles(labels, "*.gold.jsonl").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path)[..^".gold.jsonl".Length];
            var reading = LuoshiReader.Read(File.ReadAllBytes(Path.Combine(documents, name + ".txt")), name + ".txt").Value;
            var read = reading.Claims.Select(claim => LabelledFigure.Of(claim, reading.Document)).ToList();
            figures.Add(Score.OfFigures(name, LabelFile.Load<LabelledFigure>(path), read));

            var rowPath = Path.Combine(labels, name + ".rows.jsonl");
            if (File.Exists(rowPath))
                rows.Add(Score.OfRows(name, LabelFile.Load<LabelledRow>(rowPath), Audited(reading)));
        }

        return (figures, rows);
    }

    private static List<LabelledRow> Audited(ReadingResult reading) =>
        [.. LuoshiReader.Audit([reading])[0]
            .Where(finding => finding.Relation == Relation.OfPlan && finding.Verdict != Verdict.CannotTell)
            .Select(finding => new LabelledRow
            {
                Line = reading.Document.LineOf(reading.Claims[finding.Subject].Raw.Start),
                Indicator = finding.Indicator,
                Actual = finding.Actual,
                Unit = finding.Unit,
                Plan = finding.Plan,
                Percent = finding.Percent,
                ImpliedPlan = finding.ImpliedPlan,
                Verdict = finding.Verdict.Word(),
                Optional = finding.Optional,
            })];
}
