using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Access;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Reminders;

/// <summary>Counts how many periods running an indicator has been behind and tells those the rules name, each step once.</summary>
internal sealed class Escalate(LuoshiDb db, AccessService access, OrgDirectory directory, ReminderBook book, TimeProvider clock)
{
    public async Task RunAsync(PromiseList list, Period period, RulePack pack, CancellationToken cancellation)
    {
        if (pack.Escalation.Count == 0)
            return;
        var (from, end) = (list.Plan.FirstDay, period.LastDay);
        var rated = await db.Set<StoredAssessment>().AsNoTracking().Where(a => a.ListId == list.Id && a.Rated && a.PeriodEnd >= from && a.PeriodEnd <= end).ToListAsync(cancellation);
        foreach (var indicator in rated.GroupBy(a => a.IndicatorId))
        {
            var lights = indicator.OrderByDescending(a => a.PeriodEnd).ToList();
            if (lights[0].PeriodEnd != end || lights[0].UnitId is not { } unit)
                continue;
            foreach (var step in pack.Escalation.Where(step => Running(lights, step) >= step.Behind))
                await TellAsync(indicator.Key, unit, period, lights.ElementAtOrDefault(1)?.PeriodEnd, step, cancellation);
        }
    }

    private static int Running(List<StoredAssessment> newestFirst, EscalationStep step) => newestFirst
        .TakeWhile(a => a.Judgement.Light == Light.Alarm || (!step.AlarmOnly && a.Judgement.Light == Light.Warning)).Count();

    /// <summary>Told in the period the step was reached in. While it stays behind it is not told again; after a recovery it counts anew.</summary>
    private async Task TellAsync(Guid indicatorId, Guid unit, Period period, DateOnly? before, EscalationStep step, CancellationToken cancellation)
    {
        var kind = $"escalate-{step.Behind}{(step.AlarmOnly ? "a" : "")}";
        if (before is not null && await db.Set<SentReminder>().AnyAsync(r => r.Kind == kind && r.SubjectId == indicatorId && r.PeriodEnd == before, cancellation))
        {
            // Carried on month by month, so that one light in between makes it a new case.
            await CarryAsync(kind, indicatorId, period, cancellation);
            return;
        }

        var found = await db.Set<Indicator>().AsNoTracking().Where(i => i.Id == indicatorId).Join(db.Set<Item>(), x => x.ItemId, i => i.Id, (x, i) => new { x.Name, ItemId = i.Id, i.LeadPostId }).FirstAsync(cancellation);
        var name = (await directory.NamesAsync([unit], cancellation)).GetValueOrDefault(unit, "—");
        var people = new HashSet<Guid>();
        if (step.Tell.Contains(EscalationTo.Unit))
            people.UnionWith(await access.HoldersAsync(Role.Approver, unit, cancellation));
        if (step.Tell.Contains(EscalationTo.Office))
            people.UnionWith(await access.HoldersAsync(Role.Office, unit, cancellation));
        if (step.Tell.Contains(EscalationTo.Leader) && found.LeadPostId is { } post)
            people.UnionWith((await directory.PostsAsync(Platform.LocalTime.Today(clock), [post], cancellation)).Select(p => p.PersonId).OfType<Guid>());
        await book.TellOnceAsync(ReminderBook.Note(kind, indicatorId, period, period.LastDay), people, ReminderTexts.Escalated(found.Name, name, step), $"/ledger/items/{found.ItemId}", cancellation);
    }

    private async Task CarryAsync(string kind, Guid indicator, Period period, CancellationToken cancellation)
    {
        var end = period.LastDay;
        if (await db.Set<SentReminder>().AnyAsync(r => r.Kind == kind && r.SubjectId == indicator && r.PeriodEnd == end, cancellation))
            return;
        db.ChangeTracker.Clear();
        db.Add(ReminderBook.Note(kind, indicator, period, end));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
        }
    }
}
