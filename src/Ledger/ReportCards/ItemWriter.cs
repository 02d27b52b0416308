using System.Globalization;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.ReportCards;

/// <summary>One numbered paragraph: amounts with their parts, their share of the plan, dated steps, words, the next step.</summary>
internal static class ItemWriter
{
    /// <param name="promise">The promise printed above; a goal that stands in it is not said again.</param>
    public static CardParagraph Write(CardItem item, string? promise = null)
    {
        var text = new SentenceBuilder();
        text.Say(item.Number.ToString(CultureInfo.InvariantCulture)).Say(".").Say(item.Name).Say("方面，");
        var sentences = 0;
        foreach (var group in Groups(item.Figures, promise))
        {
            Group(text, group, promise);
            sentences++;
        }

        foreach (var step in item.Steps)
        {
            text.Say($"{step.Name}已于{step.Done.Month}月{step.Done.Day}日完成。");
            sentences++;
        }

        sentences += Words(text, item.Words);
        if (sentences == 0)
            text.Say(item.Progress == Progress.NotReported ? "本期数据尚未上报。" : item.HasNoData ? "尚无数据。" : "正按计划推进。");
        if (!string.IsNullOrWhiteSpace(item.NextStep))
            text.Say("下一步，").Say(Sentence(item.NextStep));
        return text.Done(ParagraphKind.Item, item.Id);
    }

    /// <summary>
    /// Figures that can share one 分别占年计划的: neighbours with a percentage of their printed plan, no parts, no stage chain.
    /// Everything else gets a sentence of its own.
    /// </summary>
    private static IEnumerable<IReadOnlyList<CardFigure>> Groups(IReadOnlyList<CardFigure> figures, string? promise)
    {
        var run = new List<CardFigure>();
        foreach (var figure in figures)
        {
            if (CanShare(figure, promise) && figures.All(f => f == figure || f.Quantity != figure.Quantity))
            {
                run.Add(figure);
                continue;
            }

            if (run.Count > 0)
                yield return [.. run];
            run.Clear();
            yield return [figure];
        }

        if (run.Count > 0)
            yield return run;
    }

    /// <summary>A nought is told by itself: nothing divided by anything fits every percentage of a list.</summary>
    private static bool CanShare(CardFigure figure, string? promise) => figure is { OfPlan: not null, Parts.Count: 0, WorkingPlan: null, Changed: null, Actual: not 0 } && IsSaid(figure, promise);

    /// <summary>The plan stands in the promise printed above; a reader who cannot see it is told it beside the percentage.</summary>
    private static bool IsSaid(CardFigure figure, string? promise) => figure.Promised is not { } promised || promise?.Contains(figure.Unit.Print(promised.Value), StringComparison.Ordinal) == true;

    private static void Group(SentenceBuilder text, IReadOnlyList<CardFigure> group, string? promise)
    {
        if (group is [var single])
        {
            Single(text, single, promise);
            return;
        }

        for (var i = 0; i < group.Count; i++)
        {
            if (i > 0)
                text.Say("、");
            Result(text, group[i]);
        }

        text.Say("，分别占年计划的");
        for (var i = 0; i < group.Count; i++)
        {
            if (i > 0)
                text.Say(i == group.Count - 1 ? "和" : "、");
            text.Share(group[i], group[i].OfPlan ?? new Percent(0));
        }

        text.Say("。");
    }

    private static void Single(SentenceBuilder text, CardFigure figure, string? promise)
    {
        Result(text, figure);
        if (figure.OfPlan is { } percent)
            Share(text, figure, percent, promise);
        else if (figure.Promised is { } promised && promise?.Contains(promised.Print(figure.Unit), StringComparison.Ordinal) != true)
            Level(text, figure, promised);
        text.Say("。");
        Decided(text, figure);
        Parts(text, figure);
    }

    /// <summary>A promise is never rewritten in silence: 年计划由25处调整为20处（文号）。</summary>
    private static void Decided(SentenceBuilder text, CardFigure figure)
    {
        if (figure.Changed is not { } changed)
            return;
        text.Say(changed.IsPlan && figure.OfPlan is not null ? "年计划由" : "年度目标由").Amount(figure, changed.Old.Value, PrintedAs.Plan).Say(Suffix(changed.Old.Bound));
        text.Say("调整为").Amount(figure, changed.New.Value, PrintedAs.Plan).Say(Suffix(changed.New.Bound)).Say($"（{changed.Decision.Trim()}）。");
    }

    /// <summary>Where the working plan is bigger than the promise above, it is printed beside its percentage: else the two would contradict.</summary>
    private static void Share(SentenceBuilder text, CardFigure figure, Percent percent, string? promise)
    {
        text.Say("，占");
        if (figure is { Changed: { IsPlan: true } changed, Denominator: { } held } && Percent.Of(figure.Actual, changed.Old.Value) is { } original)
        {
            text.Say(figure.WorkingPlan is null ? "年计划" : "年度工作计划").Amount(figure, held, PrintedAs.Plan).Say("的").Share(figure, percent);
            text.Say("，占原计划").Amount(figure, changed.Old.Value, PrintedAs.Plan).Say("的").Share(figure, original, PrintedAs.OfOriginal);
            return;
        }

        if (figure.WorkingPlan is { } plan && plan != figure.Promised?.Value)
            text.Say("年度工作计划").Amount(figure, plan, PrintedAs.Plan);
        else if (!IsSaid(figure, promise) && figure.Denominator is { } whole)
            text.Say("年计划").Amount(figure, whole, PrintedAs.Plan);
        else
            text.Say("年计划");
        text.Say("的").Share(figure, percent);
    }

    private static void Level(SentenceBuilder text, CardFigure figure, TargetValue promised)
    {
        text.Say(figure.Direction == Direction.LowerIsBetter ? "，年度控制目标为" : "，年度目标为");
        text.Amount(figure, promised.Value, PrintedAs.Plan).Say(Suffix(promised.Bound));
    }

    private static string Suffix(Bound bound) => bound switch
    {
        Bound.AtLeast => "以上",
        Bound.AtMost => "以内",
        Bound.LessThan => "以下",
        Bound.About => "左右",
        _ => "",
    };

    private static void Parts(SentenceBuilder text, CardFigure figure)
    {
        if (figure.Parts.Count == 0)
            return;
        text.Say("其中，");
        for (var i = 0; i < figure.Parts.Count; i++)
        {
            if (i > 0)
                text.Say("、");
            var part = figure.Parts[i];
            text.Say(part.Name).Amount(part, part.Actual, PrintedAs.Part, figure.Indicator);
        }

        if (figure.PartsMissing > 0)
            text.Say("，其余分项尚未上报");
        text.Say("。");
    }

    /// <summary>城镇新增就业18.44万人; 老旧小区改造开工196个; 合格率达到97.3%.</summary>
    private static void Result(SentenceBuilder text, CardFigure figure)
    {
        text.Say(figure.Name + StageVerb.Beside(figure.Name, figure.StageWord ?? (figure.Kind == IndicatorKind.Rate ? "达到" : null))).Amount(figure, figure.Actual);
    }

    private static int Words(SentenceBuilder text, string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
            return 0;
        if (OwnWords.Fresh(words, text.Said) is { Length: > 0 } fresh)
            text.Say(Sentence(fresh));
        return 1;
    }

    /// <summary>One line, ended by one full stop.</summary>
    private static string Sentence(string words)
    {
        var line = string.Join("", words.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Trim();
        return line.EndsWith('。') || line.EndsWith('；') ? line.TrimEnd('；', '。') + "。" : line + "。";
    }
}
