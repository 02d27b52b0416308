using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Documents.Correct;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;

namespace Luoshi.Ledger.Imports;

/// <summary>What a person called things while checking a proposal. The sentences they stand in are kept as they are.</summary>
internal static class ProposalNames
{
    public static string ItemField(ProposedItem item) => $"i-{item.Number}";

    public static string IndicatorField(ProposedItem item, int index) => $"x-{item.Number}-{index}";

    /// <summary>The target beside it, as printed: 200个以上.</summary>
    public static string TargetField(ProposedItem item, int index) => $"t-{item.Number}-{index}";

    /// <summary>A target as its field shows it; empty for an indicator without one.</summary>
    public static string Target(ProposedIndicator indicator) => indicator.Promised is { } promised ? new TargetValue(promised, indicator.Bound).Print(indicator.Unit) : "";

    /// <param name="typed">The name typed in a field; empty where nothing was typed, and the machine's name stays.</param>
    public static Outcome<Proposal> Apply(Proposal proposal, Func<string, string> typed)
    {
        var bundles = new List<ProposedCommitment>(proposal.Commitments.Count);
        foreach (var bundle in proposal.Commitments)
        {
            var items = new List<ProposedItem>(bundle.Items.Count);
            foreach (var item in bundle.Items)
            {
                if (!Named(item, typed).TryGet(out var named, out var refusal))
                    return refusal;
                items.Add(named);
            }

            bundles.Add(bundle with { Items = items });
        }

        return new Proposal(bundles);
    }

    private static Outcome<ProposedItem> Named(ProposedItem item, Func<string, string> typed)
    {
        var name = typed(ItemField(item));
        if (name.Length > Item.MaxName)
            return LedgerRefusals.TooLong(ItemField(item), Item.MaxName);
        var indicators = new List<ProposedIndicator>(item.Indicators.Count);
        for (var i = 0; i < item.Indicators.Count; i++)
        {
            var called = typed(IndicatorField(item, i));
            if (called.Length > Indicator.MaxName)
                return LedgerRefusals.TooLong(IndicatorField(item, i), Indicator.MaxName);
            if (!Aimed(item.Indicators[i], typed(TargetField(item, i)), TargetField(item, i)).TryGet(out var aimed, out var refusal))
                return refusal;
            indicators.Add(called.Length == 0 ? aimed : aimed with { Name = called });
        }

        return item with { Name = name.Length == 0 ? item.Name : name, Indicators = indicators };
    }

    /// <summary>Nothing typed leaves the machine's target, a dash takes it away: what is watched without a promise.</summary>
    private static Outcome<ProposedIndicator> Aimed(ProposedIndicator indicator, string typed, string field)
    {
        if (typed.Length == 0 || typed == Target(indicator))
            return indicator;
        if (typed is "-" or "—" or "无")
            return indicator with { Promised = null, Bound = Bound.Exact, WorkingPlan = null };
        var plain = typed.Replace(indicator.Unit.ToString(), "", StringComparison.Ordinal).Replace(indicator.Unit.Unit.Length > 0 ? indicator.Unit.Unit : "\0", "", StringComparison.Ordinal);
        return TypedPlan.Parse(plain) is { Max: null } target
            ? indicator with { Promised = target.Value * indicator.Unit.Power, Bound = target.Bound }
            : new Refusal("import.bad_target", $"“{typed}”不是可以采纳的目标，请写成“200{indicator.Unit}以上”这样的数；没有目标写“无”。", $"\"{typed}\" is no target; write it like 200{indicator.Unit}以上, or 无 where there is none.", field);
    }
}
