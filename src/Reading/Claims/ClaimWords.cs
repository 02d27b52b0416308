using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Claims;

/// <summary>The words of <c>data/reading/lexicons/claims.txt</c>, ready for look-up.</summary>
internal sealed class ClaimWords
{
    private ClaimWords(Dictionary<string, List<string>> lists)
    {
        Lead = Set(lists, "lead");
        Link = Set(lists, "link");
        Compare = Set(lists, "compare");
        OfPlan = Set(lists, "of-plan");
        Verb = Set(lists, "verb");
        Light = Set(lists, "light");
        Predicate = Set(lists, "predicate");
        Adverb = Set(lists, "adverb");
        Generic = Set(lists, "generic");
        Planned = Set(lists, "planned");
        Done = Set(lists, "done");
        ListNouns = Set(lists, "list-nouns");
        ListVerbs = Set(lists, "list-verbs");
        Whole = Set(lists, "whole");
        WholeEnd = Set(lists, "whole-end");
        Per = Set(lists, "per");
        Causing = Set(lists, "causing");
        Nominal = Set(lists, "nominal");
        PlanNouns = Set(lists, "plan-nouns");
        VerbNouns = Set(lists, "verb-nouns");
        VerbFirst = Set(lists, "verb-first");
        Change = new WordMap<int>([
            .. lists["rise"].Distinct(StringComparer.Ordinal).Select(word => KeyValuePair.Create(word, 1)),
            .. lists["fall"].Distinct(StringComparer.Ordinal).Select(word => KeyValuePair.Create(word, -1)),
        ]);
    }

    public static ClaimWords Shared { get; } = new(LexiconFile.Load("claims.txt"));

    public WordMap<bool> Lead { get; }

    public WordMap<bool> Link { get; }

    public WordMap<bool> Compare { get; }

    public WordMap<bool> OfPlan { get; }

    public WordMap<bool> Verb { get; }

    public WordMap<bool> Light { get; }

    public WordMap<bool> Predicate { get; }

    public WordMap<bool> Adverb { get; }

    public WordMap<bool> Generic { get; }

    public WordMap<bool> Planned { get; }

    public WordMap<bool> Done { get; }

    public WordMap<bool> ListNouns { get; }

    public WordMap<bool> ListVerbs { get; }

    /// <summary>Words that begin like an adverb or a scope but are nouns.</summary>
    public WordMap<bool> Whole { get; }

    /// <summary>Words that end like a link but are nouns or verbs: 签约, 公共.</summary>
    public WordMap<bool> WholeEnd { get; }

    /// <summary>日均, 人均: averages of the noun before.</summary>
    public WordMap<bool> Per { get; }

    public WordMap<bool> Causing { get; }

    /// <summary>What behind a verb makes one noun of both.</summary>
    public WordMap<bool> Nominal { get; }

    /// <summary>Nouns that make the number behind them a plan.</summary>
    public WordMap<bool> PlanNouns { get; }

    /// <summary>Verbs that name what is counted when they stand behind another verb.</summary>
    public WordMap<bool> VerbNouns { get; }

    /// <summary>Verbs that stand before their noun also in a name: 新增学位, 惠及居民.</summary>
    public WordMap<bool> VerbFirst { get; }

    /// <summary>1 for growth, -1 for a fall.</summary>
    public WordMap<int> Change { get; }

    private static WordMap<bool> Set(Dictionary<string, List<string>> lists, string name) =>
        new(lists[name].Distinct(StringComparer.Ordinal).Select(word => KeyValuePair.Create(word, value: true)));
}
