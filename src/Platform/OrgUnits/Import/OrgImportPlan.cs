using System.Globalization;
using Luoshi.Platform.Access;

namespace Luoshi.Platform.OrgUnits.Import;

/// <summary>What a sheet adds to what is there. A parent may stand above or below its units in the sheet.</summary>
internal sealed class OrgImportPlan
{
    private readonly DateOnly from;
    private readonly Dictionary<string, OrgUnit> units = new(StringComparer.Ordinal);
    private readonly Dictionary<(Guid Unit, string Title), Post> posts = [];
    private readonly Dictionary<(string Name, string? Phone), Person> people = [];
    private readonly Dictionary<Guid, Guid> holders = [];
    private readonly HashSet<(Guid Post, Role Role, Guid Unit)> bound = [];

    public OrgImportPlan(DateOnly from, List<OrgUnit> units, List<Post> posts, List<Person> people, List<PostHolding> holdings, List<RoleBinding> bindings)
    {
        this.from = from;
        foreach (var unit in units)
            this.units.TryAdd(unit.Name, unit);
        foreach (var post in posts)
            this.posts.TryAdd((post.UnitId, post.Title), post);
        foreach (var person in people)
            this.people.TryAdd((person.Name, person.Phone), person);
        foreach (var holding in holdings)
            holders.TryAdd(holding.PostId, holding.PersonId);
        foreach (var binding in bindings)
            bound.Add((binding.PostId, binding.Role, binding.UnitId));
    }

    public List<object> Added { get; } = [];

    public List<CellFault> Faults { get; } = [];

    public void Take(IReadOnlyList<OrgLine> lines)
    {
        var wanted = lines.Where(line => line.Unit.Length > 0).ToLookup(line => line.Unit, StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Unit.Length > 0))
        {
            if (Unit(line, wanted, []) is { } unit)
                Staff(line, unit);
        }
    }

    private OrgUnit? Unit(OrgLine line, ILookup<string, OrgLine> wanted, HashSet<string> above)
    {
        if (units.TryGetValue(line.Unit, out var known))
            return known;
        if (!above.Add(line.Unit) || above.Count > OrgUnit.MaxDepth)
            return Fault(line, $"“{line.Unit}”的上级绕回了自己，或层级过深", $"the parents of '{line.Unit}' lead back to itself, or too deep");
        // The line that names a parent speaks for the unit; others of the same unit only add posts.
        var first = wanted[line.Unit].FirstOrDefault(l => l.Parent.Length > 0) ?? line;
        OrgUnit? parent = null;
        if (first.Parent.Length > 0 && !units.TryGetValue(first.Parent, out parent))
        {
            if (!wanted.Contains(first.Parent))
                return Fault(first, $"表中和系统中都没有上级单位“{first.Parent}”", $"the parent '{first.Parent}' is neither in the sheet nor in the system");
            parent = Unit(wanted[first.Parent].First(), wanted, above);
            if (parent is null)
                return null;
        }

        var id = Guid.CreateVersion7();
        var unit = new OrgUnit
        {
            Id = id,
            Name = line.Unit,
            ShortName = first.ShortName.Length > 0 ? first.ShortName : null,
            ParentId = parent?.Id,
            Division = first.Division,
            CreditCode = first.CreditCode,
            From = from,
            Order = units.Count + 1,
            Path = OrgUnit.PathOf(parent?.Path, id),
        };
        units.Add(unit.Name, unit);
        Added.Add(unit);
        return unit;
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
