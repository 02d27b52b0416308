using Luoshi.Kernel.Rules;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Platform.Access;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Reminders;

/// <summary>Counts how many periods running an indicator has been behind and tells those the rules name, each step once.</summary>
internal sealed class Escalate(LuoshiDb db, RoleHolders holders, OrgDirectory directory, ReminderBook book, TimeProvider clock)
{
    public async Task RunAsync(PromiseList list, Period period, RulePack pack, CancellationToken cancellation)
    {
        if (pack.Escalation.Count == 0)
            return;
        var cases = await CasesAsync(list, period, pack, cancellation);
        if (cases.Count == 0)
            return;
        var ids = cases.ConvertAll(c => c.Indicator);
        var ends = cases.Select(c => c.Before).OfType<DateOnly>().Distinct().ToList();
        var before = (await db.Set<SentReminder>().Where(r => ids.Contains(r.SubjectId) && ends.Contains(r.PeriodEnd)).Select(r => new { r.Kind, r.SubjectId, r.PeriodEnd }).ToListAsync(cancellation))
            .Select(r => (r.Kind, r.SubjectId, (DateOnly?)r.PeriodEnd)).ToHashSet();
        var known = await KnownAsync(cases, cancellation);
        foreach (var one in cases)
        {
            // Told in the period the step was reached in. Carried on month by month while it stays behind, so that one light in between makes it a new case.
            if (before.Contains((one.Kind, one.Indicator, one.Before)))
                await CarryAsync(one.Kind, one.Indicator, period, cancellation);
            else
                await TellAsync(one, known, period, cancellation);
        }
    }

    /// <summary>Whoever is behind now, with the steps reached. No more months are read than the longest step asks for.</summary>
    private async Task<List<Case>> CasesAsync(PromiseList list, Period period, RulePack pack, CancellationToken cancellation)
    {
        var (from, end) = (list.Plan.FirstDay, period.LastDay);
        var longest = Math.Max(2, pack.Escalation.Max(step => step.Behind));
        var ends = await db.Set<RatingRun>().Where(r => r.ListId == list.Id && r.PeriodEnd >= from && r.PeriodEnd <= end).Select(r => r.PeriodEnd).Distinct().OrderByDescending(e => e).Take(longest).ToListAsync(cancellation);
        var rated = db.Set<StoredAssessment>().Where(a => a.ListId == list.Id && a.Rated);
        var behind = rated.Where(a => a.PeriodEnd == end && a.UnitId != null && (a.ShownLight == Light.Alarm || a.ShownLight == Light.Warning)).Select(a => a.IndicatorId);
        var lights = await rated.Where(a => ends.Contains(a.PeriodEnd) && behind.Contains(a.IndicatorId)).Select(a => new { a.IndicatorId, a.UnitId, a.PeriodEnd, a.ShownLight }).ToListAsync(cancellation);
        var cases = new List<Case>();
        foreach (var indicator in lights.GroupBy(a => a.IndicatorId))
        {
            var newest = indicator.OrderByDescending(a => a.PeriodEnd).ToList();
            cases.AddRange(pack.Escalation.Where(step => newest.TakeWhile(a => a.ShownLight == Light.Alarm || (!step.AlarmOnly && a.ShownLight == Light.Warning)).Count() >= step.Behind)
                .Select(step => new Case(indicator.Key, newest[0].UnitId ?? default, newest.ElementAtOrDefault(1)?.PeriodEnd, step)));
        }

        return cases;
    }

    private async Task<Known> KnownAsync(List<Case> cases, CancellationToken cancellation)
    {
        var (ids, units) = (cases.ConvertAll(c => c.Indicator), cases.Select(c => c.Unit).Distinct().ToList());
        var items = await db.Set<Indicator>().Where(i => ids.Contains(i.Id)).Join(db.Set<Item>(), x => x.ItemId, i => i.Id, (x, i) => new { x.Id, Line = new Line(x.Name, i.Id, i.LeadPostId) }).ToDictionaryAsync(i => i.Id, i => i.Line, cancellation);
        var posts = items.Values.Select(i => i.LeadPost).OfType<Guid>().Distinct().ToList();
        return new Known(
            items,
            await directory.NamesAsync(units, cancellation),
            await holders.OfAsync(units, [Role.Approver], cancellation),
            await holders.OfAsync(units, [Role.Office], cancellation),
            (await directory.PostsAsync(Platform.LocalTime.Today(clock), posts, cancellation)).ToLookup(p => p.Id, p => p.PersonId));
    }

    private Task TellAsync(Case one, Known known, Period period, CancellationToken cancellation)
    {
        var (step, item) = (one.Step, known.Items[one.Indicator]);
        var people = new HashSet<Guid>();
        if (step.Tell.Contains(EscalationTo.Unit))
            people.UnionWith(known.Approvers[one.Unit]);
        if (step.Tell.Contains(EscalationTo.Office))
            people.UnionWith(known.Offices[one.Unit]);
        if (step.Tell.Contains(EscalationTo.Leader) && item.LeadPost is { } post)
            people.UnionWith(known.Leaders[post].OfType<Guid>());
        return book.TellOnceAsync(ReminderBook.Note(one.Kind, one.Indicator, period, period.LastDay), people, ReminderTexts.Escalated(item.Name, known.Names.GetValueOrDefault(one.Unit, "—"), step), $"/ledger/items/{item.Item}", cancellation);
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

    /// <param name="Before">The end of the period rated before, where there was one.</param>
    private sealed record Case(Guid Indicator, Guid Unit, DateOnly? Before, EscalationStep Step)
    {
        public string Kind => $"escalate-{Step.Behind}{(Step.AlarmOnly ? "a" : "")}";
    }

    private sealed record Line(string Name, Guid Item, Guid? LeadPost);

    private sealed record Known(
        IReadOnlyDictionary<Guid, Line> Items,
        IReadOnlyDictionary<Guid, string> Names,
        IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Approvers,
        IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Offices,
        ILookup<Guid, Guid?> Leaders);
}
