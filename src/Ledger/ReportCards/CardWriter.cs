using Luoshi.Ledger.Assessments;

namespace Luoshi.Ledger.ReportCards;

/// <summary>
/// Writes the card of a list in the register such cards are printed in: the counts, each 件 with its whole promise, then its
/// numbered items. It prints nothing that cannot be read back to the same number; the gate before publication holds it to that.
/// </summary>
internal static class CardWriter
{
    public static CardText Write(CardSource source)
    {
        var paragraphs = new List<CardParagraph>
        {
            new(ParagraphKind.Title, $"{source.Place}{PeriodWords.Title(source.Period)}{source.ListName}进展情况", []),
            Opening(source),
        };
        foreach (var commitment in source.Commitments)
        {
            if (commitment.Promise is { } promise)
                paragraphs.Add(new CardParagraph(ParagraphKind.Promise, $"第{ChineseNumber.Of(commitment.Number)}{(commitment.IsCategory ? "类" : "件")}：{promise}", []));
            paragraphs.AddRange(commitment.Items.Select(i => ItemWriter.Write(i, commitment.Promise)));
        }

        return new CardText(paragraphs);
    }

    private static CardParagraph Opening(CardSource source)
    {
        var items = source.Items.ToArray();
        var text = new SentenceBuilder();
        text.Say($"{source.Plan.Year}年{source.Place}{source.ListName}共");
        var bundles = source.Commitments.Count(c => c.Promise is not null && !c.IsCategory);
        if (bundles > 0)
            text.Count(bundles, "件");
        text.Count(items.Length, "项").Say("。").Say(Days.ChineseAsOf(source.Period.LastDay)).Say("，");
        Counts(text, source, items);
        return text.Say("。有关情况如下：").Done(ParagraphKind.Opening);
    }

    private static void Counts(SentenceBuilder text, CardSource source, IReadOnlyCollection<CardItem> items)
    {
        var ahead = source.Period.Contains(source.Plan) ? "接近完成年度目标" : $"超额完成{PeriodWords.Opening(source.Period)}计划任务";
        (string Words, Func<CardItem, bool> Is)[] groups =
        [
            ("已实现年度目标", i => i.Progress == Progress.Met),
            (ahead, i => i.Progress == Progress.Ahead),
            ("按计划有序推进", i => !i.HasNoData && i.Progress is (Progress.OnTrack or Progress.NotDue or Progress.Awaited or Progress.Unmeasured)),
            ("慢于序时进度", i => i.Progress == Progress.Behind),
            ("尚未上报", i => i.Progress == Progress.NotReported),
            ("尚无数据", i => i.HasNoData),
        ];
        var first = true;
        foreach (var (words, isOne) in groups)
        {
            var counted = items.Where(isOne).Select(i => i.Number).ToArray();
            if (counted.Length == 0)
                continue;
            if (!first)
                text.Say("，");
            text.Count(counted.Length, "项", words, counted).Say(words);
            first = false;
        }

        if (first)
            text.Say("尚无项目");
    }
}
