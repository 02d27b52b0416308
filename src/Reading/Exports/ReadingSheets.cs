using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Text;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Documents;

namespace Luoshi.Reading.Exports;

/// <summary>What was read and found, as tables for people: one row a figure, one row a check, one row a notice or repair.</summary>
public static class ReadingSheets
{
    private const int LongestSentence = 400;
    private const int WordsBeside = 6;

    public static ExportSheet Figures(ReadingResult reading, ExportLanguage language)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new ExportSheet(language.In("数字", "Figures"), FigureColumns(language), reading.Claims.Select(claim => Figure(reading, claim, language)));
    }

    public static ExportSheet Findings(ReadingResult reading, IReadOnlyList<Finding> findings, ExportLanguage language)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(findings);
        return new ExportSheet(language.In("核算", "Audit"), FindingColumns(language), findings.Select(finding => Finding(reading, finding, language)));
    }

    /// <summary>What cleaning changed, and what was noticed about the document as a whole.</summary>
    public static ExportSheet Repairs(ReadingResult reading, ExportLanguage language)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ExportColumn[] columns =
        [
            new(language.In("文件", "Document"), 24), new(language.In("行", "Line"), 7), new(language.In("类别", "Kind"), 20),
            new(language.In("原文", "As printed"), 30), new(language.In("读作", "Read as"), 30),
        ];
        return new ExportSheet(language.In("缺损与修复", "Repairs"), columns, RepairRows(reading, language));
    }

    internal static string Sentence(ReadingResult reading, Claim claim)
    {
        if (claim.Sentence.IsEmpty)
            return "";
        var sentence = claim.Sentence.Of(reading.Clean.Text);
        return sentence.Length <= LongestSentence ? sentence : Around(reading.Clean.Text, claim.Clean, claim.Sentence);
    }

    private static ExportColumn[] FigureColumns(ExportLanguage language) =>
    [
        new(language.In("文件", "Document"), 24), new(language.In("行", "Line"), 7), new(language.In("条目", "Item"), 9),
        new(language.In("指标", "Indicator"), 28), new(language.In("原文数字", "As printed"), 16), new(language.In("数值", "Value"), 16),
        new(language.In("至", "To"), 12), new(language.In("单位", "Unit"), 9), new(language.In("界限", "Bound"), 7),
        new(language.In("计划或完成", "Stance"), 11), new(language.In("类别", "Measure"), 9), new(language.In("环节", "Stage"), 9),
        new(language.In("时期", "Period"), 12), new(language.In("起", "Start"), 7), new(language.In("止", "End"), 7),
        new(language.In("所在句", "Sentence"), 70),
    ];

    private static ExportCell[] Figure(ReadingResult reading, Claim claim, ExportLanguage language)
    {
        var document = reading.Document;
        var start = document.ColumnOf(claim.Raw.Start);
        return
        [
            document.Name, document.LineOf(claim.Raw.Start), ItemOf(reading, claim), reading.Document.Printed(claim.Indicator), claim.Raw.Of(document.Text),
            claim.Value, claim.Max, claim.Unit, claim.Bound.Sign(), language.In(claim.Stance), language.In(claim.Measure), claim.Stage,
            claim.Period?.ToString(), start, start + claim.Raw.Length, Sentence(reading, claim),
        ];
    }

    private static ExportColumn[] FindingColumns(ExportLanguage language) =>
    [
        new(language.In("文件", "Document"), 24), new(language.In("行", "Line"), 7), new(language.In("条目", "Item"), 9),
        new(language.In("核算关系", "Relation"), 11), new(language.In("指标", "Indicator"), 28), new(language.In("结论", "Verdict"), 14),
        new(language.In("完成", "Actual"), 14), new(language.In("单位", "Unit"), 9), new(language.In("计划", "Plan"), 14),
        new(language.In("反推计划", "Implied plan"), 14), new(language.In("所印百分比", "Printed %"), 12), new(language.In("环节提前", "Earlier stage"), 13),
        new(language.In("越低越好", "Lower is better"), 13), new(language.In("算式与说明", "Working"), 90),
    ];

    private static ExportCell[] Finding(ReadingResult reading, Finding finding, ExportLanguage language)
    {
        var subject = reading.Claims[finding.Subject];
        return
        [
            reading.Document.Name, reading.Document.LineOf(subject.Raw.Start), finding.Item, language.In(finding.Relation), reading.Document.Printed(finding.Indicator),
            language.In(finding.Verdict), finding.Actual, finding.Unit, finding.Plan, finding.ImpliedPlan, finding.Percent,
            finding.Stage ? language.In("是", "yes") : null, finding.LowerIsBetter ? language.In("是", "yes") : null,
            language.In(finding.Chinese, finding.English),
        ];
    }

    private static IEnumerable<IReadOnlyList<ExportCell>> RepairRows(ReadingResult reading, ExportLanguage language)
    {
        var document = reading.Document;
        foreach (var notice in document.Notices)
            yield return Row(document.Name, LineOf(document, notice.Span), notice.Code, language.In(notice.Chinese, notice.English));
        foreach (var repair in reading.Clean.Repairs)
            yield return Row(document.Name, document.LineOf(repair.Raw.Start), language.In(repair.Kind), AsPrinted(reading, repair), ReadAs(reading, repair));
    }

    // A ? alone says nothing: lost characters are shown among the words they stood in.
    private static string AsPrinted(ReadingResult reading, Repair repair) =>
        repair.Kind is RepairKind.Guessed or RepairKind.Damage ? Beside(reading.Document.Text, repair.Raw) : repair.Raw.Of(reading.Document.Text);

    private static string ReadAs(ReadingResult reading, Repair repair) =>
        repair.Kind is RepairKind.Guessed or RepairKind.Damage ? Beside(reading.Clean.Text, repair.Clean) : repair.Clean.Of(reading.Clean.Text);

    private static string Beside(string text, SourceSpan place)
    {
        var (start, end) = (Math.Max(0, place.Start - WordsBeside), Math.Min(text.Length, place.End + WordsBeside));
        start += text.AsSpan(start, place.Start - start).LastIndexOfAny('\n', '\r') + 1;
        var cut = text.AsSpan(place.End, end - place.End).IndexOfAny('\n', '\r');
        return text[start..(cut < 0 ? end : place.End + cut)];
    }

    private static ExportCell[] Row(params ExportCell[] cells) => cells;

    private static ExportCell LineOf(SourceDocument document, SourceSpan? span) => span is { } place ? document.LineOf(place.Start) : (string?)null;

    private static string? ItemOf(ReadingResult reading, Claim claim) =>
        claim.Block < reading.Outline.Blocks.Count ? reading.Outline.Blocks[claim.Block].Number : null;

    private static string Around(string text, SourceSpan figure, SourceSpan sentence)
    {
        var start = Math.Max(sentence.Start, figure.Start - (LongestSentence / 2));
        var end = Math.Min(sentence.End, figure.End + (LongestSentence / 2));
        return $"{(start > sentence.Start ? "…" : "")}{text[start..end]}{(end < sentence.End ? "…" : "")}";
    }
}
