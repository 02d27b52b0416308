using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reminders;
using Luoshi.Ledger.Reports;
using Luoshi.Platform;
using Luoshi.Platform.Access;
using Luoshi.Platform.Notices;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Overview.Reminding;

/// <param name="Items">The items meant; empty for the month's report.</param>
internal sealed record UnitToRemind(Guid Unit, IReadOnlyList<string> Items)
{
    /// <summary>The unit above, which is told in the place of one nobody holds a post in.</summary>
    public Guid? Through { get; init; }
}

internal sealed record ReminderOrder
{
    public required Period Month { get; init; }

    public required ReminderAbout About { get; init; }

    public required IReadOnlyList<UnitToRemind> Units { get; init; }

    /// <summary>The officer's own word, or nothing.</summary>
    public string Word { get; init; } = "";
}

/// <param name="Refusal">Null when the unit was reminded.</param>
internal sealed record Reminded(Guid Unit, int People, Refusal? Refusal);

/// <summary>Tells the people of the units, keeps that they were told, and says of each unit that was not why.</summary>
internal sealed class RemindUnits(LuoshiDb db, OwedLines lines, RoleHolders holders, OrgDirectory directory, NoticeBoard notices, TimeProvider clock)
{
    private const int MostItems = 5;

    public static IReadOnlyList<Role> Told { get; } = [Role.Reporter, Role.Approver];

    public async Task<Outcome<IReadOnlyList<Reminded>>> RunAsync(ReminderOrder order, ActingPerson acting, CancellationToken cancellation = default)
    {
        if (acting.Hand != Hand.Office)
            return LedgerRefusals.NotAllowed;
        if (order.Word.Length > Reminder.MaxWord)
            return LedgerRefusals.TooLong("word", Reminder.MaxWord);
        var units = order.Units.Select(u => u.Unit).Distinct().ToList();
        var people = await holders.PeopleAsync([.. units.Concat(order.Units.Select(u => u.Through).OfType<Guid>()).Distinct()], Told, cancellation);
        var names = await directory.NamesAsync([.. order.Units.Where(u => u.Through is not null).Select(u => u.Unit)], cancellation);
        var refused = await RefusedAsync(order, units, cancellation);
        db.Begin(LedgerProcesses.Remind, acting.Actor, order.Word.Length == 0 ? null : order.Word);
        var results = new List<Reminded>(order.Units.Count);
        foreach (var unit in order.Units.DistinctBy(u => u.Unit))
        {
            var own = people[unit.Unit];
            var told = own.Count == 0 && unit.Through is { } above ? people[above] : own;
            var refusal = refused.GetValueOrDefault(unit.Unit) ?? (told.Count == 0 ? ReminderRefusals.Nobody : null);
            if (refusal is null)
                await TellAsync(order, unit, told, own.Count == 0 ? names.GetValueOrDefault(unit.Unit) : null, acting, cancellation);
            results.Add(new Reminded(unit.Unit, refusal is null ? told.Count : 0, refusal));
        }

        await db.SaveChangesAsync(cancellation);
        return results;
    }

    /// <summary>Nobody is told the same twice a day, nor to report what was reported.</summary>
    private async Task<Dictionary<Guid, Refusal>> RefusedAsync(ReminderOrder order, List<Guid> units, CancellationToken cancellation)
    {
        var (end, about) = (order.Month.LastDay, order.About);
        var since = LocalTime.Start(LocalTime.Today(clock));
        var again = await db.Set<Reminder>().Where(r => units.Contains(r.UnitId) && r.PeriodEnd == end && r.About == about && r.At >= since).Select(r => new { r.UnitId, r.Text }).ToListAsync(cancellation);
        var refused = order.Units.Where(u => again.Exists(r => r.UnitId == u.Unit && r.Text == Text(order, u))).DistinctBy(u => u.Unit).ToDictionary(u => u.Unit, _ => ReminderRefusals.Today);
        if (about != ReminderAbout.Report)
            return refused;
        // A supplement that is owed, or lies there as a draft, is as good a reason to remind as a report.
        var owing = (await lines.OfAsync(order.Month, units, cancellation)).Select(o => o.Unit)
            .Concat(await db.Set<UnitReport>().Where(r => units.Contains(r.UnitId) && r.PeriodEnd == end && r.State == ReportState.Draft && r.Supplement).Select(r => r.UnitId).ToListAsync(cancellation)).ToHashSet();
        foreach (var unit in await db.Set<UnitReport>().Where(r => units.Contains(r.UnitId) && r.PeriodEnd == end && (r.State != ReportState.Draft || r.Version > 1)).Select(r => r.UnitId).Distinct().ToListAsync(cancellation))
        {
            if (!owing.Contains(unit))
                refused[unit] = ReminderRefusals.Reported;
        }

        return refused;
    }

    private async Task TellAsync(ReminderOrder order, UnitToRemind unit, IReadOnlyList<Guid> people, string? instead, ActingPerson acting, CancellationToken cancellation)
    {
        var text = Text(order, unit);
        db.Add(new Reminder { UnitId = unit.Unit, PeriodEnd = order.Month.LastDay, About = order.About, Text = text, At = clock.GetUtcNow().UtcDateTime, ByPost = acting.Actor.PostId, People = people.Count });
        var (month, word) = (order.Month.LastDay.Month, order.Word.Length == 0 ? "" : "：" + order.Word);
        var said = order.About == ReminderAbout.Report
            ? new Words($"督查室催办：请{(instead is null ? "" : $"督促{instead}")}上报{month}月进展{word}", $"The inspection office reminds you: {(instead is null ? "report" : $"see that {instead} reports")} {order.Month}{(order.Word.Length == 0 ? "" : ": " + order.Word)}")
            : new Words($"督查室催办：请加快推进{text}", $"The inspection office reminds you to speed up: {text}");
        await notices.TellAsync(people, said, order.About == ReminderAbout.Report ? $"/ledger/reports/{unit.Unit}/{order.Month}" : $"/ledger/units/{unit.Unit}", cancellation);
    }

    private static string Text(ReminderOrder order, UnitToRemind unit)
    {
        var items = string.Join("、", unit.Items.Distinct(StringComparer.Ordinal).Take(MostItems)) + (unit.Items.Distinct(StringComparer.Ordinal).Count() > MostItems ? "等" : "");
        var text = items.Length > 0 && order.Word.Length > 0 ? $"{items}（{order.Word}）" : items + order.Word;
        return text.Length > Reminder.MaxText ? text[..Reminder.MaxText] : text;
    }
}

internal static class ReminderRefusals
{
    public static Refusal Nobody { get; } = new("remind.nobody", "该单位没有在岗人员，无法送达：请先在机构名册中安排岗位和人员，或改为通知上级单位。", "Nobody holds a post in this unit, so nobody can be told. Appoint somebody first, or tell the unit above.");

    public static Refusal Today { get; } = new("remind.today", "今天已经催办过同样的内容。", "It was reminded of the same today.");

    public static Refusal Reported { get; } = new("remind.reported", "该单位本期已经上报，无需催办。", "This unit has reported the month; there is nothing to remind it of.");
}
