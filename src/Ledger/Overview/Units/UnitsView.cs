using System.Globalization;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Overview.Reminding;
using Luoshi.Platform;
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

    public static UnitsFilter From(IQueryCollection query) => new()
    {
        Month = Period.TryParse(query["month"].ToString(), out var month) && month.Months == 1 ? month : null,
        Standing = Code<ReportStanding>(query["standing"].ToString()),
        Holder = Code<Hand>(query["holder"].ToString()),
        After = DateTime.TryParseExact(query["after"].ToString(), "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var after) ? after : null,
    };

    public string Href() => OverviewPaths.Units + Link.Change(
        QueryString.Empty,
        ("month", Month?.ToString()),
        ("standing", OverviewFilter.Code(Standing)),
        ("holder", OverviewFilter.Code(Holder)),
        ("after", After?.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)));

    /// <summary>To the second: an address holds no more.</summary>
    public bool Holds(UnitStanding unit) =>
        (Standing is null || unit.Standing == Standing) && (Holder is null || unit.Holder == Holder) && (After is null || unit.Since >= After);

    private static T? Code<T>(string text)
        where T : struct, Enum => text.Length > 0 && !char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}

/// <param name="Reminders">How often the unit was reminded of this month.</param>
internal sealed record UnitsLine(UnitStanding At, string Name, int Reminders, DateTime? LastReminded);

internal sealed record UnitsView
{
    public required Period Month { get; init; }

    public required UnitsFilter Filter { get; init; }

    public required IReadOnlyList<UnitsLine> Lines { get; init; }

    public required int Count { get; init; }

    public required int Page { get; init; }

    public required bool IsOffice { get; init; }

    public IReadOnlyDictionary<ReportStanding, int> ByStanding { get; init; } = new Dictionary<ReportStanding, int>();

    public FormState Form { get; init; } = new();
}

internal sealed class UnitsViews(LuoshiDb db, UnitStandings standings, LedgerAccess access, OrgDirectory directory, TimeProvider clock)
{
    public const int Size = 50;

    public async Task<UnitsView> OfAsync(UnitsFilter filter, int page, FormState form, CancellationToken cancellation)
    {
        var month = filter.Month ?? await standings.CurrentAsync(LocalTime.Today(clock), cancellation);
        var all = await standings.OfAsync(month, cancellation);
        // Who has not moved comes first, and of those that wait the one that has waited longest.
        var chosen = all.Where(filter.Holds).OrderBy(u => u.Standing).ThenBy(u => u.Since ?? DateTime.MinValue).ThenBy(u => u.Unit).ToList();
        var last = Math.Max(1, (chosen.Count + Size - 1) / Size);
        var shown = chosen.Skip((Math.Clamp(page, 1, last) - 1) * Size).Take(Size).ToList();
        var ids = shown.ConvertAll(u => u.Unit);
        var names = await directory.NamesAsync(ids, cancellation);
        var end = month.LastDay;
        var reminded = await db.Set<Reminder>().Where(r => r.PeriodEnd == end && r.About == ReminderAbout.Report && ids.Contains(r.UnitId))
            .GroupBy(r => r.UnitId).Select(g => new { g.Key, Count = g.Count(), Last = g.Max(r => r.At) }).ToDictionaryAsync(g => g.Key, cancellation);
        return new UnitsView
        {
            Month = month,
            Filter = filter with { Month = month },
            Lines =
            [
                .. shown.Select(u => new UnitsLine(u, names.GetValueOrDefault(u.Unit, "—"), reminded.GetValueOrDefault(u.Unit)?.Count ?? 0, reminded.GetValueOrDefault(u.Unit)?.Last))
                    .OrderBy(l => l.At.Standing).ThenBy(l => l.At.Since ?? DateTime.MinValue).ThenBy(l => l.Name, StringComparer.Ordinal),
            ],
            Count = chosen.Count,
            Page = Math.Clamp(page, 1, last),
            IsOffice = (await access.OfficeAsync(cancellation)).IsOk,
            ByStanding = all.GroupBy(u => u.Standing).ToDictionary(g => g.Key, g => g.Count()),
            Form = form,
        };
    }
}
