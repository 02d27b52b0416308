using System.Globalization;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Overview.Reminding;
using Luoshi.Platform;
using Luoshi.Platform.Access;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Overview.Units;

/// <summary>Which reports are looked at; lives in the address.</summary>
internal sealed record UnitsFilter
{
    public Period? Month { get; init; }

    public ReportStanding? Standing { get; init; }

    public Hand? Holder { get; init; }

    /// <summary>Only reports that moved after this moment.</summary>
    public DateTime? After { get; init; }

    /// <summary>Only units that report on this list.</summary>
    public Guid? List { get; init; }

    public static UnitsFilter From(IQueryCollection query) => new()
    {
        Month = Period.TryParse(query["month"].ToString(), out var month) && month.Months == 1 ? month : null,
        Standing = Code<ReportStanding>(query["standing"].ToString()),
        Holder = Code<Hand>(query["holder"].ToString()),
        List = Guid.TryParse(query["list"].ToString(), out var list) ? list : null,
        After = DateTime.TryParseExact(query["after"].ToString(), "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var after) ? after : null,
    };

    public string Href() => OverviewPaths.Units + Link.Change(
        QueryString.Empty,
        ("month", Month?.ToString()),
        ("standing", OverviewFilter.Code(Standing)),
        ("holder", OverviewFilter.Code(Holder)),
        ("list", List?.ToString()),
        ("after", After?.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)));

    /// <summary>To the second: an address holds no more.</summary>
    public bool Holds(UnitStanding unit) =>
        (Standing is null || unit.Standing == Standing) && (Holder is null || unit.Holder == Holder) && (After is null || unit.Since >= After);

    private static T? Code<T>(string text)
        where T : struct, Enum => text.Length > 0 && !char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}

/// <param name="Reminders">How often the unit was reminded of this month.</param>
/// <param name="Blocked">Why it cannot be reminded now; null when it can.</param>
/// <param name="Parent">The unit above, to tell in its place where nobody holds a post in it.</param>
internal sealed record UnitsLine(UnitStanding At, string Name, int Reminders, DateTime? LastReminded, Words? Blocked = null, (Guid Id, string Name)? Parent = null)
{
    public string Pick => Parent is { } parent ? $"{At.Unit}:{parent.Id}" : $"{At.Unit}";

    public bool IsTicked => At.Owes && Blocked is null && Parent is null;
}

internal sealed record UnitsView
{
    public required Period Month { get; init; }

    public required UnitsFilter Filter { get; init; }

    public required IReadOnlyList<UnitsLine> Lines { get; init; }

    public required int Count { get; init; }

    public required int Page { get; init; }

    public required bool IsOffice { get; init; }

    /// <summary>The list the page is about, where it is about one.</summary>
    public string? ListTitle { get; init; }

    public IReadOnlyDictionary<ReportStanding, int> ByStanding { get; init; } = new Dictionary<ReportStanding, int>();

    public FormState Form { get; init; } = new();
}

internal sealed class UnitsViews(LuoshiDb db, UnitStandings standings, LedgerAccess access, OrgDirectory directory, RoleHolders holders, TimeProvider clock)
{
    public const int Size = 50;

    public async Task<UnitsView> OfAsync(UnitsFilter filter, int page, FormState form, CancellationToken cancellation)
    {
        var month = filter.Month ?? await standings.CurrentAsync(LocalTime.Today(clock), cancellation);
        var all = await standings.OfAsync(month, cancellation);
        string? title = null;
        if (filter.List is { } list)
        {
            var own = (await db.Set<Indicator>().Where(i => !i.Retired && i.UnitId != null).Join(db.Set<Item>().Where(i => i.ListId == list), i => i.ItemId, i => i.Id, (i, _) => i.UnitId ?? default).Distinct().ToListAsync(cancellation)).ToHashSet();
            all = [.. all.Where(u => own.Contains(u.Unit))];
            title = await db.Set<PromiseList>().Where(l => l.Id == list).Select(l => l.Title).FirstOrDefaultAsync(cancellation);
        }

        // Who has not moved comes first, and of those that wait the one that has waited longest.
        var chosen = all.Where(filter.Holds).OrderBy(u => u.Standing).ThenBy(u => u.Since ?? DateTime.MinValue).ThenBy(u => u.Unit).ToList();
        var last = Math.Max(1, (chosen.Count + Size - 1) / Size);
        var shown = chosen.Skip((Math.Clamp(page, 1, last) - 1) * Size).Take(Size).ToList();
        var ids = shown.ConvertAll(u => u.Unit);
        var names = await directory.NamesAsync(ids, cancellation);
        var end = month.LastDay;
        var reminded = await db.Set<Reminder>().Where(r => r.PeriodEnd == end && r.About == ReminderAbout.Report && ids.Contains(r.UnitId))
            .GroupBy(r => r.UnitId).Select(g => new { g.Key, Count = g.Count(), Last = g.Max(r => r.At) }).ToDictionaryAsync(g => g.Key, cancellation);
        var office = (await access.OfficeAsync(cancellation)).IsOk;
        var people = office ? await holders.PeopleAsync(ids, RemindUnits.Told, cancellation) : new Dictionary<Guid, IReadOnlyList<Guid>>();
        var parents = office ? await ParentsAsync([.. ids.Where(id => people[id].Count == 0)], cancellation) : [];
        return new UnitsView
        {
            ListTitle = title,
            Month = month,
            Filter = filter with { Month = month },
            Lines =
            [
                .. shown.Select(u => new UnitsLine(u, names.GetValueOrDefault(u.Unit, "—"), reminded.GetValueOrDefault(u.Unit)?.Count ?? 0, reminded.GetValueOrDefault(u.Unit)?.Last, office ? BlockedOf(u, people[u.Unit].Count, parents.ContainsKey(u.Unit)) : null, parents.TryGetValue(u.Unit, out var parent) ? parent : null))
                    .OrderBy(l => l.At.Standing).ThenBy(l => l.At.Since ?? DateTime.MinValue).ThenBy(l => l.Name, StringComparer.Ordinal),
            ],
            Count = chosen.Count,
            Page = Math.Clamp(page, 1, last),
            IsOffice = office,
            ByStanding = all.GroupBy(u => u.Standing).ToDictionary(g => g.Key, g => g.Count()),
            Form = form,
        };
    }

    public static Words? BlockedOf(UnitStanding unit, int people, bool parent) => unit.Standing switch
    {
        ReportStanding.NotReported or ReportStanding.Supplement => people == 0 && !parent ? OverviewTexts.NobodyToRemind : null,
        ReportStanding.Correcting => OverviewTexts.CorrectingHasReported,
        _ => OverviewTexts.NothingToRemind,
    };

    /// <summary>The unit above each that has nobody, where somebody can be told there.</summary>
    private async Task<Dictionary<Guid, (Guid Id, string Name)>> ParentsAsync(List<Guid> bare, CancellationToken cancellation)
    {
        var above = new Dictionary<Guid, Guid>();
        foreach (var unit in bare)
        {
            if ((await directory.UnitAsync(unit, cancellation))?.ParentId is { } parent)
                above[unit] = parent;
        }

        var told = await holders.PeopleAsync([.. above.Values.Distinct()], RemindUnits.Told, cancellation);
        var names = await directory.NamesAsync([.. above.Values.Distinct()], cancellation);
        return above.Where(a => told[a.Value].Count > 0).ToDictionary(a => a.Key, a => (a.Value, names.GetValueOrDefault(a.Value, "—")));
    }
}
