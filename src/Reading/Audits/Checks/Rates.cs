using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Audits.Wording;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Checks;

/// <summary>
/// Rates whose two counts are printed beside them: 抽查375户，合格366户，合格率97.6%. The verb of the rate names its part;
/// the base is what was checked or received. Where one of each stands in the sentence, the rate must follow.
/// </summary>
internal static class Rates
{
    public static void Find(AuditScope scope, ReadOnlySpan<int> claims, List<Finding> findings)
    {
        for (var at = 0; at < claims.Length; at++)
        {
            var rate = scope.Claims[claims[at]];
            if (rate.Measure != Measure.Rate || rate.Stance != Stance.Done || !Check.IsPercentage(rate) || rate.Value <= 0)
                continue;
            var verb = VerbOf(rate.Indicator);
            var part = verb.Length == 0 ? -1 : PartOf(scope, claims, at, verb);
            if (part < 0 || IsGraded(scope, claims, at, verb) || BaseOf(scope, claims, at, part, verb, out var settled) is not (>= 0 and var whole))
                continue;
            Add(scope, claims[at], claims[part], claims[whole], settled, findings);
            Complement(scope, claims, at, part, whole, verb, findings);
        }
    }

    /// <summary>The two characters in front of 率: 合格, 办结, 检出.</summary>
    private static string VerbOf(string indicator)
    {
        var end = indicator.LastIndexOf('率');
        return end >= 2 ? indicator[(end - 2)..end] : "";
    }

    private static int PartOf(AuditScope scope, ReadOnlySpan<int> claims, int at, string verb)
    {
        for (var i = at - 1; i >= 0 && i >= at - Check.Farthest; i--)
        {
            var claim = scope.Claims[claims[i]];
            if (EndsParagraphSentence(scope, claim, scope.Claims[claims[at]]))
                return -1;
            if (Check.IsAmount(claim) && Names(scope, claim, verb))
                return i;
        }

        // 发现龋齿1,962人，检出率34%: the verb is another, the count stands right in front.
        var near = at > 0 ? scope.Claims[claims[at - 1]] : null;
        return near is not null && Check.IsAmount(near) && verb is "检出" or "发现" && !scope.CrossesSentence(near!.Clean.End, scope.Claims[claims[at]].Clean.Start) ? at - 1 : -1;
    }

    private static bool Names(AuditScope scope, Claim claim, string verb)
    {
        if (claim.Indicator.EndsWith('率'))
            return false;
        var at = claim.Indicator.IndexOf(verb, StringComparison.Ordinal);
        if (at > 0 && claim.Indicator[at - 1] is '不' or '未')
            return false;
        return at >= 0 || scope.Before(claim, verb.Length + 1).EndsWith(verb, StringComparison.Ordinal);
    }

    /// <summary>满意371人，基本满意29人，不满意12人，满意率97.1%: the rate is of several grades together.</summary>
    private static bool IsGraded(AuditScope scope, ReadOnlySpan<int> claims, int at, string verb)
    {
        for (var i = at - 1; i >= 0 && i >= at - Check.Farthest; i--)
        {
            var claim = scope.Claims[claims[i]];
            if (EndsParagraphSentence(scope, claim, scope.Claims[claims[at]]))
                return false;
            var before = scope.Before(claim, verb.Length + 3).TrimEnd("的有");
            if (before.EndsWith(verb, StringComparison.Ordinal) && CheckWords.Grades.Any(before[..^verb.Length]))
                return true;
        }

        return false;
    }

    private static int BaseOf(AuditScope scope, ReadOnlySpan<int> claims, int at, int part, string verb, out bool settled)
    {
        var (fitting, named, others) = (-1, -1, 0);
        for (var i = part - 1; i >= 0 && i >= part - 4; i--)
        {
            var claim = scope.Claims[claims[i]];
            if (!Check.IsAmount(claim) || !Check.SameUnit(claim, scope.Claims[claims[part]]) || claim.Value < scope.Claims[claims[part]].Value || scope.Before(claim, verb.Length + 1).EndsWith(verb, StringComparison.Ordinal))
                continue;
            others++;
            var inSentence = !EndsParagraphSentence(scope, claim, scope.Claims[claims[at]]);
            if (named < 0 && inSentence && (CheckWords.Checked.Any(claim.Indicator) || CheckWords.Checked.Any(scope.Before(claim, 6))))
                named = i;
            if (fitting < 0 && PlanRatio.Fits(PrintedValue.OfResult(scope.Claims[claims[part]]), PrintedValue.OfResult(claim), scope.Claims[claims[at]]))
                fitting = i;
        }

        settled = fitting < 0 && others == 1 && named >= 0;
        return fitting >= 0 ? fitting : settled ? named : -1;
    }

    private static bool EndsParagraphSentence(AuditScope scope, Claim left, Claim right) => scope.Between(left, right).ContainsAny("。\n");

    private static void Add(AuditScope scope, int rate, int part, int whole, bool settled, List<Finding> findings)
    {
        var (printed, some, all) = (scope.Claims[rate], scope.Claims[part], scope.Claims[whole]);
        var fit = PlanRatio.Judge(PrintedValue.OfResult(some), PrintedValue.OfResult(all), printed);
        if (fit == Fit.None)
            return;
        var verdict = Check.VerdictOf(fit, settled ? Verdict.Inconsistent : Verdict.CannotTell);
        var (value, text) = Check.Share(some.Value, all.Value, printed);
        var working = Check.Outcome($"{Numbers.Chinese(some)} ÷ {Numbers.Chinese(all)}", $"{Numbers.English(some)} ÷ {Numbers.English(all)}", text, Check.Print(printed), verdict);
        findings.Add(Check.Make(scope, Relation.Rate, verdict, rate, working, value, [rate, part, whole]));
    }

    /// <summary>不合格的9户: what failed is the base less what passed.</summary>
    private static void Complement(AuditScope scope, ReadOnlySpan<int> claims, int at, int part, int whole, string verb, List<Finding> findings)
    {
        for (var i = part + 1; i < claims.Length && i <= at + 2; i++)
        {
            var claim = scope.Claims[claims[i]];
            if (!Check.IsAmount(claim) || claim.Unit != scope.Claims[claims[part]].Unit || EndsParagraphSentence(scope, scope.Claims[claims[whole]], claim))
                continue;
            var before = scope.Before(claim, 6);
            if (!before.Contains("不" + verb, StringComparison.Ordinal) && !before.Contains("未" + verb, StringComparison.Ordinal))
                continue;
            var rest = PrintedValue.OfResult(scope.Claims[claims[whole]]) - PrintedValue.OfResult(scope.Claims[claims[part]]);
            var verdict = rest.Overlaps(PrintedValue.OfResult(claim)) ? Verdict.Consistent : Verdict.Inconsistent;
            var left = scope.Claims[claims[whole]].Value - scope.Claims[claims[part]].Value;
            var sum = $"{Numbers.Chinese(scope.Claims[claims[whole]])} − {Numbers.Chinese(scope.Claims[claims[part]])}";
            var english = $"{Numbers.English(scope.Claims[claims[whole]])} − {Numbers.English(scope.Claims[claims[part]])}";
            findings.Add(Check.Make(scope, Relation.Difference, verdict, claims[i], Check.Outcome(sum, english, Numbers.Plain(left), Numbers.Plain(claim.Value), verdict), left, [claims[i], claims[part], claims[whole]]));
            return;
        }
    }
}
