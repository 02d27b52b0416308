using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Journal;

/// <summary>A day's root, shown to the public: the hash of the day's last seal.</summary>
public sealed record JournalDay(DateOnly Day, string Root, long Batch);

public sealed class JournalDays(LuoshiDb db)
{
    public async Task<IReadOnlyList<JournalDay>> NewestAsync(int most, CancellationToken cancellation = default)
    {
        var last = await db.Set<JournalSeal>().GroupBy(s => s.Day).OrderByDescending(day => day.Key).Take(most).Select(day => day.Max(s => s.Number)).ToListAsync(cancellation);
        return await db.Set<JournalSeal>().AsNoTracking().Where(s => last.Contains(s.Number)).OrderByDescending(s => s.Number)
            .Select(s => new JournalDay(s.Day, s.Hash, s.Number)).ToListAsync(cancellation);
    }
}
