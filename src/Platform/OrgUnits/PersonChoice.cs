using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits;

/// <summary>A person as a form offers them: the name with the posts held, since many share a name.</summary>
public sealed record PersonLabel(Guid Id, string Label, string Name);

/// <summary>Finds the person somebody typed; several of one name are told apart by their posts, and those without by telephone.</summary>
public sealed class PersonChoice(LuoshiDb db, OrgDirectory directory)
{
    private List<PersonLabel>? labels;

    public async Task<IReadOnlyList<PersonLabel>> AllAsync(DateOnly day, CancellationToken cancellation = default)
    {
        if (labels is not null)
            return labels;
        var posts = (await directory.PostsAsync(day, cancellation: cancellation)).Where(p => p.PersonId is not null).ToLookup(p => p.PersonId!.Value, p => p.UnitName + p.Title);
        var people = await db.Set<Person>().AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name, p.Phone }).ToListAsync(cancellation);
        var same = people.ToLookup(p => Label(p.Name, p.Phone, posts[p.Id]), StringComparer.Ordinal);
        labels = [.. people.Select(p => Label(p.Name, p.Phone, posts[p.Id]) is var label && same[label].Count() > 1
            ? new PersonLabel(p.Id, $"{label} #{p.Id.ToString("N")[^6..]}", p.Name)
            : new PersonLabel(p.Id, label, p.Name))];
        return labels;
    }

    public async Task<IReadOnlyList<PersonLabel>> MeantAsync(string text, DateOnly day, CancellationToken cancellation = default)
    {
        var all = await AllAsync(day, cancellation);
        var exact = all.Where(p => p.Label == text || p.Id.ToString("D") == text).ToList();
        return exact.Count > 0 ? exact : [.. all.Where(p => p.Name == text)];
    }

    private static string Label(string name, string? phone, IEnumerable<string> posts)
    {
        var held = string.Join("、", posts);
        return held.Length > 0 ? $"{name}（{held}）" : phone is { Length: > 0 } ? $"{name}（{phone}）" : name;
    }
}
