using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;

namespace Luoshi.Ledger.Imports;

/// <summary>What a person called things while checking a proposal. The sentences they stand in are kept as they are.</summary>
internal static class ProposalNames
{
    public static string ItemField(ProposedItem item) => $"i-{item.Number}";

    public static string IndicatorField(ProposedItem item, int index) => $"x-{item.Number}-{index}";

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
            indicators.Add(called.Length == 0 ? item.Indicators[i] : item.Indicators[i] with { Name = called });
        }

        return item with { Name = name.Length == 0 ? item.Name : name, Indicators = indicators };
    }
}
