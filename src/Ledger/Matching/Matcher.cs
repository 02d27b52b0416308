namespace Luoshi.Ledger.Matching;

/// <summary>How far a pair is settled.</summary>
internal enum Certainty
{
    /// <summary>Alike enough, and nothing else comes near.</summary>
    Sure,

    /// <summary>A person said so.</summary>
    Confirmed,

    /// <summary>Waits for a person.</summary>
    Proposed,
}

/// <param name="Others">Further statements of the right side on the same promise: other stages of one quantity.</param>
/// <param name="Choices">Who else it could be, best first.</param>
internal sealed record Match(Statement Left, Statement Right, Likeness Likeness, Certainty Certainty, IReadOnlyList<Statement> Others, IReadOnlyList<(Statement Right, Likeness Likeness)> Choices);

internal sealed record MatchResult(IReadOnlyList<Match> Matches, IReadOnlyList<Statement> LeftOnly, IReadOnlyList<Statement> RightOnly);

/// <param name="Same">The pairs a person confirmed, by their keys.</param>
/// <param name="Different">The pairs a person rejected.</param>
internal sealed record Decided(IReadOnlySet<(string, string)> Same, IReadOnlySet<(string, string)> Different)
{
    public static Decided Nothing { get; } = new(new HashSet<(string, string)>(), new HashSet<(string, string)>());
}

/// <summary>
/// Finds which statements of two sides speak of the same promise. Every statement is given to one of the other side at most;
/// a pair is sure only when it is alike and its rivals are not, everything in between waits for a person.
/// </summary>
internal static class Matcher
{
    private const decimal Least = 0.46m;
    private const decimal Enough = 0.74m;

    /// <summary>A rival that comes nearer than this leaves it to a person.</summary>
    private const decimal Margin = 0.06m;

    /// <summary>With nobody else near at all, less is enough.</summary>
    private const decimal EnoughAlone = 0.66m;
    private const decimal Alone = 0.2m;

    /// <summary>A leftover this alike to a matched promise is another stage or count of it.</summary>
    private const decimal SameQuantity = 0.7m;

    private const int MostChoices = 5;

    public static MatchResult Run(IReadOnlyList<Statement> left, IReadOnlyList<Statement> right, Decided? decided = null)
    {
        var known = decided ?? Decided.Nothing;
        var pairs = Pairs(left, right, known);
        var (taken, used) = Assign(left, right, pairs, known);
        var others = Leftovers(pairs, taken, used);
        var byLeft = pairs.ToLookup(p => p.Left);
        var byRight = pairs.ToLookup(p => p.Right);
        var matches = taken.OrderBy(t => t.Key).Select(t => Describe(t.Key, t.Value)).ToList();
        var also = others.Values.SelectMany(o => o).ToHashSet();
        return new MatchResult(
            matches,
            [.. left.Where((_, i) => !taken.ContainsKey(i))],
            [.. right.Where((_, i) => !used.Contains(i) && !also.Contains(i))]);

        Match Describe(int l, Pair pair)
        {
            var certainty = known.Same.Contains((left[l].Key, right[pair.Right].Key)) ? Certainty.Confirmed : IsSure(pair) ? Certainty.Sure : Certainty.Proposed;
            return new Match(
                left[l],
                right[pair.Right],
                pair.Likeness,
                certainty,
                [.. others.GetValueOrDefault(l, []).Select(r => right[r])],
                [.. byLeft[l].Where(p => p.Right != pair.Right).OrderByDescending(p => p.Likeness.Score).Take(MostChoices).Select(p => (right[p.Right], p.Likeness))]);
        }

        // A rival counts only while it could still be the one: what belongs to another promise for sure is none.
        bool IsSure(Pair pair) => pair.Likeness.Score >= Enough ? Leads(pair, Margin) : pair.Likeness.Score >= EnoughAlone && Leads(pair, Alone);

        bool Leads(Pair pair, decimal margin) =>
            byLeft[pair.Left].All(p => p.Right == pair.Right || p.Likeness.Score <= pair.Likeness.Score - margin || Elsewhere(p, p.Right) || SameBlock(right[p.Right], right[pair.Right]))
            && byRight[pair.Right].All(p => p.Left == pair.Left || p.Likeness.Score <= pair.Likeness.Score - margin || (taken.TryGetValue(p.Left, out var has) && has.Right != pair.Right && has.Likeness.Score >= p.Likeness.Score + margin));

        bool Elsewhere(Pair rival, int r) => taken.Values.Any(t => t.Right == r && t.Left != rival.Left && t.Likeness.Score >= rival.Likeness.Score + Margin);
    }

    private static bool SameBlock(Statement one, Statement other) => one.Block.Length > 0 && one.Block == other.Block && one.Words.LikenessTo(other.Words) >= SameQuantity && one.Unit.Unit == other.Unit.Unit;

    private static List<Pair> Pairs(IReadOnlyList<Statement> left, IReadOnlyList<Statement> right, Decided known)
    {
        var pairs = new List<Pair>();
        for (var l = 0; l < left.Count; l++)
        {
            for (var r = 0; r < right.Count; r++)
            {
                if (known.Different.Contains((left[l].Key, right[r].Key)))
                    continue;
                var same = known.Same.Contains((left[l].Key, right[r].Key));
                var likeness = Likeness.Of(left[l], right[r]);
                if (same || likeness.Score >= Least)
                    pairs.Add(new Pair(l, r, likeness, same));
            }
        }

        return pairs;
    }

    /// <summary>Best pairs first; what a person confirmed goes before everything.</summary>
    private static (Dictionary<int, Pair> Taken, HashSet<int> Used) Assign(IReadOnlyList<Statement> left, IReadOnlyList<Statement> right, List<Pair> pairs, Decided known)
    {
        var taken = new Dictionary<int, Pair>();
        var used = new HashSet<int>();
        var ordered = pairs.OrderByDescending(p => p.Confirmed).ThenByDescending(p => p.Likeness.Score)
            // Of two stages equally alike the one the promise is about is its answer, else the later one.
            .ThenByDescending(p => left[p.Left].Stage == right[p.Right].Stage).ThenByDescending(p => right[p.Right].Stage).ThenBy(p => p.Left).ThenBy(p => p.Right);
        foreach (var pair in ordered)
        {
            if (taken.ContainsKey(pair.Left) || used.Contains(pair.Right))
                continue;
            taken[pair.Left] = pair;
            used.Add(pair.Right);
        }

        return (taken, used);
    }

    private static Dictionary<int, List<int>> Leftovers(List<Pair> pairs, Dictionary<int, Pair> taken, HashSet<int> used)
    {
        var others = new Dictionary<int, List<int>>();
        foreach (var best in pairs.Where(p => !used.Contains(p.Right) && p.Likeness.Score >= SameQuantity).GroupBy(p => p.Right).Select(g => g.MaxBy(p => p.Likeness.Score)!))
        {
            if (!taken.ContainsKey(best.Left))
                continue;
            if (!others.TryGetValue(best.Left, out var list))
                others[best.Left] = list = [];
            list.Add(best.Right);
        }

        return others;
    }

    private sealed record Pair(int Left, int Right, Likeness Likeness, bool Confirmed);
}
