using System.Globalization;
using Luoshi.Reading;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Documents;

namespace Luoshi.Ledger.ReportCards.Gate;

/// <summary>A number the ledger stands behind, as it has to be found again in the text of a card.</summary>
/// <param name="Paragraph">Number of the item the paragraph tells of; 0 for the opening.</param>
internal sealed record ExpectedNumber(int Paragraph, PrintedAs As, decimal Value, string Unit, Guid? Indicator, string Printed);

/// <summary>Why a card may not go out as it is.</summary>
internal sealed record GateProblem(string Code, Words Message);

/// <summary>
/// Reads a card back before the public does: every figure must be the ledger's, none of the ledger's may be lost,
/// and every percentage must follow from the numbers printed beside it.
/// </summary>
internal static class CardGate
{
    public static IReadOnlyList<ExpectedNumber> Expect(CardText card, IEnumerable<CardItem> items)
    {
        var numbers = items.ToDictionary(i => i.Id, i => i.Number);
        return
        [
            .. from paragraph in card.Paragraphs
               from number in paragraph.Numbers
               let item = paragraph.Item is { } id ? numbers[id] : 0
               select new ExpectedNumber(item, number.As, number.Value, number.Unit, number.Indicator, number.Place.Of(paragraph.Text)),
        ];
    }

    public static IReadOnlyList<GateProblem> Check(string text, IReadOnlyList<ExpectedNumber> expected)
    {
        var reading = LuoshiReader.Read(new SourceDocument("card.txt", DocumentFormat.Text, "utf-8", text, []));
        var problems = new List<GateProblem>();
        Figures(reading, expected, problems);
        foreach (var finding in LuoshiReader.Audit([reading])[0])
        {
            if (finding.Verdict is Verdict.Inconsistent or Verdict.Truncated)
                problems.Add(new GateProblem("card.does_not_recompute", new Words($"“{finding.Indicator}”：{finding.Chinese}", $"\"{finding.Indicator}\": {finding.English}")));
        }

        return problems;
    }

    private static void Figures(ReadingResult reading, IReadOnlyList<ExpectedNumber> expected, List<GateProblem> problems)
    {
        var open = expected.GroupBy(e => e.Paragraph).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var claim in reading.Claims)
        {
            if (claim.Optional || Paragraph(reading, claim) is not { } paragraph)
                continue;
            var left = open.GetValueOrDefault(paragraph, []);
            // A number said twice in one paragraph is the same number: what was found once may be found again.
            var found = expected.FirstOrDefault(e => e.Paragraph == paragraph && Same(e, claim));
            left.RemoveAll(e => Same(e, claim));
            if (found is null && claim.Stance == Stance.Done)
                problems.Add(Strange(reading, claim, paragraph));
        }

        foreach (var lost in open.Values.SelectMany(l => l).Where(e => e.As != PrintedAs.Count))
            problems.Add(new GateProblem("card.figure_lost", new Words($"第{lost.Paragraph}项的“{lost.Printed}”在正文中没有读到。", $"\"{lost.Printed}\" of item {lost.Paragraph} was not found in the text.")));
    }

    private static bool Same(ExpectedNumber expected, Claim claim) => expected.Value == claim.Value && expected.Unit == claim.Unit;

    private static GateProblem Strange(ReadingResult reading, Claim claim, int paragraph)
    {
        var printed = claim.Raw.Of(reading.Document.Text);
        return paragraph == 0
            ? new GateProblem("card.count_differs", new Words($"开头的“{printed}”与台账统计不符。", $"\"{printed}\" in the opening is not what the ledger counts."))
            : new GateProblem("card.figure_differs", new Words($"第{paragraph}项的“{printed}”不在台账中。", $"\"{printed}\" of item {paragraph} is not in the ledger."));
    }

    /// <summary>The item a figure's line tells of, 0 for the opening; null for promises, which are quoted and not results.</summary>
    private static int? Paragraph(ReadingResult reading, Claim claim)
    {
        var document = reading.Document;
        var line = document.LineOf(claim.Raw.Start);
        if (line == 2)
            return 0;
        var text = document.Text.AsSpan(document.LineStarts[line - 1]);
        var dot = text.IndexOf('.');
        return dot is > 0 and < 5 && int.TryParse(text[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
