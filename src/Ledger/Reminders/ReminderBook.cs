using Luoshi.Kernel.Time;
using Luoshi.Platform.Notices;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Reminders;

/// <summary>Tells people something once: the notices and the note that they were told are one transaction.</summary>
internal sealed class ReminderBook(LuoshiDb db, NoticeBoard notices)
{
    /// <returns>False when it was told before, or there is nobody to tell.</returns>
    public async Task<bool> TellOnceAsync(SentReminder reminder, IReadOnlyCollection<Guid> people, Words text, string link, CancellationToken cancellation)
    {
        var (kind, subject, end, day) = (reminder.Kind, reminder.SubjectId, reminder.PeriodEnd, reminder.Day);
        if (people.Count == 0 || await db.Set<SentReminder>().AnyAsync(r => r.Kind == kind && r.SubjectId == subject && r.PeriodEnd == end && r.Day == day, cancellation))
            return false;
        db.ChangeTracker.Clear();
        db.Add(reminder);
        await notices.TellAsync(people, text, link, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node was faster by a moment: its notices stand, ours were never stored.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    public static SentReminder Note(string kind, Guid subject, Period period, DateOnly day) => new() { Kind = kind, SubjectId = subject, PeriodEnd = period.LastDay, Day = day };
}
