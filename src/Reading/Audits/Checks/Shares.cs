using System.Buffers;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>
/// A part's printed share of its whole. Wrong only where the sentence settles both: the part is named, and 其中 says what it is
/// a part of. A whole named elsewhere in the document (GDP, 总量) may be of another date or scope.
/// </summary>
internal static class Shares
{
    /// <summary>How many figures behind a whole are looked at for other shares of it.</summary>
    private const int MostShares = 48;

    private static readonly SearchValues<char> Stops = SearchValues.Create("，,。；;：:、\n");

    public static void Find(AuditScope scope, ReadOnlySpan<int> claims, WholeIndex wholes, List<Finding> findings)
    {
        for (var at = 0; at < claims.Length; at++)
        {
            var share = scope.Claims[claims[at]];
            if (share.Measure != Measure.Share || share.Stance != Stance.Done || !Check.IsPercentage(share) || Rows.PlanPercents.Is(scope, claims, at))
                continue;
            var (subject, whole) = Words(scope, share);
            if (PartOf(scope, claims, at, subject) is var part && part >= 0)
                Judge(scope, claims, at, part, whole, wholes, findings);
        }
    }

    /// <summary>网络6,918件，电话占82.0%: the words in front of 占 and, up to 的, behind it.</summary>
    private static (string Subject, string Whole) Words(AuditScope scope, Claim share)
    {
        var before = scope.Before(share, 24);
        var takes = before.LastIndexOf('占');
        if (takes < 0)
            return ("", "");
        var whole = before[(takes + 1)..].Trim("的比重例达到为约近超过 ");
        var subject = before[..takes];
        var stop = subject.LastIndexOfAny(Stops);
        subject = (stop < 0 ? subject : subject[(stop + 1)..]).Trim("其中 ");
        // GDP占比4.92% names the whole in front.
        if (whole.IsEmpty && (subject is "GDP" || subject.EndsWith("生产总值", StringComparison.Ordinal)))
            return ("", subject.ToString());
        return (subject.ToString(), whole.ToString());
    }

    private static int PartOf(AuditScope scope, ReadOnlySpan<int> claims, int at, string subject)
    {
        for (var i = at - 1; i >= 0 && i >= at - Check.Farthest; i--)
        {
            var claim = scope.Claims[claims[i]];
            if (scope.CrossesSentence(claim.Clean.End, scope.Claims[claims[at]].Clean.Start))
                return -1;
            if (!Check.IsAmount(claim))
                continue;
            // A figure inside the subject (…增加值35.25亿元占) or no subject at all: the nearest.
            if (subject.Length < 2 || subject.AsSpan().ContainsAnyInRange('0', '9') || claim.Indicator.Contains(subject, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    private static void Judge(AuditScope scope, ReadOnlySpan<int> claims, int at, int part, string named, WholeIndex wholes, List<Finding> findings)
    {
        if (CheckWords.OuterWhole.Any(named))
            return;
        var index = PartMarks(scope, claims, part);
        // 其中有效诉求2942件，占总量的88%；无效诉求393件，占总量的12%: the first is a part of the same total itself.
        if (index >= 0 && named.Length > 1 && HasShareOf(scope, claims, index, named))
            return;
        if (index >= 0 && !IsNamedElsewhere(named) && (Fits(scope, claims[at], claims[part], claims[index]) || (IsSettled(scope, claims, at, index) && IsCalled(scope.Claims[claims[index]], named) && !IsPlanOfDone(scope.Claims[claims[index]], scope.Claims[claims[part]]))))
        {
            Add(scope, claims[at], claims[part], claims[index], Verdict.Inconsistent, findings);
            return;
        }

        for (var i = part - 1; i >= 0 && i >= part - Check.Farthest; i--)
        {
            if (CanBeWhole(scope.Claims[claims[i]], scope.Claims[claims[part]]) && Fits(scope, claims[at], claims[part], claims[i]))
            {
                Add(scope, claims[at], claims[part], claims[i], Verdict.CannotTell, findings);
                return;
            }
        }

        // 执行中147项，其中见成效142项、待见成效5项，各占一个比例: the shares are of a total that is not printed beside them.
        if (index >= 0 && !IsNamedElsewhere(named))
        {
            Add(scope, claims[at], claims[part], claims[index], Verdict.CannotTell, findings);
            return;
        }

        if (wholes.Find(named.Length > 1 ? named : scope.Claims[claims[at]].Indicator, claims[part], claims[at]) is var far && far >= 0)
            Add(scope, claims[at], claims[part], far, Verdict.CannotTell, findings);
    }

    private static bool HasShareOf(AuditScope scope, ReadOnlySpan<int> claims, int whole, string named)
    {
        var next = whole + 1;
        return next < claims.Length && scope.Claims[claims[next]] is { Measure: Measure.Share } share && Words(scope, share).Whole == named;
    }

    /// <summary>
    /// 其中 settles the whole, unless the text shows that its shares are of something else: this one is of an earlier figure, or
    /// none of several shares of the same whole is a share of it.
    /// </summary>
    private static bool IsSettled(AuditScope scope, ReadOnlySpan<int> claims, int at, int index)
    {
        var others = 0;
        for (var i = index + 1; i < claims.Length && i <= index + MostShares; i++)
        {
            var share = scope.Claims[claims[i]];
            if (i == at || share.Measure != Measure.Share || !Check.IsPercentage(share) || !Check.IsAmount(scope.Claims[claims[i - 1]]) || PartMarks(scope, claims, i - 1) != index)
                continue;
            if (Fits(scope, claims[i], claims[i - 1], claims[index]))
                return true;
            others++;
        }

        return others == 0 && !FitsEarlier(scope, claims, at, index);
    }

    /// <summary>完成1.8亿元，占任务数2.4亿元的75%，其中工业投资4000万元，比重22.2%: what was done is no part of the plan.</summary>
    private static bool IsPlanOfDone(Claim whole, Claim part) => whole.Stance == Stance.Planned && part.Stance == Stance.Done;

    private static bool FitsEarlier(AuditScope scope, ReadOnlySpan<int> claims, int at, int index)
    {
        var part = scope.Claims[claims[at - 1]];
        for (var i = index - 1; i >= 0 && i >= index - Check.Farthest; i--)
        {
            if (Check.IsAmount(part) && CanBeWhole(scope.Claims[claims[i]], part) && Fits(scope, claims[at], claims[at - 1], claims[i]))
                return true;
        }

        return false;
    }

    private static int PartMarks(AuditScope scope, ReadOnlySpan<int> claims, int part)
    {
        var whole = Rows.PartMarks.WholeOf(scope, claims, part);
        return whole >= 0 && CanBeWhole(scope.Claims[claims[whole]], scope.Claims[claims[part]]) ? whole : -1;
    }

    /// <summary>其中工业投资7亿元，占总投资的32% behind 固定资产投资: a total of a name of its own may be another than the one printed; 总数 and 总量 are none.</summary>
    private static bool IsCalled(Claim whole, string named) =>
        named.Length < 2 || named[^1] is '量' or '数' or '额' or '部' || whole.Indicator.Contains(named, StringComparison.Ordinal);

    private static bool IsNamedElsewhere(string named) => named.Length > 1 && !CheckWords.OwnWhole.Any(named);

    private static bool CanBeWhole(Claim whole, Claim part) => Check.IsAmount(whole) && Check.SameUnit(whole, part) && whole.Value >= part.Value;

    private static bool Fits(AuditScope scope, int share, int part, int whole) =>
        PlanRatio.Fits(PrintedValue.OfResult(scope.Claims[part]), PrintedValue.OfResult(scope.Claims[whole]), scope.Claims[share]);

    private static void Add(AuditScope scope, int share, int part, int whole, Verdict otherwise, List<Finding> findings)
    {
        var (printed, some, all) = (scope.Claims[share], scope.Claims[part], scope.Claims[whole]);
        var fit = PlanRatio.Judge(PrintedValue.OfResult(some), PrintedValue.OfResult(all), printed);
        if (fit == Fit.None)
            return;
        var (value, text) = Check.Share(some.Value, all.Value, printed);
        var verdict = Check.VerdictOf(fit, otherwise);
        var working = Check.Outcome($"{Numbers.Chinese(some)} ÷ {Numbers.Chinese(all)}（{all.Indicator}）", $"{Numbers.English(some)} ÷ {Numbers.English(all)}", text, Check.Print(printed), verdict);
        findings.Add(Check.Make(scope, Relation.Share, verdict, share, working, value, [share, part, whole]));
    }
}
