using Luoshi.Cli.Runs;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Exports;

namespace Luoshi.Cli.Output;

/// <summary>What the audit says of a document, for a terminal: conflicts first, each with its working.</summary>
internal static class FindingTable
{
    public static void Write(Stream stream, DocumentReport report, ExportLanguage language, bool named)
    {
        var (reading, findings) = (report.Reading, report.Findings!);
        using var writer = Terminal.Writer(stream);
        Terminal.Heading(writer, reading, named);
        foreach (var finding in findings.Where(finding => finding.Verdict == Verdict.Inconsistent))
        {
            var line = reading.Document.LineOf(reading.Claims[finding.Subject].Raw.Start);
            writer.WriteLine(language.In($"✗ 第 {line} 行 {finding.Indicator}", $"✗ line {line} {finding.Indicator}"));
            writer.WriteLine($"  {language.In(finding.Chinese, finding.English)}");
        }

        TextTable.Write(
            writer,
            [
                new(language.In("行", "Line"), Right: true),
                new(language.In("条目", "Item")),
                new(language.In("关系", "Relation")),
                new(language.In("结论", "Verdict")),
                new(language.In("完成", "Actual"), Right: true),
                new(language.In("计划", "Plan"), Right: true),
                new("%", Right: true),
                new(language.In("指标", "Indicator"), Least: 12),
                new(language.In("算式", "Working"), Least: 20),
            ],
            findings.OrderByDescending(finding => finding.Verdict == Verdict.Inconsistent).Select(finding => new[]
            {
                Terminal.Number(reading.Document.LineOf(reading.Claims[finding.Subject].Raw.Start)),
                finding.Item ?? "",
                language.In(finding.Relation),
                language.In(finding.Verdict) + (finding.Stage ? language.In("（环节提前）", " (earlier stage)") : ""),
                PlainNumber.Format(finding.Actual) + finding.Unit,
                Plan(finding),
                finding.Percent is { } percent ? PlainNumber.Format(percent) : "",
                finding.Indicator,
                language.In(finding.Chinese, finding.English),
            }).ToList(),
            Terminal.Width);
        var conflicts = findings.Count(finding => finding.Verdict == Verdict.Inconsistent);
        writer.WriteLine(language.In($"共核算 {findings.Count} 处，{conflicts} 处不符", $"{findings.Count} checks, {conflicts} conflicts"));
    }

    private static string Plan(Finding finding) =>
        finding.Plan is { } plan ? PlainNumber.Format(plan) :
        finding.ImpliedPlan is { } implied ? $"({PlainNumber.Format(implied)})" : "";
}
