using Luoshi.Kernel.Quantities;
using Luoshi.Reading;
using Luoshi.Reading.Exports;

namespace Luoshi.Cli.Output;

/// <summary>The figures of a document for a terminal.</summary>
internal static class FigureTable
{
    public static void Write(Stream stream, ReadingResult reading, ExportLanguage language, bool named)
    {
        using var writer = Terminal.Writer(stream);
        Terminal.Heading(writer, reading, named);
        foreach (var notice in reading.Document.Notices)
            writer.WriteLine($"! {language.In(notice.Chinese, notice.English)}");
        TextTable.Write(
            writer,
            [
                new(language.In("行", "Line"), Right: true),
                new(language.In("原文", "As printed"), Least: 10),
                new(language.In("数值", "Value"), Right: true),
                new(language.In("单位", "Unit"), Least: 6),
                new(language.In("界限", "Bound")),
                new(language.In("性质", "Stance")),
                new(language.In("类别", "Measure")),
                new(language.In("时期", "Period")),
                new(language.In("指标", "Indicator"), Least: 12),
            ],
            reading.Claims.Select(claim => new[]
            {
                Terminal.Number(reading.Document.LineOf(claim.Raw.Start)),
                claim.Raw.Of(reading.Document.Text),
                PlainNumber.Format(claim.Value) + (claim.Max is { } max ? $"–{PlainNumber.Format(max)}" : ""),
                claim.Unit,
                claim.Bound == Bound.Exact ? "" : claim.Bound.Sign(),
                language.In(claim.Stance),
                language.In(claim.Measure),
                claim.Period?.ToString() ?? "",
                claim.Indicator,
            }).ToList(),
            Terminal.Width);
        writer.WriteLine(language.In($"共 {reading.Claims.Count} 个数字", $"{reading.Claims.Count} figures"));
    }
}
