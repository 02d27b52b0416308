using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Claims;

namespace Luoshi.Ledger.ReportCards.Gate;

/// <summary>Every refusal of the gate names its sentence and says what the ledger has instead.</summary>
internal static class GateMessages
{
    public static GateProblem Strange(CardPlaces places, Claim claim, int? paragraph, IReadOnlyList<ExpectedNumber> expected)
    {
        var (printed, sentence) = (places.Printed(claim), places.Sentence(claim));
        return paragraph switch
        {
            0 => new GateProblem("card.count_differs", new Words($"开头“{sentence}”一句中的“{printed}”与台账统计不符。", $"\"{printed}\" in the opening sentence \"{sentence}\" is not what the ledger counts.")),
            null => new GateProblem("card.figure_elsewhere", new Words($"“{sentence}”一句中的“{printed}”不在台账中。新增的话里只能用台账里的数。", $"\"{printed}\" in \"{sentence}\" is not in the ledger. Sentences that are added may only use the ledger's numbers.")),
            { } item => new GateProblem("card.figure_differs", new Words(
                $"第{item}项“{sentence}”一句中的“{printed}”不在台账中{Instead(claim, item, expected).Chinese}。",
                $"\"{printed}\" in the sentence \"{sentence}\" of item {item} is not in the ledger{Instead(claim, item, expected).English}."), item),
        };
    }

    public static GateProblem Swapped(CardPlaces places, Claim claim, ExpectedNumber own)
    {
        var (printed, sentence) = (places.Printed(claim), places.Sentence(claim));
        return new GateProblem("card.figure_swapped", new Words($"第{own.Paragraph}项“{sentence}”一句中，“{claim.Indicator}”后印的是{printed}，台账是{own.Printed}。", $"In \"{sentence}\" of item {own.Paragraph}, {printed} stands for \"{claim.Indicator}\"; the ledger has {own.Printed}."), own.Paragraph);
    }

    public static GateProblem WrongPercent(CardPlaces places, Claim claim, decimal printed, decimal own)
    {
        var sentence = places.Sentence(claim);
        return new GateProblem("card.percent_of_another", new Words($"“{sentence}”一句中，{places.Printed(claim)}的百分比印成了{new Percent(printed)}，台账是{new Percent(own)}。", $"In \"{sentence}\" the percentage of {places.Printed(claim)} is printed as {new Percent(printed)}; the ledger has {new Percent(own)}."), places.Item(claim));
    }

    /// <summary>What the ledger has under the name in print, or the only number of that unit.</summary>
    private static Words Instead(Claim claim, int item, IReadOnlyList<ExpectedNumber> expected)
    {
        var read = Reading.Audits.Names.IndicatorName.Of(claim.Indicator);
        var same = expected.Where(e => e.Paragraph == item && e.Unit == claim.Unit && (e.As == PrintedAs.OfPlan) == (claim.Measure == Measure.OfPlan)).ToArray();
        var own = same.Length == 1 ? same[0] : same.MaxBy(e => e.FitOf(read)) is { } best && best.FitOf(read) > 0.5m ? best : null;
        return own is null ? new Words("", "") : new Words($"，台账为{own.Name}{own.Printed}", $"; the ledger has {own.Printed} for \"{own.Name}\"");
    }
}
