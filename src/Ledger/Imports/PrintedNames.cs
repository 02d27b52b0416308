using Luoshi.Ledger.Items;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;

namespace Luoshi.Ledger.Imports;

/// <summary>What a printed name may mean.</summary>
/// <param name="Candidates">With a label that tells them apart. One: it is meant. Several: somebody chooses. None: somebody names it.</param>
internal sealed record PrintedName(string Text, IReadOnlyList<(Guid Id, string Label)> Candidates)
{
    /// <summary>Stands for all of them at once, such as 各区（县）政府; a person confirms it.</summary>
    public bool IsGroup { get; init; }

    /// <summary>Found by a shorter or longer form of the name; whoever adopts sees it and may mean another.</summary>
    public bool ByShortForm { get; init; }

    public bool IsOpen => IsGroup || Candidates.Count != 1;

    /// <summary>What an unknown name most likely shortens, such as 市住建局; a person confirms it.</summary>
    public Guid? Guess { get; init; }
}

/// <summary>The unit names and lead officials of a proposal, held against the tree of units and posts.</summary>
/// <param name="AllUnits">Every unit with a label that tells it apart, for names the tree does not know.</param>
internal sealed record NamesFound(IReadOnlyList<PrintedName> Units, IReadOnlyList<PrintedName> Officials, IReadOnlyList<(Guid Id, string Label)> AllUnits, IReadOnlyList<(Guid Id, string Label)> AllPosts)
{
    /// <summary>In place of a unit: left open on purpose. Nothing that exists has this id.</summary>
    public static Guid Open { get; } = Guid.Empty;

    /// <summary>In place of a unit: one to be set up with the adoption.</summary>
    public static Guid New { get; } = Guid.AllBitsSet;

    /// <summary>In place of a unit: a group was confirmed, all of its units are meant.</summary>
    public static Guid All { get; } = new("ffffffff-ffff-ffff-ffff-fffffffffffe");

    /// <summary>The proposal with every confirmed group named unit by unit, and the units of those names.</summary>
    public (Proposal Proposal, IReadOnlyDictionary<string, Guid> Units) Spread(Proposal proposal, IReadOnlyDictionary<string, Guid> choices)
    {
        var units = new Dictionary<string, Guid>(UnitsBy(choices), StringComparer.Ordinal);
        var groups = Units.Where(n => n.IsGroup && choices.GetValueOrDefault(n.Text) == All).ToDictionary(n => n.Text, n => n.Candidates, StringComparer.Ordinal);
        if (groups.Count == 0)
            return (proposal, units);
        foreach (var (id, label) in groups.Values.SelectMany(group => group))
            units[label] = id;
        return (new Proposal([.. proposal.Commitments.Select(c => c with { Items = [.. c.Items.Select(One)] })]), units);

        // Nobody leads in a crowd: a group answers beside whoever leads.
        ProposedItem One(ProposedItem item) => item with
        {
            Units = [.. item.Units.SelectMany(u => groups.TryGetValue(u.Name, out var all) ? all.Select(one => (one.Label, u.Role == UnitRole.Lead ? UnitRole.Responsible : u.Role)) : [u])],
        };
    }

    /// <summary>Names that tell by themselves, and those a person chose. A choice of something that no longer exists does not count.</summary>
    public IReadOnlyDictionary<string, Guid> UnitsBy(IReadOnlyDictionary<string, Guid> choices) => Settle(Units, AllUnits, choices);

    public IReadOnlyDictionary<string, Guid> PostsBy(IReadOnlyDictionary<string, Guid> choices) => Settle(Officials, AllPosts, choices);

    private static Dictionary<string, Guid> Settle(IReadOnlyList<PrintedName> names, IReadOnlyList<(Guid Id, string Label)> all, IReadOnlyDictionary<string, Guid> choices)
    {
        var existing = all.Select(a => a.Id).ToHashSet();
        var settled = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var isChosen = choices.TryGetValue(name.Text, out var chosen);
            if (isChosen && existing.Contains(chosen))
                settled[name.Text] = chosen;
            else if (!name.IsOpen && !(isChosen && name.ByShortForm && (chosen == Open || chosen == New)))
                settled[name.Text] = name.Candidates[0].Id;
        }

        return settled;
    }
}

/// <summary>Finds what the names of a sheet mean.</summary>
internal sealed class PrintedNames(OrgDirectory directory, TimeProvider clock)
{
    public async Task<NamesFound> FindAsync(Proposal proposal, CancellationToken cancellation = default)
    {
        var today = LocalTime.Today(clock);
        var units = await directory.UnitsAsync(today, cancellation: cancellation);
        var posts = await directory.PostsAsync(today, cancellation: cancellation);
        var byId = units.ToDictionary(u => u.Id);
        var labels = units.ToDictionary(u => u.Id, u => u.ParentId is { } parent && byId.TryGetValue(parent, out var above) ? $"{u.Name}（{above.Name}）" : u.Name);
        var forms = new UnitForms(units);
        return new NamesFound(
            [.. proposal.Items.SelectMany(NamesOf).Distinct(StringComparer.Ordinal).Select(name => Unit(name, units, forms, labels))],
            [.. proposal.Items.Select(i => i.LeadOfficial).OfType<string>().Distinct(StringComparer.Ordinal).Select(name => new PrintedName(name, [.. posts.Where(p => IsMeant(p, name)).Select(p => (p.Id, Label(p)))]))],
            [.. units.Select(u => (u.Id, labels[u.Id]))],
            [.. posts.Select(p => (p.Id, Label(p)))]);
    }

    /// <summary>By its name or short name; else by a form of it; else as a group.</summary>
    private static PrintedName Unit(string name, IReadOnlyList<UnitView> units, UnitForms forms, Dictionary<Guid, string> labels)
    {
        var found = units.Where(u => u.Name == name || u.ShortName == name).ToList();
        var exact = found.Count > 0;
        if (!exact && forms.Group(name) is { Count: > 0 } group)
            return new PrintedName(name, [.. group.Select(u => (u.Id, labels[u.Id]))]) { IsGroup = true };
        if (!exact)
            found = [.. forms.Find(name)];
        return new PrintedName(name, [.. found.Select(u => (u.Id, labels[u.Id]))]) { ByShortForm = !exact && found.Count > 0, Guess = found.Count == 0 ? LongFormOf(name, units) : null };
    }

    private static IEnumerable<string> NamesOf(ProposedItem item) =>
        item.Units.Select(u => u.Name).Concat(item.Indicators.Concat(item.Indicators.SelectMany(i => i.Parts)).Select(i => i.ReportedBy).OfType<string>());

    /// <summary>The one unit whose name has these characters in this order, from its first to its last.</summary>
    private static Guid? LongFormOf(string name, IReadOnlyList<UnitView> units) =>
        name.Length >= 3 && units.Where(u => u.Name.Length > name.Length && u.Name[0] == name[0] && u.Name[^1] == name[^1] && Holds(u.Name, name)).Take(2).ToList() is [var only] ? only.Id : null;

    private static bool Holds(string whole, string part)
    {
        var found = 0;
        foreach (var c in whole)
        {
            if (found < part.Length && c == part[found])
                found++;
        }

        return found == part.Length;
    }

    /// <summary>By unit and title, by title alone, or by who holds it.</summary>
    private static bool IsMeant(PostView post, string name) =>
        name == post.UnitName + post.Title || name == post.Title || name == Label(post) || (post.PersonName is { } person && (name == person || name == post.Title + person || name == person + post.Title));

    public static string Label(PostView post) => post.PersonName is { } person ? $"{post.UnitName}{post.Title}（{person}）" : post.UnitName + post.Title;
}
