using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>
/// Counts of the list's own items in the opening: 9件26项，7项办结，其余19项推进. The parts must make the whole where 其余 says so;
/// the whole is held against the numbering printed below; how many items "met" their target is an official judgement that
/// the percentages alone cannot settle.
/// </summary>
internal static class HeadCounts
{
    public static void Find(AuditScope scope, ReadOnlySpan<int> claims, ItemNumbers numbers, IReadOnlyList<Finding> rows, List<Finding> findings)
    {
        for (var at = 0; at < claims.Length; at++)
        {
            var claim = scope.Claims[claims[at]];
            if (!Check.IsAmount(claim) || !AuditWords.NamesTheList(claim.Indicator))
                continue;
            if (claim.Unit is "件" or "项" && claim.Stance == Stance.Planned)
                Numbering(scope, claims[at], numbers, findings);
            if (claim.Unit == "项")
                TheRest(scope, claims, at, findings);
            if (claim.Stance == Stance.Done && (claim.Indicator.Contains("年度目标", StringComparison.Ordinal) || claim.Indicator.Contains("完成全年", StringComparison.Ordinal)))
                Met(scope, claims[at], numbers.Met ??= CountMet(rows), findings);
        }
    }

    /// <summary>32项 against the last running number, 10件 against the headings 第一件 to 第十件.</summary>
    private static void Numbering(AuditScope scope, int claim, ItemNumbers numbers, List<Finding> findings)
    {
        var printed = scope.Claims[claim];
        var counted = printed.Unit == "件" ? numbers.Headings : numbers.LastItem;
        // Fewer numbers than items is a page that shows a part of its list, or lines that hold several items.
        if (counted < 2 || counted < printed.Value || !numbers.Claim(printed.Unit))
            return;
        var verdict = counted == printed.Value ? Verdict.Consistent : Verdict.CannotTell;
        var text = printed.Unit == "件" ? ("正文按件列出", "headings below: ") : ("正文编号到", "numbering below ends at ");
        var (shown, same) = (Numbers.Plain(printed.Value), verdict == Verdict.Consistent);
        findings.Add(Check.Make(scope, Relation.Count, verdict, claim,
            ($"{text.Item1}{counted}，印的是{shown}{printed.Unit}{(same ? "，相符" : "；编号可能另有含义，无法判定")}", $"{text.Item2}{counted}, {shown} is printed{(same ? ", as it should be" : "; the numbering may mean something else")}"),
            counted, [claim]));
    }

    /// <summary>26项，7项办结，其余19项推进.</summary>
    private static void TheRest(AuditScope scope, ReadOnlySpan<int> claims, int at, List<Finding> findings)
    {
        var whole = scope.Claims[claims[at]];
        Span<int> parts = stackalloc int[8];
        var count = 0;
        for (var i = at + 1; i < claims.Length && count < parts.Length; i++)
        {
            var part = scope.Claims[claims[i]];
            var between = scope.Between(scope.Claims[claims[i - 1]], part);
            if (between.ContainsAny("。\n"))
                return;
            if (part.Unit != whole.Unit || !Check.IsAmount(part) || part.Value >= whole.Value)
                continue;
            parts[count++] = claims[i];
            if (!CheckWords.TheRest.Any(between))
                continue;
            if (count >= 2)
                Close(scope, claims[at], parts[..count], findings);
            return;
        }
    }

    private static void Close(AuditScope scope, int whole, ReadOnlySpan<int> parts, List<Finding> findings)
    {
        var sum = 0m;
        foreach (var part in parts)
            sum += scope.Claims[part].Value;
        var verdict = sum == scope.Claims[whole].Value ? Verdict.Consistent : Verdict.Inconsistent;
        findings.Add(Check.Make(scope, Relation.Count, verdict, whole, SumWording.Of(scope, parts, sum, scope.Claims[whole], verdict), sum, [whole, .. parts]));
    }

    private static (int Met, int Judged) CountMet(IReadOnlyList<Finding> rows)
    {
        var (met, judged) = (0, 0);
        foreach (var row in rows)
        {
            if (row.Relation != Relation.OfPlan || row.Percent is not { } percent || row.Optional)
                continue;
            judged++;
            met += percent >= 100 && !row.Stage ? 1 : 0;
        }

        return (met, judged);
    }

    private static void Met(AuditScope scope, int claim, (int Met, int Judged) rows, List<Finding> findings)
    {
        var (met, judged) = rows;
        if (judged < 3)
            return;
        var printed = Numbers.Plain(scope.Claims[claim].Value);
        findings.Add(Check.Make(scope, Relation.Count, Verdict.CannotTell, claim,
            ($"印的是{printed}{scope.Claims[claim].Unit}；有百分比的{judged}行里有{met}行达到100%且没有停在更早的环节，政策类事项没有百分比，单凭百分比不能重算", $"{printed} is printed; of {judged} rows with a percentage {met} reach 100 % at the promised stage, and policy items print none, so the count cannot be recomputed"),
            expected: null, [claim]));
    }
}

/// <summary>How the items of a document are numbered; each count is checked once.</summary>
internal sealed class ItemNumbers
{
    private bool checkedHeadings;
    private bool checkedItems;

    public ItemNumbers(AuditScope scope)
    {
        foreach (var block in scope.Blocks)
        {
            if (block.Number is not { } number || block.Kind is BlockKind.Furniture or BlockKind.Note)
                continue;
            if (number.Length > 2 && number[0] == '第' && number[^1] == '件')
                Headings++;
            else if (int.TryParse(number, out var item) && item == LastItem + 1 && block.Kind is not BlockKind.Table)
                LastItem = item;
        }
    }

    public int Headings { get; }

    /// <summary>Rows that reach 100 % and rows judged; counted once, since a long document may repeat its head count often.</summary>
    public (int Met, int Judged)? Met { get; set; }

    /// <summary>The last of a running number that starts at 1 and leaves none out.</summary>
    public int LastItem { get; }

    /// <summary>True the first time a unit is asked for.</summary>
    public bool Claim(string unit)
    {
        ref var done = ref unit == "件" ? ref checkedHeadings : ref checkedItems;
        return !done && (done = true);
    }
}
