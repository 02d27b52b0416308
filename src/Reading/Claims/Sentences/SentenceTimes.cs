using Luoshi.Kernel.Time;
using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Of what time each number of a sentence is: of the last one named in front of it, as far as that one reaches, else of its block.</summary>
internal sealed class SentenceTimes(SentenceRun run)
{
    private const int LongestAttribute = 10;
    private const int LongestWay = 3;
    private const int LongestUntil = 14;

    private readonly PeriodReader periods = new(run.Outline.Year, run.Outline.Date);
    private readonly List<Mention> mentions = [];
    private Period? lasting;

    // What plans and results of the block are of that name no time.
    private Period? ofPlans;
    private Period? ofResults;

    // 由2021年的84%提高到90%: the year of the first end reaches to no number behind the second, but to the first ends that follow.
    private Period? firstEnds;
    private int spent;

    // Where the sentence names the month by which something is to be done, when that is still to come; -1 where it names none.
    private int deadline;

    /// <summary>A new block: what a time named in the last one reached to is over.</summary>
    public void BeginBlock(int start, int end)
    {
        ofPlans = ofResults = run.Outline.PeriodOf(run.Block);
        periods.BeginBlock(ofPlans);
        // 2019年重点项目1—6月进展情况: a paragraph that names the year tells of no more of it than the text does.
        if (run.Outline.OpeningPeriod is { } opening && (ofPlans is null || ofPlans == Period.OfYear(opening.Year)))
            ofResults = opening;
        (lasting, firstEnds) = (periods.Lead(run.Text, start, end), null);
    }

    public void BeginSentence(int start, int end)
    {
        mentions.Clear();
        periods.Read(run.Text, start, end, mentions);
        spent = -1;
        deadline = run.Outline.Kind == DocumentKind.Card && run.Outline.ReportPeriod is { Months: < 12 } report ? Deadline(run.Text.AsSpan(start, end - start), report.LastDay.Month) is >= 0 and var at ? start + at : -1 : -1;
    }

    public void EndSentence()
    {
        foreach (var mention in mentions)
        {
            if (mention.ToBlockEnd)
                lasting = mention.Period;
        }
    }

    public Period? Of(int index, Stance stance)
    {
        ref readonly var figure = ref run.Figures[index];
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            if (mentions[i].At >= figure.From || !Reaches(mentions[i], figure, stance))
                continue;
            if (InOrder(i, index) is { } own)
                return own;
            if (mentions[i].InList)
                continue;
            // 截至9月底，投资占年度计划9.7亿元的81%: the plan is of its year.
            if (stance == Stance.Planned && run.Standing == Stance.Done && run.Outline.ReportPeriod is { Months: < 12 } reported && mentions[i].Period == reported && run.Outline.PlanPeriod is { } plan)
                return plan;
            // 四季度，对滞后的4项…: what was counted is counted by the end of what is reported.
            return stance == Stance.Done && run.Standing == Stance.Planned && run.Outline.ReportPeriod is { Months: < 12 } report && mentions[i].Period.FirstDay > report.LastDay ? report : mentions[i].Period;
        }

        if (lasting is { } period && stance == Stance.Done)
            return period;
        if (stance == run.Standing && !run.InPromise)
            return stance == Stance.Done ? ofResults : ofPlans;
        return stance == Stance.Planned ? run.Outline.PlanPeriod : run.Outline.Kind == DocumentKind.Card ? run.Outline.ReportPeriod : null;
    }

    /// <summary>2019年一季度再完成6项 in a card of 2018: what begins when all that is reported is over.</summary>
    public bool IsAhead(in Figure figure)
    {
        if (run.Outline.Kind != DocumentKind.Card || run.Outline.ReportPeriod is not { } report)
            return false;
        // 11月15日前完成主体4.8公里 in a card of September
        if (deadline >= 0 && deadline < figure.From && run.Text.AsSpan(deadline, figure.From - deadline) is var due && due.IndexOfAny('；', ';') < 0 && !TellsDone(due) && due.IndexOf('了') < 0)
            return true;
        // 其余4个11月底前整改到位: by when stands behind the number.
        if (deadline > figure.To && run.Text.AsSpan(figure.To, deadline - figure.To) is var until && until.Length <= LongestUntil && until.IndexOfAny(Marks.ClauseEnds) < 0 && ClaimWords.Shared.Done.Find(until, out _, out _) < 0)
            return true;
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            // 四季度安排资金 told in the middle of October: it has begun, and is not over.
            if (mentions[i].At < figure.From && Reaches(mentions[i], figure, Stance.Done))
                return run.Text.AsSpan(mentions[i].At, figure.From - mentions[i].At) is var told && !TellsDone(told) && told.IndexOf('共') < 0 && mentions[i].Period.FirstDay > report.LastDay && (run.Outline.Date is not { } day || (mentions[i].Period is { Months: < 12, LastDay: var last } ? last : mentions[i].Period.FirstDay) > day);
        }

        return false;
    }

    // 下半年，年底累计完工100个: a total of what is ahead is ahead as well.
    private static bool TellsDone(ReadOnlySpan<char> words)
    {
        while (ClaimWords.Shared.Done.Find(words, out var length, out _) is var at and >= 0)
        {
            if (words.Slice(at, length) is not "累计")
                return true;
            words = words[(at + length)..];
        }

        return false;
    }

    /// <summary>由2021年的84%提高到90%；由12处增加到18处: what the first way says of its ends holds for those that follow.</summary>
    public void CloseWay(Claim first, in Figure second)
    {
        var end = Math.Min(first.Clean.End + 1, second.From);
        var own = mentions.FindLastIndex(mention => mention.At < end);
        ReadOnlySpan<char> words = own < 0 ? [] : run.Text.AsSpan(mentions[own].At + 1, Math.Max(0, first.Clean.Start - mentions[own].At - 1));
        if (own >= 0 && words.Length <= LongestWay && words.IndexOfAny("，,；;") < 0)
        {
            firstEnds = mentions[own].Period;
            spent = Math.Max(spent, mentions[own].At);
        }
        else if (firstEnds is { Months: 12 } year)
        {
            first.Period = year;
        }
    }

    private static int Deadline(ReadOnlySpan<char> sentence, int over)
    {
        for (var from = 0; sentence[from..].IndexOf('前') is >= 0 and var found; from += found + 1)
        {
            var words = sentence[..(from + found)].TrimEnd("底末日0123456789");
            if (words.Length + 1 > from + found || words is not [.., '月'])
                continue;
            var month = words[..^1];
            var digits = month.Length - month.TrimEnd("0123456789").Length;
            if (digits is 1 or 2 && int.Parse(month[^digits..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture) is <= 12 and var due && due > over)
                return from + found;
        }

        return -1;
    }

    private bool Reaches(Mention mention, in Figure figure, Stance stance)
    {
        if (mention.At <= spent)
            return false;
        var behind = run.Text.AsSpan(mention.At + 1, figure.From - mention.At - 1);
        // 硬化入户路310公里（去年为245公里）；修复…: what a bracket names ends with it.
        if (mention.At > run.Figures[0].From && behind.IndexOfAny(')', '）') is >= 0 and var close && behind[..close].IndexOfAny('(', '（') < 0)
            return false;
        if (stance == Stance.Done)
            return true;
        // 三季度接入医院5家；补助提高30元: when a part of a plan is due says nothing of the next one, unless it opens them all.
        if (mention.Period.Months < 12 && behind.IndexOfAny('；', ';') >= 0 && behind.TrimStart("度份底末") is not ['，' or ',', ..])
            return false;
        // 对去年搬迁的115户补发…: since when they are what they are.
        return !(run.Outline.PlanPeriod is { } plan && mention.Period.Year < plan.Year && SaysWhich(behind, run.Text, figure.From));
    }

    /// <summary>搬迁的115户: words that end in 的 right in front of a number.</summary>
    public static bool SaysWhich(ReadOnlySpan<char> behind, string text, int to)
    {
        var of = behind.IndexOf('的');
        if (of is < 2 or > LongestAttribute || behind[..of].IndexOfAny(Marks.ClauseEnds) >= 0 || behind[..of].IndexOfAnyInRange('0', '9') >= 0)
            return false;
        return of + 1 == behind.Length ? to < text.Length && char.IsAsciiDigit(text[to]) : char.IsAsciiDigit(behind[of + 1]);
    }

    /// <summary>2020年、2021年分别为41万件和53万件: as many times as numbers, in their order.</summary>
    private Period? InOrder(int last, int index)
    {
        var start = last;
        while (start > 0 && IsNext(mentions[start - 1], mentions[start]))
            start--;
        var count = last - start + 1;
        if (count < 2)
            return null;
        var (first, end) = (index, index);
        while (first > 0 && run.Figures.JoinsPrevious(first))
            first--;
        while (end + 1 < run.Figures.Count && run.Figures.JoinsPrevious(end + 1))
            end++;
        return end - first + 1 == count && run.Figures[first].From > mentions[last].At ? mentions[start + index - first].Period : null;
    }

    private bool IsNext(Mention one, Mention next)
    {
        var between = run.Text.AsSpan(one.At + 1, next.At - one.At - 1).TrimEnd("0123456789");
        return between is "、" or "和" or "与" or "及";
    }
}
