using Luoshi.Ledger.Pages;
using Luoshi.Ledger.ReportCards.Gate;
using Luoshi.Reading.Exports;

namespace Luoshi.Ledger.ReportCards.Official;

/// <summary>A card as a table for people: one line for each result, with what was promised, the plan and its share beside it.</summary>
internal static class CardTable
{
    public static ExportSheet Of(CardView view, ExportLanguage language) => new(
        language.In("成绩单", "Report card"),
        [
            new(language.In("地方", "Place"), 12),
            new(language.In("清单", "List"), 28),
            new(language.In("报告期", "Period"), 16),
            new(language.In("项", "Item"), 6),
            new(language.In("事项", "Item name"), 20),
            new(language.In("类别", "Kind"), 8),
            new(language.In("指标", "Indicator"), 24),
            new(language.In("承诺目标", "Promised"), 12),
            new(language.In("年计划", "Plan of the year"), 12),
            new(language.In("完成", "Result"), 12),
            new(language.In("单位", "Unit"), 8),
            new(language.In("占年计划（%）", "Share of plan (%)"), 14),
            new(language.In("承诺原样", "Promised, as printed"), 16),
            new(language.In("完成原样", "Result, as printed"), 16),
            new(language.In("核验程度", "Verification"), 14),
        ],
        view.Figures.Where(f => f.As is PrintedAs.Amount or PrintedAs.Part || f is { As: PrintedAs.Count, Items: not null }).Select(f => Row(view, f, language)));

    /// <summary>The words of the card, one paragraph a line.</summary>
    public static ExportSheet Text(CardView view, ExportLanguage language) => new(
        language.In("正文", "Text"),
        [new(language.In("正文", "Text"), 120)],
        view.Card.Text.Split('\n').Where(l => l.Length > 0).Select(l => (IReadOnlyList<ExportCell>)[l]));

    public static string PeriodName(CardView view, ExportLanguage language) => language.In(PeriodWords.Title(view.Card.Period), PeriodWords.English(view.Card.Period));

    private static IReadOnlyList<ExportCell> Row(CardView view, ExpectedNumber figure, ExportLanguage language) =>
    [
        view.List.Place,
        view.List.Title,
        PeriodName(view, language),
        figure.Paragraph > 0 ? figure.Paragraph : (decimal?)null,
        figure.Paragraph > 0 ? view.NameOf(figure.Paragraph) : null,
        Kind(figure, language),
        figure.As == PrintedAs.Part && Whole(view, figure) is { } whole ? $"{whole.Name}{language.In("：", ": ")}{figure.Name}" : figure.Name,
        figure.Promised?.Value,
        figure.Plan?.Value,
        figure.Value,
        figure.Unit,
        view.ShareOf(figure)?.Value,
        figure.Promised?.Printed,
        figure.Printed,
        figure.Indicator is { } id && view.Levels.TryGetValue(id, out var level) ? Named(Verifying.VerificationTexts.Name(level), language) : null,
    ];

    private static string Named(Words words, ExportLanguage language) => language.In(words.Chinese, words.English);

    private static ExpectedNumber? Whole(CardView view, ExpectedNumber part) => view.Figures.FirstOrDefault(f => f.As == PrintedAs.Amount && f.Indicator == part.PartOf);

    private static string Kind(ExpectedNumber figure, ExportLanguage language) => figure.As switch
    {
        PrintedAs.Part => language.In("其中", "part"),
        PrintedAs.Count => language.In("项数", "count of items"),
        _ => language.In("完成数", "result"),
    };
}
