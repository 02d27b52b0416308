using Dapper;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Luoshi.Platform.Journal;

/// <summary>Closes what has been written since the last seal, batch by batch. Several nodes may try at once: the seal's number decides.</summary>
public sealed class JournalSealer(IDbContextFactory<LuoshiDb> factory, TimeProvider clock)
{
    private const string SealRow = """
        UPDATE platform_journal_processes SET batch = @Batch, "position" = @Position, hash = @Hash WHERE id = @Id AND batch IS NULL
        """;

    /// <summary>Enough to make a seal cheap, few enough to hold in memory when each row is an import.</summary>
    internal int BatchSize { get; init; } = 200;

    /// <returns>How many processes were sealed; zero also when another node was faster.</returns>
    public async Task<int> SealAllAsync(CancellationToken cancellation = default)
    {
        var total = 0;
        while (await SealBatchAsync(cancellation) is > 0 and var count)
            total += count;
        return total;
    }

    private async Task<int> SealBatchAsync(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        // Looking first keeps an idle installation from taking SQLite's write lock.
        if (!await db.Set<JournalProcess>().AnyAsync(p => p.Batch == null, cancellation))
            return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var rows = await db.Set<JournalProcess>().AsNoTracking().Include(p => p.Events)
            .Where(p => p.Batch == null).OrderBy(p => p.Id).Take(BatchSize).ToListAsync(cancellation);
        if (rows.Count == 0)
            return 0;

        var last = await db.Set<JournalSeal>().AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(cancellation);
        var seal = Seal(last, rows, out var marks);
        db.Add(seal);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another node holds this number; what it did not take is sealed at the next round.
            return 0;
        }

        var changed = await db.Database.GetDbConnection().ExecuteAsync(new CommandDefinition(SealRow, marks, transaction.GetDbTransaction(), cancellationToken: cancellation));
        if (changed != rows.Count)
            return 0;
        await transaction.CommitAsync(cancellation);
        return rows.Count;
    }

    private JournalSeal Seal(JournalSeal? last, List<JournalProcess> rows, out List<Mark> marks)
    {
        var (number, previous) = (last?.Number + 1 ?? 1, last?.Hash ?? JournalHash.Start);
        marks = [.. rows.Select((row, index) => new Mark(row.Id, number, index + 1, JournalHash.Of(row)))];
        var now = clock.GetUtcNow().UtcDateTime;
        var day = LocalTime.Day(now);
        var content = JournalHash.OfContent(marks.Select(mark => mark.Hash));
        return new JournalSeal
        {
            Number = number,
            Count = rows.Count,
            SealedAt = now,
            Day = day,
            Previous = previous,
            Content = content,
            Hash = JournalHash.OfSeal(number, rows.Count, now, day, previous, content),
        };
    }

    private sealed record Mark(Guid Id, long Batch, int Position, string Hash);
}
