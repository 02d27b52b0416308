using System.Globalization;
using Luoshi.Platform.Access;

namespace Luoshi.Platform.OrgUnits.Import;

/// <summary>
/// What a sheet adds to what is there. A parent may stand above or below its units in the sheet. Units of the same name are told
/// apart by the unit above them; where that is not said, a person chooses.
/// </summary>
internal sealed class OrgImportPlan
{
    private readonly DateOnly from;
    private readonly IReadOnlyDictionary<string, Guid> choices;
    private readonly Dictionary<Guid, OrgUnit> byId;
    private readonly Dictionary<string, List<OrgUnit>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<(Guid Unit, string Title), Post> posts = [];
    private readonly Dictionary<(string Name, string? Phone), Person> people = [];
    private readonly Dictionary<Guid, Guid> holders = [];
    private readonly HashSet<(Guid Post, Role Role, Guid Unit)> bound = [];

    public OrgImportPlan(DateOnly from, OrgInventory known, IReadOnlyDictionary<string, Guid> choices)
    {
        (this.from, this.choices) = (from, choices);
        byId = known.Units.ToDictionary(unit => unit.Id);
        foreach (var unit in known.Units)
            Remember(unit);
        foreach (var post in known.Posts)
            posts.TryAdd((post.UnitId, post.Title), post);
        foreach (var person in known.People)
            people.TryAdd((person.Name, person.Phone), person);
        foreach (var holding in known.Holdings)
            holders.TryAdd(holding.PostId, holding.PersonId);
        foreach (var binding in known.Bindings)
            bound.Add((binding.PostId, binding.Role, binding.UnitId));
    }

    public List<object> Added { get; } = [];

    public List<CellFault> Faults { get; } = [];

    public List<OrgPreviewLine> Preview { get; } = [];

    /// <summary>Names that mean several units, with what may be meant.</summary>
    public Dictionary<string, IReadOnlyList<UnitLabel>> Ambiguous { get; } = new(StringComparer.Ordinal);

    public void Take(IReadOnlyList<OrgLine> lines)
    {
        var wanted = lines.Where(line => line.Unit.Length > 0).ToLookup(line => line.Unit, StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Unit.Length > 0))
        {
            var before = Added.Count;
            if (Unit(line, wanted, []) is not { } unit)
                continue;
            Staff(line, unit);
            Preview.Add(OrgPreviewLine.Of(line, Above(unit), Added.Skip(before)));
        }
    }

    private OrgUnit? Unit(OrgLine line, ILookup<string, OrgLine> wanted, HashSet<string> above)
    {
        // The line that names a parent speaks for the unit; others of the same unit only add posts.
        var parents = wanted[line.Unit].Where(l => l.Parent.Length > 0).DistinctBy(l => l.Parent, StringComparer.Ordinal).ToList();
        if (line.Parent.Length == 0 && parents.Count > 1)
            return Fault(line, $"表中有 {parents.Count} 个“{line.Unit}”，请在这一行写明上级单位", $"the sheet has {parents.Count} units called '{line.Unit}'; name the one above in this row");
        var speaker = line.Parent.Length > 0 ? line : parents.FirstOrDefault() ?? line;
        if (speaker.Parent.Length == 0)
            return Named(line.Unit, line) is var (found, several) && (found is not null || several) ? found : New(speaker, parent: null);
        if (!above.Add(line.Unit) || above.Count > OrgUnit.MaxDepth)
            return Fault(line, $"“{line.Unit}”的上级绕回了自己，或层级过深", $"the parents of '{line.Unit}' lead back to itself, or too deep");
        if (Under(line.Unit, speaker.Parent) is { } known)
            return known;
        return Parent(speaker, wanted, above) is not { } parent ? null : Under(line.Unit, parent) ?? New(speaker, parent);
    }

    private OrgUnit? Parent(OrgLine line, ILookup<string, OrgLine> wanted, HashSet<string> above)
    {
        if (wanted[line.Parent].Any(l => l.Parent.Length > 0))
            return Unit(wanted[line.Parent].First(l => l.Parent.Length > 0), wanted, above);
        var (found, several) = Named(line.Parent, line);
        if (found is not null || several)
            return found;
        return wanted.Contains(line.Parent)
            ? Unit(wanted[line.Parent].First(), wanted, above)
            : Fault(line, $"表中和系统中都没有上级单位“{line.Parent}”", $"the parent '{line.Parent}' is neither in the sheet nor in the system");
    }

    /// <summary>The unit a bare name means; when it may mean several, the one that was chosen.</summary>
    private (OrgUnit? Found, bool Several) Named(string name, OrgLine line)
    {
        if (!byName.TryGetValue(name, out var known))
            return (null, false);
        if (known.Count == 1)
            return (known[0], false);
        if (choices.TryGetValue(name, out var chosen) && known.Find(unit => unit.Id == chosen) is { } picked)
            return (picked, false);
        Ambiguous[name] = [.. known.Select(unit => new UnitLabel(unit.Id, Above(unit), unit.Name, unit.ShortName))];
        Fault(line, $"有 {known.Count} 个单位叫“{name}”，请选择是哪一个", $"{known.Count} units are called '{name}'; choose which is meant");
        return (null, true);
    }

    private OrgUnit? Under(string name, string parent) =>
        byName.GetValueOrDefault(name)?.FindAll(unit => unit.ParentId is { } id && byId.TryGetValue(id, out var above) && (above.Name == parent || above.ShortName == parent)) is [var only] ? only : null;

    private OrgUnit? Under(string name, OrgUnit parent) => byName.GetValueOrDefault(name)?.Find(unit => unit.ParentId == parent.Id);

    private OrgUnit New(OrgLine line, OrgUnit? parent)
    {
        var id = Guid.CreateVersion7();
        var unit = new OrgUnit
        {
            Id = id,
            Name = line.Unit,
            ShortName = line.ShortName.Length > 0 ? line.ShortName : null,
            ParentId = parent?.Id,
            Division = line.Division,
            CreditCode = line.CreditCode,
            From = from,
            Order = byId.Count + 1,
            Path = OrgUnit.PathOf(parent?.Path, id),
        };
        byId.Add(id, unit);
        Remember(unit);
        Added.Add(unit);
        return unit;
    }

    private void Remember(OrgUnit unit)
    {
        if (!byName.TryGetValue(unit.Name, out var same))
            byName[unit.Name] = same = [];
        same.Add(unit);
    }

    private string Above(OrgUnit unit)
    {
        var names = new List<string>();
        for (var step = unit; step is not null && names.Count <= OrgUnit.MaxDepth; step = step.ParentId is { } parent ? byId.GetValueOrDefault(parent) : null)
            names.Insert(0, step.Name);
        return string.Join(" › ", names);
    }

    private void Staff(OrgLine line, OrgUnit unit)
    {
        if (line.Post.Length == 0)
            return;
        if (!posts.TryGetValue((unit.Id, line.Post), out var post))
            Added.Add(posts[(unit.Id, line.Post)] = post = new Post { UnitId = unit.Id, Title = line.Post, From = from });
        foreach (var role in line.Roles)
        {
            if (bound.Add((post.Id, role, unit.Id)))
                Added.Add(new RoleBinding { PostId = post.Id, Role = role, UnitId = unit.Id, From = from });
        }

        if (line.Person.Length > 0)
            Appoint(line, post);
    }

    private void Appoint(OrgLine line, Post post)
    {
        var phone = line.Phone.Length > 0 ? line.Phone : null;
        if (!people.TryGetValue((line.Person, phone), out var person))
            Added.Add(people[(line.Person, phone)] = person = new Person { Name = line.Person, Phone = phone, Email = line.Email.Length > 0 ? line.Email : null });
        if (!holders.TryGetValue(post.Id, out var holder))
            Added.Add(new PostHolding { PostId = post.Id, PersonId = holders[post.Id] = person.Id, From = from });
        else if (holder != person.Id)
            Fault(line, $"岗位“{line.Post}”已由他人担任", $"the post '{line.Post}' is held by someone else");
    }

    private OrgUnit? Fault(OrgLine line, string chinese, string english)
    {
        var fault = new CellFault(line.Row.ToString(CultureInfo.InvariantCulture), chinese, english);
        if (!Faults.Contains(fault))
            Faults.Add(fault);
        return null;
    }
}
