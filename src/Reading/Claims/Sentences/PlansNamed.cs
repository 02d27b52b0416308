using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims.Sentences;

/// <summary>Tells numbers that another is set against: a plan or task named at the number, the base of a growth or of a multiple.</summary>
internal sealed class PlansNamed(SentenceRun run)
{
    private const int LongestRemark = 24;

    private static readonly Trimmer PlanLinks = new(" 　:：为是");
    private static readonly Trimmer Blanks = new(" 　");

    private readonly List<Claim> claims = run.Claims;
    private readonly SentenceFigures figures = run.Figures;

    // …的任务, …的年度目标任务
    public static bool EndsInTask(ReadOnlySpan<char> right)
    {
        right = Blanks.End(right);
        var of = right.LastIndexOf('的');
        return of >= 0 && right.Length - of > 2 && ClaimWords.Shared.PlanNouns.AtEnd(right) == right.Length - of - 1;
    }

    // 新建小学8所的目标中，5所竣工
    public static bool IsTaskMetBehind(ReadOnlySpan<char> left, ReadOnlySpan<char> behind)
    {
        if (!behind.StartsWith("的", StringComparison.Ordinal) || left.IndexOfAny('了', '已') >= 0 || left.Contains("完成", StringComparison.Ordinal) || left.Contains("实现", StringComparison.Ordinal) || left.Contains("达到", StringComparison.Ordinal))
            return false;
        var task = ClaimWords.Shared.PlanNouns.AtStart(behind[1..]);
        var rest = behind[(1 + task)..];
        return task > 0 && (rest.StartsWith("中，", StringComparison.Ordinal) || rest.StartsWith("中,", StringComparison.Ordinal) || rest.StartsWith("中已", StringComparison.Ordinal) || rest.StartsWith("，已", StringComparison.Ordinal) || rest.StartsWith(",已", StringComparison.Ordinal) || rest.StartsWith("完成", StringComparison.Ordinal) || (rest.Length > 0 && rest[0] is '已' or '仅'));
    }

    /// <summary>重点工程投资|完成: what the plan of such a result is called, or empty.</summary>
    public static string InvestmentOf(Phrase result)
    {
        var noun = result.Noun;
        if (noun.EndsWith("完成投资", StringComparison.Ordinal))
            noun = string.Concat(noun.AsSpan(0, noun.Length - 4), "投资");
        else if (result.Verb is not "完成")
            return "";
        return noun.EndsWith("投资", StringComparison.Ordinal) && !noun.EndsWith("计划投资", StringComparison.Ordinal) ? string.Concat(noun.AsSpan(0, noun.Length - 2), "计划投资") : "";
    }

    // 加装电梯目标任务100台, 应完成18处, (目标3000个): a noun or verb of planning right at the number.
    public static bool IsPlan(ReadOnlySpan<char> left, Sign signs, out ReadOnlySpan<char> indicator)
    {
        indicator = PlanLinks.End(left);
        // 投资计划达到53亿元
        if (indicator.EndsWith("计划达到", StringComparison.Ordinal) || indicator.EndsWith("任务达到", StringComparison.Ordinal))
            indicator = indicator[..^2];
        var words = ClaimWords.Shared;
        var (length, due) = (words.PlanNouns.AtEnd(indicator), signs.Has(Sign.Due) ? left.LastIndexOf('应') : -1);
        if (length == 0 && due < 0)
            return false;
        // 达到目标60元: it was reached.
        if (indicator.Length >= 4 && indicator[^length..].StartsWith("目标", StringComparison.Ordinal) && indicator[..^length].EndsWith("达到", StringComparison.Ordinal))
            return false;
        // 承担抗旱送水任务4660起: a task that was carried out.
        if (length == 2 && (indicator.StartsWith("承担", StringComparison.Ordinal) || indicator.StartsWith("执行", StringComparison.Ordinal) || indicator.StartsWith("担负", StringComparison.Ordinal)))
            return false;
        // 已落实保障房建设计划530套 carried out a plan.
        if (left.IndexOfAny('已', '超') >= 0 || left.Contains("落实", StringComparison.Ordinal))
            return false;
        if (length > 0 && indicator.Length - length is var rest && (rest == 0 || rest >= 2) && indicator.IndexOf('占') < 0 && indicator.IndexOf("完成", StringComparison.Ordinal) < 0 && !indicator.EndsWith("按计划", StringComparison.Ordinal))
        {
            indicator = indicator[..^length];
            return true;
        }

        // 应完成18处, 救助资金应发放2.16亿元; but 应结案 says which cases fell due.
        if (due < 0 || words.Whole.AtStart(left[due..]) > 0 || words.Verb.AtStart(left[(due + 1)..]) == 0 || (due > 0 && left[due - 1] is '供' or '反' or '对' or '响' or '适' or '相'))
            return false;
        indicator = due == 0 ? left[1..] : left[..due];
        return true;
    }

    /// <summary>高于年初|12%|的目标14.4个百分点</summary>
    public static bool IsInDistance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var words = left.TrimStart(" ，,、");
        return words.Length > 1 && (words[0] == '超' || ClaimWords.Shared.Beside.AtStart(words) > 1) && Blanks.Both(right) is "的目标" or "的预期目标" or "的任务" or "的计划";
    }

    /// <summary>低于年初: on the lower side.</summary>
    public static bool IsBelow(ReadOnlySpan<char> left) => left.TrimStart(" ，,、") is ['低' or '慢' or '少', ..];

    // 36.5万件，比去年同期的29.2万件增长25%: what the number before is compared with.
    // Or 比上年决算数11.8亿元增长9.3%, which says how much it has grown since.
    public bool IsBaseOfLast(int index, ReadOnlySpan<char> left)
    {
        var words = Blanks.Both(left);
        if (claims.Count == run.FirstOfSentence || words.Length < 3 || words[0] is not ('比' or '较'))
            return false;
        return words[^1] == '的' || (index + 1 < figures.Count && (figures[index + 1].Unit.IsRatio || figures[index + 1].Unit == figures[index].Unit) && ClaimWords.Shared.Change.AtStart(run.Text.AsSpan(figures[index].To, figures.End - figures[index].To)) > 0);
    }

    // 投入3亿元，是上一年1.2亿元的2.5倍; 执行5亿元，占预算安排4亿元的125%: what the number before is set against.
    public bool IsMultiplied(int index, ReadOnlySpan<char> left, ReadOnlySpan<char> right, out bool ofPlan)
    {
        ofPlan = false;
        var words = left.TrimStart(" ，,");
        if (claims.Count == run.FirstOfSentence || index + 1 >= figures.Count || !figures[index + 1].Unit.IsRatio || words.IsEmpty || Blanks.Both(right) is not "的" || claims[^1].Unit != figures[index].Unit.Name || claims[^1].Measure != Measure.Amount)
            return false;
        ofPlan = ClaimWords.Shared.PlanBases.AtEnd(Blanks.Both(words)) > 0;
        return words[0] == '是' || words.StartsWith("相当于", StringComparison.Ordinal) || (words[0] is '占' or '为' && ofPlan);
    }

    // 新增就业13万人，超额完成省下达的11万人任务: the task that was met.
    public static bool IsSetTask(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var words = Blanks.Both(left);
        var task = Blanks.Both(right).TrimStart('的');
        return words.Length > 3 && words[^1] is '的' or '达' or '定' && words.Contains("完成", StringComparison.Ordinal) && task.Length is > 1 and < 9 && ClaimWords.Shared.PlanNouns.AtEnd(task) > 0;
    }

    // 新增就业6.5万人，完成全年9万人目标的72%: the plan stands in the middle of its share.
    public bool IsPlanOfShare(int index, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (claims.Count == run.FirstOfSentence || index + 1 >= figures.Count || figures[index + 1].Unit != Unit.Percent || claims[^1].Measure != Measure.Amount || claims[^1].Unit != figures[index].Unit.Name)
            return false;
        return (NamesPlan(right) || (right.Trim(' ').IsEmpty && figures.NamesPlanOfNext(index))) && left.IndexOfAny("占完为") >= 0;
    }

    // 完成省定任务(14266户)的229%, 完成年度任务(含追加的1万户，共计3万户)的109%: the bracket behind a plan says how much it is.
    public bool IsInBracketOfPlan(int index, out bool told)
    {
        told = index + 1 < figures.Count && figures[index + 1].Unit == Unit.Percent && ClosesBracket(run.Text, figures[index].To, figures[index + 1].From);
        if (!told && (index + 2 >= figures.Count || figures[index + 2].Unit != Unit.Percent || !ClosesBracket(run.Text, figures[index + 1].To, figures[index + 2].From)))
            return false;
        var before = figures.Before(index);
        var remark = before[^Math.Min(before.Length, LongestRemark)..];
        var open = remark.LastIndexOfAny('(', '（');
        if (open < 0 || remark[open..].IndexOfAny(')', '）') >= 0)
            return false;
        before = before[..(before.Length - remark.Length + open)].TrimEnd("的 ");
        return ClaimWords.Shared.PlanBases.AtEnd(before) > 0 && before[^Math.Min(before.Length, LongestRemark)..].IndexOfAny("占完为达") >= 0;
    }

    /// <summary>)的 and nothing else stands between a number and the next.</summary>
    public static bool ClosesBracket(string text, int from, int to) => to - from == 2 && Marks.Closes(text[from]) && text[from + 1] == '的';

    /// <summary>淘汰锅炉572台，占年度任务（|1026台|）55.75%: the plan of the number before in a bracket inside its share.</summary>
    public bool IsPlanInBracket(int index, ReadOnlySpan<char> left)
    {
        if (claims.Count == run.FirstOfSentence || index + 1 >= figures.Count || figures[index + 1].Unit != Unit.Percent || figures[index + 1].From != figures[index].To + 1 || claims[^1].Unit != figures[index].Unit.Name)
            return false;
        var words = left.TrimEnd("(（ ");
        return words.Length < left.Length && words.IndexOfAny("占完") >= 0 && ClaimWords.Shared.PlanBases.AtEnd(words) > 0;
    }

    // 完成年度计划2.4万人次的80%, 完成全年3000户的任务: the plan of the number before.
    public bool IsPlanOfLast(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (claims.Count == run.FirstOfSentence)
            return false;
        var words = right.TrimStart(' ');
        if (!words.StartsWith("的", StringComparison.Ordinal))
            return false;
        // 占年初预算3800万元的45.3%
        var sum = left.TrimEnd(' ');
        if (ClaimWords.Shared.PlanBases.AtEnd(sum) > 0 && sum.IndexOfAny("占完为") >= 0)
            return true;
        return ClaimWords.Shared.OfPlan.AtEnd(sum) > 0
            || (left.Contains("完成全年", StringComparison.Ordinal) && (words.StartsWith("的任务", StringComparison.Ordinal) || words.StartsWith("的目标", StringComparison.Ordinal)));
    }

    // (完成全年9万人)目标的72%
    public static bool NamesPlan(ReadOnlySpan<char> between)
    {
        var words = between.Trim(" ");
        return words.Length > 2 && words[^1] == '的' && ClaimWords.Shared.PlanNouns.AtEnd(words[..^1]) == words[..^1].TrimStart('的').Length;
    }

    public static bool SurpassesPlan(ReadOnlySpan<char> left)
    {
        var words = left.Trim(" ，,");
        return words.Length > 3 && words[0] is '超' or '高' or '达' && ClaimWords.Shared.PlanNouns.AtEnd(words) > 0;
    }
}
