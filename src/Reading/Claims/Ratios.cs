using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims;

/// <summary>Tells what a percentage is from the words around it: growth, share, share of a plan, level, multiple.</summary>
internal static class Ratios
{
    private static readonly Trimmer About = new(" 　约近超");
    private static readonly Trimmer Passing = new(" 　约近的超过突破");
    private static readonly Trimmer Brackets = new(" 　)）");
    private static readonly Trimmer Commas = new(" 　，");

    public ref struct Reading
    {
        public Measure Measure;
        public int Sign;
        public ReadOnlySpan<char> Noun;

        public readonly void Deconstruct(out Measure measure, out int sign, out ReadOnlySpan<char> noun)
        {
            measure = Measure;
            sign = Sign;
            noun = Noun;
        }
    }

    public static Reading Classify(ReadOnlySpan<char> left, ReadOnlySpan<char> right, Unit unit, char next)
    {
        var words = ClaimWords.Shared;
        var text = TrimAbout(left);
        // 提高到65%, 降至4.1%: a new level, no change.
        var reaches = EndsInLevel(text);
        // 拉动贡献分别为0.15、-5.64、1.34个百分点: numbers without a unit of their own stand in between.
        if (unit.Kind == UnitKind.Points && text.IndexOf("分别", StringComparison.Ordinal) is var apart and > 1 && text[apart..].IndexOfAnyInRange('0', '9') >= 0)
            text = text[..apart];
        var head = Phrases.TrimLink(text);
        var change = 0;
        var changed = reaches ? 0 : words.Change.AtEnd(head, out change);
        if (changed == 0 && IsCompared(head, out var compared))
            (changed, change) = (1, compared);
        // 环比-8.3%, 同比+4.6%: the sign says which way.
        else if (changed == 0 && unit.Kind == UnitKind.Percent && head.TrimEnd("+＋") is var signed && (signed.EndsWith("同比", StringComparison.Ordinal) || signed.EndsWith("环比", StringComparison.Ordinal)))
            (changed, change) = (head.Length - signed.Length + 2, 1);
        if (unit.Kind == UnitKind.Points && words.Beside.FindLast(head, out _, out _) is var beside and >= 0)
        {
            // 高于全市平均增速0.6个百分点: the growth is what was compared with.
            words.Change.AtStart(head[beside..], out change);
            changed = head.Length - beside;
        }
        else if (unit.Kind == UnitKind.Points && changed == 0 && words.Change.FindLast(head, out _, out change) is var at and >= 0)
        {
            changed = head.Length - at;
        }

        // 保持20%以上的快速增长势头
        if (changed == 0 && unit.Kind == UnitKind.Percent && right.Length is > 3 and < 16 && right[0] == '的' && (right.Contains("增长", StringComparison.Ordinal) || right.Contains("增速", StringComparison.Ordinal)))
            return new Reading { Measure = Measure.Change, Sign = 1, Noun = LeftWords.Read(head).Noun.AsSpan() };
        if (head.EndsWith("自然增长率", StringComparison.Ordinal) || head.EndsWith("人口增长率", StringComparison.Ordinal))
            changed = 0;
        // 高于全省平均增速（16.8%）: the growth of what was just told, elsewhere.
        if (changed > 0 && unit.Kind == UnitKind.Percent && words.Beside.AtStart(head) > 0)
            return new Reading { Measure = Measure.Change, Sign = change, Noun = default };
        if (changed > 0 || unit.Kind == UnitKind.Points)
            return new Reading { Measure = Measure.Change, Sign = change == 0 ? 1 : change, Noun = BeforeComparison(head[..^changed]) };
        if (!head.IsEmpty && words.Change.AtEnd(head, out change) is var level and > 0 && IsGrowthNoun(head))
            return new Reading { Measure = Measure.Change, Sign = change, Noun = BeforeComparison(head[..^level]) };
        // 压减非刚性支出20%: the verb stands before its noun.
        var lead = Phrases.TrimLead(head);
        if (!reaches && unit.Kind == UnitKind.Percent && words.Change.AtStart(lead, out change) is var verb and > 0 && verb < lead.Length && change < 0 && !EndsInRate(head) && lead.IndexOf('占') < 0)
            return new Reading { Measure = Measure.Change, Sign = change, Noun = lead[verb..] };
        // 高于全国标准7倍: by how much more, not how many times as much.
        if (unit.Kind == UnitKind.Multiple && words.Beside.FindLast(head, out _, out _) is >= 0 and var above && (above == 0 || head[above - 1] != '不'))
            return new Reading { Measure = Measure.Change, Sign = 1, Noun = Subject(head[..above]) };
        if (unit.Kind == UnitKind.Multiple)
            return new Reading { Measure = Measure.Multiple, Sign = 1, Noun = BoundReader.LimitAt(text, out _) is > 0 and var limit ? Subject(text[..limit]) : BeforeOf(head) };
        // 器材更新189套，进度73%: how much of it is done.
        if (head is "进度" or "完成进度")
            return new Reading { Measure = Measure.OfPlan, Sign = 1, Noun = default };
        if (head.EndsWith("支出进度", StringComparison.Ordinal) || head.EndsWith("执行进度", StringComparison.Ordinal) || head.EndsWith("拨付进度", StringComparison.Ordinal))
            return new Reading { Measure = Measure.Rate, Sign = 1, Noun = Subject(head) };
        // 三次产业结构由20%、30%和50%调整为…: what makes up a whole.
        if (unit.Kind == UnitKind.Percent && (head.EndsWith("结构", StringComparison.Ordinal) || head.EndsWith("构成", StringComparison.Ordinal)))
            return new Reading { Measure = Measure.Share, Sign = 1, Noun = Subject(head) };
        if (EndsInRate(head))
            return new Reading { Measure = IsOfPlan(head) || IsShareOfPlan(head) ? Measure.OfPlan : IsShareNoun(head) ? Measure.Share : Measure.Rate, Sign = 1, Noun = Subject(head) };
        if (head is "完成" or "已完成" or "已" or "均完成" || (head.IsEmpty && text.EndsWith("分别完成", StringComparison.Ordinal)))
            return new Reading { Measure = Measure.OfPlan, Sign = 1, Noun = default };
        if (words.PlanNouns.AtEnd(head) is var goal and > 1 && head[^goal..].Contains("目标", StringComparison.Ordinal) && EndsInRate(head[..^goal]))
            return new Reading { Measure = Measure.Rate, Sign = 1, Noun = Subject(head[..^goal]) };
        // 经济增长目标9.5%左右
        if (head.EndsWith("目标", StringComparison.Ordinal) && words.Change.AtEnd(head[..^2], out change) is var aim and > 0)
            return new Reading { Measure = Measure.Change, Sign = change, Noun = BeforeComparison(head[..^(aim + 2)]) };
        // 隧道工程完成90%
        if (unit.Kind == UnitKind.Percent && head.Length > 4 && head.EndsWith("完成", StringComparison.Ordinal))
            return new Reading { Measure = Measure.OfPlan, Sign = 1, Noun = Subject(head[..^2]) };
        // 产量保持40%以上增长: what it grew by stands in front.
        if (unit.Kind == UnitKind.Percent && right.TrimStart(" 的") is { Length: >= 2 and < 5 } grown && (grown.StartsWith("增长", StringComparison.Ordinal) || grown.StartsWith("增速", StringComparison.Ordinal)))
            return new Reading { Measure = Measure.Change, Sign = 1, Noun = BeforeComparison(head) };
        // 人行天桥项目计划完成工程量5%: of its own work.
        if (unit.Kind == UnitKind.Percent && head.EndsWith("完成工程量", StringComparison.Ordinal))
            return new Reading { Measure = Measure.OfPlan, Sign = 1, Noun = WithoutPlan(Subject(head[..^5])) };
        if (EndsInPlan(head))
            return new Reading { Measure = Measure.OfPlan, Sign = 1, Noun = BeforePlan(head) };
        if (words.OfPlan.Contains(head) && (head.Contains('占') || head.Contains('完') || head.Contains('达') || head.Contains('为') || words.OfPlan.AtEnd(head.TrimEnd('的')) > 0))
            return new Reading { Measure = Measure.OfPlan, Sign = 1, Noun = default };
        var share = head.LastIndexOf('占');
        if (share >= 0)
            return new Reading { Measure = Measure.Share, Sign = 1, Noun = Subject(head[..share]) };
        // 其中60%已完成屋面改造: how many of what was just told.
        if (head.IsEmpty && unit.Kind == UnitKind.Percent && text.EndsWith("其中", StringComparison.Ordinal) && right.Length > 4 && right[0] == '已')
            return new Reading { Measure = Measure.Share, Sign = 1, Noun = WithoutLight(Phrases.TrimLead(right)) };
        if (unit.Kind == UnitKind.Percent && NamesMembers(head))
            return new Reading { Measure = Measure.Share, Sign = 1, Noun = Subject(head) };
        if (StartsShare(right, next))
            return new Reading { Measure = Measure.Share, Sign = 1, Noun = text.EndsWith("的", StringComparison.Ordinal) ? Subject(head) : default };
        return new Reading { Measure = Measure.Rate, Sign = 1, Noun = Subject(head) };
    }

    // 比上年同期快, 较序时进度慢
    private static bool IsCompared(ReadOnlySpan<char> head, out int sign)
    {
        if (ClaimWords.Shared.Compared.AtEnd(head, out sign) is var length && length == 0)
            return false;
        // 较上年同期(38.4%)低4.8个百分点: the bracket parts the word from its comparison.
        if (head.Length == length || Brackets.Start(head).Length == length || Phrases.TrimLink(Brackets.Start(head[..^length])).IsEmpty)
            return true;
        var clause = head[(head.LastIndexOfAny('，', ',', '；') + 1)..];
        return clause.IndexOfAny('比', '较') >= 0;
    }

    private static ReadOnlySpan<char> TrimAbout(ReadOnlySpan<char> text) => About.End(text);

    private static bool EndsInLevel(ReadOnlySpan<char> text)
    {
        var trimmed = Passing.End(text);
        return trimmed.Length > 2 && trimmed[^1] is '到' or '至' or '在' && ClaimWords.Shared.Link.AtEnd(trimmed) >= 2 && trimmed[^2] is not '达';
    }

    // 增速7.1%, 增幅达到26%, 降幅3.2%: nouns of growth, also with a link behind.
    public static bool IsGrowthNoun(ReadOnlySpan<char> head) => head[^1] is '幅' or '速' || head.EndsWith("增长速度", StringComparison.Ordinal) || (head.EndsWith("增长率", StringComparison.Ordinal) && !head.EndsWith("自然增长率", StringComparison.Ordinal));

    private static bool EndsInRate(ReadOnlySpan<char> head) => !head.IsEmpty && (head[^1] is '率' || head.EndsWith("比例", StringComparison.Ordinal) || head.EndsWith("比重", StringComparison.Ordinal) || head.EndsWith("占比", StringComparison.Ordinal));

    // 完成年度投资计划63.4%, 占全年任务的80%
    private static bool EndsInPlan(ReadOnlySpan<char> head)
    {
        head = head.TrimEnd('的');
        if (ClaimWords.Shared.PlanBases.AtEnd(head) == 0)
            return false;
        var clause = head[(head.LastIndexOfAny("，,；") + 1)..];
        return clause.Contains('占') || clause.Contains("完成", StringComparison.Ordinal) || clause.Contains('为') || clause.Contains('达') || clause[0] == '是';
    }

    // 云栖区完成年度投资计划: what stands before 完成 or 占, when it says something of its own.
    private static ReadOnlySpan<char> BeforePlan(ReadOnlySpan<char> head)
    {
        var at = head.LastIndexOf('占');
        if (at < 0)
            at = head.LastIndexOf("完成", StringComparison.Ordinal);
        return at <= 0 ? default : Subject(head[..at]);
    }

    /// <summary>完成年度计划投资的, 占年度投资计划的: the plan is one of money.</summary>
    public static bool IsOfInvestment(ReadOnlySpan<char> left)
    {
        var words = left.TrimEnd("的 约近超");
        return ClaimWords.Shared.PlanBases.AtEnd(words) is var plan and > 0 && words[^plan..].Contains("投资", StringComparison.Ordinal) && words[..^plan].IndexOfAny("占完为达") >= 0;
    }

    private static bool IsOfPlan(ReadOnlySpan<char> head) => ClaimWords.Shared.OfPlan.AtEnd(head) > 0 && !head.EndsWith("整改完成率", StringComparison.Ordinal);

    // 完成投资占年度计划的比例
    private static bool IsShareOfPlan(ReadOnlySpan<char> head) =>
        head.Contains('占') && (head.EndsWith("的比例", StringComparison.Ordinal) || head.EndsWith("的比重", StringComparison.Ordinal)) && ClaimWords.Shared.PlanBases.AtEnd(head[..^3]) > 0;

    private static bool IsShareNoun(ReadOnlySpan<char> head) => head.EndsWith("比重", StringComparison.Ordinal) || head.Contains('占');

    // 比上年, 同比, 较年初: the comparison is no part of what grows.
    private static ReadOnlySpan<char> BeforeComparison(ReadOnlySpan<char> text)
    {
        var words = ClaimWords.Shared;
        while (true)
        {
            text = Commas.End(text);
            var length = words.Compare.AtEnd(text);
            if (length == 0)
                break;
            text = text[..^length].TrimEnd('相');
        }

        var than = text.LastIndexOfAny('比', '较', '距');
        // 与上月相比|批次、人次; 与上月相比, 相较去年
        if (than > 0 && text[than - 1] == '相')
            return than + 2 < text.Length && text[than] == '比' && text[^1] is not ('月' or '年' or '期' or '周' or '度') ? Phrases.TrimLink(Subject(text[(than + 1)..])) : BeforeComparison(text[..(than - 1)].TrimEnd("与和同跟年月上去周季度期前半"));
        if (than >= 0 && text.Length - than <= 16 && !(than > 0 && text[than - 1] is '占' or '同' or '环' or '评' or '差') && (than + 1 >= text.Length || text[than + 1] is not ('例' or '重' or '赛' or '选' or '好')))
            text = BeforeComparison(text[..than]);
        // 剔除留抵退税等因素后同口径增长: how it was reckoned names nothing either.
        if (text.Length > 2 && text[^1] == '后' && (text.Contains("因素", StringComparison.Ordinal) || text.Contains("除", StringComparison.Ordinal)))
            return default;
        // 同比2020年增长6.3%: a comparison alone names nothing.
        var noun = Phrases.TrimLink(Subject(text));
        return words.Compare.AtStart(noun) == noun.Length || noun is "年" ? default : noun;
    }

    // 为当时全市的1/70, 是上年的1.6倍: the base of a multiple is no part of its indicator.
    private static ReadOnlySpan<char> BeforeOf(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOfAny('是', '为', '达');
        // 门诊统筹试点县市达1/3: the link went with the words in front.
        return at >= 0 ? Subject(text[..at]) : text.IndexOf("于", StringComparison.Ordinal) < 0 ? Subject(text) : default;
    }

    private static ReadOnlySpan<char> WithoutPlan(ReadOnlySpan<char> text)
    {
        text = text.EndsWith("计划", StringComparison.Ordinal) || text.EndsWith("实际", StringComparison.Ordinal) ? text[..^2] : text;
        return text.TrimEnd("”已累计 ");
    }

    private static ReadOnlySpan<char> Subject(ReadOnlySpan<char> text) => Phrases.TrimLink(Phrases.TrimLead(text));

    private static ReadOnlySpan<char> WithoutLight(ReadOnlySpan<char> act) =>
        ClaimWords.Shared.Light.AtStart(act) is var light && light < act.Length - 1 ? act[light..] : act;

    // 50%以上的政务服务事项实现…
    private static bool StartsShare(ReadOnlySpan<char> right, char next)
    {
        var words = right.TrimStart(" 的");
        if (ClaimWords.Shared.Verb.AtStart(words) == words.Length)
            return false;
        return !words.IsEmpty && next is not ('，' or '。' or '、' or '；') && !Marks.IsListMark(words[0]) && ClaimWords.Shared.Predicate.AtStart(words) == 0 && ClaimWords.Shared.Adverb.AtStart(words) == 0 && words.Length >= 2;
    }

    // 集体收入20万元以上的村达到80%: how many of them, and no level.
    private static bool NamesMembers(ReadOnlySpan<char> head)
    {
        var member = ClaimWords.Shared.MemberNouns.AtEnd(head);
        return member > 0 && head.Length > member + 2 && head[^(member + 1)] == '的';
    }

    // 矿产业和电子信息业增幅最大
    public static int MostGrown(ReadOnlySpan<char> source, out int sign)
    {
        sign = 0;
        if (source.Length < 6 || !(source.EndsWith("最大", StringComparison.Ordinal) || source.EndsWith("最快", StringComparison.Ordinal) || source.EndsWith("较大", StringComparison.Ordinal) || source.EndsWith("较快", StringComparison.Ordinal)))
            return 0;
        var change = ClaimWords.Shared.Change.AtEnd(source[..^2], out sign);
        return change == 0 ? 0 : change + 2;
    }

    // 占预算安排的64%，一季度为31%
    public static bool IsTime(ReadOnlySpan<char> noun) => noun.Length is > 1 and < 10 && noun[^1] is '度' or '月' or '年' or '底' or '末' or '期' && Outlines.SpokenTime.LengthAt(noun, 0) == noun.Length;
}
