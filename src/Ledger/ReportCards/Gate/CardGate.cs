using Luoshi.Reading;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Documents;

namespace Luoshi.Ledger.ReportCards.Gate;

/// <summary>
/// Reads a card back before the public does: every figure must be the ledger's and stand beside its own name and percentage,
/// none of the ledger's may be lost, every percentage must follow from the numbers printed with it, every promise must be
/// quoted as it was made.
/// </summary>
internal static class CardGate
{
    public static IReadOnlyList<ExpectedNumber> Expect(CardText card, IEnumerable<CardItem> items)
    {
        var all = items.ToArray();
        var numbers = all.ToDictionary(i => i.Id, i => i.Number);
        var figures = all.SelectMany(i => i.Figures).ToDictionary(f => f.Indicator);
        return
        [
            .. from paragraph in card.Paragraphs
               from number in paragraph.Numbers
               let item = paragraph.Item is { } id ? numbers[id] : 0
               select new ExpectedNumber(item, number.As, number.Value, number.Unit, number.Indicator, number.Place.Of(paragraph.Text))
               {
                   Name = number.Name,
                   PartOf = number.PartOf,
                   Items = number.Items,
                   Promised = number.As == PrintedAs.Amount && Figure(number) is { Promised: { } promised } one ? new PrintedGoal(promised.Value, promised.Print(one.Unit)) : null,
                   Decision = number.As == PrintedAs.Amount ? Figure(number)?.Changed?.Decision.Trim() : null,
                   Plan = number.As == PrintedAs.Amount && Figure(number) is { OfPlan: not null, Denominator: { } whole } share ? new PrintedGoal(whole, share.Unit.Print(whole)) : null,
               },
        ];

        CardFigure? Figure(PrintedNumber number) => number.Indicator is { } id ? figures.GetValueOrDefault(id) : null;
    }

    /// <param name="generated">The text the ledger wrote, whose promises are quotations; null when there is none to hold it against.</param>
    public static IReadOnlyList<GateProblem> Check(string text, IReadOnlyList<ExpectedNumber> expected, string? generated = null)
    {
        var reading = LuoshiReader.Read(new SourceDocument("card.txt", DocumentFormat.Text, "utf-8", text, []));
        var findings = LuoshiReader.Audit([reading])[0];
        var places = new CardPlaces(reading);
        var problems = new List<GateProblem>();
        Figures(places, expected, problems);
        PercentPairs.Check(places, findings, expected, problems);
        if (generated is not null)
            Promises(text, generated, problems);
        WordChecks.Check(text, expected, generated, problems);
        foreach (var finding in findings.Where(f => f.Verdict is Verdict.Inconsistent or Verdict.Truncated))
        {
            var sentence = places.Sentence(reading.Claims[finding.Subject]);
            problems.Add(new GateProblem("card.does_not_recompute", new Words($"“{sentence}”一句不能重算。{finding.Chinese}", $"\"{sentence}\" does not recompute. {finding.English}"), places.Item(reading.Claims[finding.Subject])));
        }

        return problems;
    }

    private static void Figures(CardPlaces places, IReadOnlyList<ExpectedNumber> expected, List<GateProblem> problems)
    {
        var open = expected.GroupBy(e => e.Paragraph).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var claim in places.Reading.Claims)
        {
            if (claim.Optional || places.IsPromise(claim) || places.IsDecision(claim, expected))
                continue;
            var paragraph = places.Item(claim);
            // A number said twice in one paragraph is the same number: what was found once may be found again.
            var found = expected.Where(e => (paragraph is null || e.Paragraph == paragraph) && Same(e, claim)).ToArray();
            if (paragraph is { } number)
                open.GetValueOrDefault(number, []).RemoveAll(e => Same(e, claim));
            if (found.Length == 0 && claim.Stance == Stance.Done)
                problems.Add(GateMessages.Strange(places, claim, paragraph, expected));
            else if (paragraph is > 0 && NameChecks.IsAnothers(claim, found, expected) is { } own)
                problems.Add(GateMessages.Swapped(places, claim, own));
        }

        foreach (var lost in open.Values.SelectMany(l => l).Where(e => e.As != PrintedAs.Count))
            problems.Add(new GateProblem("card.figure_lost", new Words($"第{lost.Paragraph}项的“{lost.Name}{lost.Printed}”在正文中没有读到，请补回。", $"\"{lost.Name} {lost.Printed}\" of item {lost.Paragraph} was not found in the text; put it back."), lost.Paragraph));
    }

    private static void Promises(string text, string generated, List<GateProblem> problems)
    {
        var printed = text.Split('\n').ToHashSet(StringComparer.Ordinal);
        foreach (var promise in generated.Split('\n').Where(CardPlaces.IsPromiseLine))
        {
            if (!printed.Contains(promise))
                problems.Add(new GateProblem("card.promise_differs", new Words($"承诺原文被改动或删去：“{CardPlaces.Cut(promise)}”。承诺只能照原文引用。", $"A promise was changed or left out: \"{CardPlaces.Cut(promise)}\". Promises are quoted as they were made.")));
        }
    }

    internal static bool Same(ExpectedNumber expected, Claim claim) => expected.Value == claim.Value && expected.Unit == claim.Unit;
}
