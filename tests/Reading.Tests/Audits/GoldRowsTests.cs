using System.Text;
using System.Text.Json;
using Luoshi.Reading.Audits;

namespace Luoshi.Reading.Tests.Audits;

/// <summary>The rows of labelled report cards, audited from the hand labels of their figures.</summary>
public class GoldRowsTests
{
    [Theory]
    [InlineData("002_bf6b56c9ad327146")]
    [InlineData("more/d3_card_prose_trad")]
    public void Every_row_of_a_labelled_card_is_found_and_judged_as_a_careful_reader_judges_it(string name)
    {
        if (!GoldReading.IsThere && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip("The labelled documents are not on this machine.");
        var reading = GoldReading.Of(name);
        var findings = Auditor.Audit(reading).Where(finding => finding.Relation == Relation.OfPlan).ToList();
        var wrong = new StringBuilder();
        var labels = File.ReadLines(Path.Combine(GoldReading.Folder, name + ".rows.jsonl")).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var left = findings.ToList();
        foreach (var label in labels)
        {
            var found = left.Find(finding => LineOf(reading, finding) == label.GetProperty("line").GetInt32() && finding.Actual == label.GetProperty("actual").GetDecimal());
            if (found is not null)
                left.Remove(found);
            if (!label.TryGetProperty("optional", out _) && Difference(label, found) is { } difference)
                wrong.AppendLine($"{difference}: {label.GetRawText()} — {found?.Chinese}");
        }

        foreach (var invented in left)
            wrong.AppendLine($"invented: {invented.Indicator} {invented.Chinese}");
        wrong.ToString().ShouldBeEmpty();
    }

    private static int LineOf(ReadingResult reading, Finding finding) => reading.Document.LineOf(reading.Claims[finding.Subject].Raw.Start);

    private static string? Difference(JsonElement label, Finding? found)
    {
        if (found is null)
            return "missed";
        var verdict = label.GetProperty("verdict").GetString()!.Replace("_", "", StringComparison.Ordinal);
        if (!string.Equals(verdict, found.Verdict.ToString(), StringComparison.OrdinalIgnoreCase))
            return "verdict " + found.Verdict;
        if (Number(label, "plan") != found.Plan)
            return "plan " + found.Plan;
        if (Number(label, "percent") != found.Percent)
            return "percent " + found.Percent;
        if (Number(label, "implied_plan") is { } implied && implied != found.ImpliedPlan)
            return "implied " + found.ImpliedPlan;
        if (label.TryGetProperty("stage", out _) != found.Stage)
            return "stage " + found.Stage;
        return label.TryGetProperty("lower_is_better", out _) != found.LowerIsBetter ? "lower is better " + found.LowerIsBetter : null;
    }

    private static decimal? Number(JsonElement label, string field) =>
        label.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;
}
