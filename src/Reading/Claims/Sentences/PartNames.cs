namespace Luoshi.Reading.Claims.Sentences;

/// <summary>How a part of a whole is called: by the place, the kind or the step that sets it apart, and by what it is a part of.</summary>
internal static class PartNames
{
    // 其中135.8万平方米已完工 takes the noun of the whole, 其中老城片区612处 puts the place before it, 其中中小学22所 takes its verb.
    /// <param name="stretch">The number is a length: kilometres along 东河 are of the path that was named.</param>
    public static Phrase Of(Phrase part, Phrase head, bool stretch)
    {
        // 其中：东山区完成3900人: a place that did it is the place of the whole.
        if (part.Noun.Length > 3 && part.Noun.EndsWith("完成", StringComparison.Ordinal) && (IsPlace(part.Noun[..^2]) || IsOwnLevel(part.Noun[..^2])))
            part = part with { Noun = part.Noun[..^2] };
        else if (part.Verb is "完成" && (IsPlace(part.Noun) || IsOwnLevel(part.Noun)))
            part = part with { Verb = "" };
        // 其中：国税部门完成2.3亿元: a body that brought in its part of a sum.
        else if (part.Noun.EndsWith("部门完成", StringComparison.Ordinal) && head.Noun.Length > 2)
            return new Phrase(part.Noun[..^2] + head.Noun, head.Verb);
        if (part.Noun.Length == 0)
            return part.Verb.Length == 0 ? head : part with { Noun = head.Noun };
        if (part.Verb.Length > 0)
            return part;
        // 受理诉求100件，其中前台即时办结60件
        if (ClaimWords.Shared.Handled.AtEnd(part.Noun) > 0 && ClaimWords.Shared.Handled.AtEnd(head.Noun) == 0)
            return part with { Noun = part.Noun + (BehindKinds(head.Noun).TrimStart('相', '关', '此', '类') is { Length: > 0 } cases ? cases : head.Noun.Length <= 8 ? head.Noun : "") };
        // 求助类诉求30件，举报类20件
        if (part.Noun[^1] == '类' && part.Noun.Length <= 8)
            return part with { Noun = part.Noun + BehindKinds(head.Noun).TrimStart('类') };
        // 回访240件，其中满意235件
        if (ClaimWords.Shared.Grades.AtStart(part.Noun) == part.Noun.Length)
            return new Phrase(head.Noun + part.Noun, "");
        var narrows = part.Noun.Length <= 2 || IsPlace(part.Noun) || IsOwnLevel(part.Noun) || (stretch && part.Noun.Length <= 4 && head.Noun.Length > 3 && part.Noun[^1] != head.Noun[^1]);
        var noun = narrows && !IsPlace(head.Noun) && !head.Noun.Contains(part.Noun, StringComparison.Ordinal) ? part.Noun + head.Noun : part.Noun;
        // 23个项目已完成全年任务，其中托育类5个: what was told of the whole is no step that its parts take over.
        return ClaimWords.Shared.PlanBases.AtEnd(head.Verb) > 0 ? part with { Noun = noun } : part with { Noun = noun, Verb = head.Verb, VerbFirst = head.VerbFirst };
    }

    // 云栖县|农村危房改造: the place that was put in front of the thing all parts have.
    public static string PlaceIn(string part, string whole) =>
        whole.Length > 1 && part.Length > whole.Length && part.EndsWith(whole, StringComparison.Ordinal) && IsPlace(part[..^whole.Length]) ? part[..^whole.Length] : "";

    // 省本级, 市本级
    private static bool IsOwnLevel(string noun) => noun.Length <= 4 && noun.EndsWith("本级", StringComparison.Ordinal);

    public static bool IsPlace(string noun) =>
        noun.Length > 0 && (noun[^1] is '区' or '县' or '市' or '镇' or '乡' or '村' or '旗' || noun.EndsWith("街道", StringComparison.Ordinal));

    // 日均市民诉求 → 诉求
    public static string BehindKinds(string noun)
    {
        var length = ClaimWords.Shared.CaseNouns.AtEnd(noun);
        return length > 0 ? noun[^length..] : "";
    }
}
