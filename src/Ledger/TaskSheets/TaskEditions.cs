using System.Security.Cryptography;
using System.Text;
using Luoshi.Platform.Storage;
using Luoshi.Reading.Exports;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.TaskSheets;

/// <summary>An edition without what it says: for lists of them.</summary>
internal sealed record EditionLine(int Number, DateTime PublishedAt, Guid? PublishedByPost, string Hash, DateTime? WithdrawnAt, string? WithdrawnReason);

/// <summary>What was published of a list's task sheet.</summary>
internal sealed class TaskEditions(LuoshiDb db)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<EditionLine>> OfAsync(Guid list, CancellationToken cancellation = default) =>
        await db.Set<TaskEdition>().AsNoTracking().Where(e => e.ListId == list).OrderByDescending(e => e.Number)
            .Select(e => new EditionLine(e.Number, e.PublishedAt, e.PublishedByPost, e.Hash, e.WithdrawnAt, e.WithdrawnReason)).ToListAsync(cancellation);

    /// <param name="number">An older one somebody asks for; null for the one that holds.</param>
    public Task<TaskEdition?> FindAsync(Guid list, int? number, CancellationToken cancellation = default) =>
        db.Set<TaskEdition>().AsNoTracking().Where(e => e.ListId == list && (number == null || e.Number == number)).OrderByDescending(e => e.Number).FirstOrDefaultAsync(cancellation);

    public static string HashOf(TaskSheet sheet)
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, TaskWorkbook.Sheet(sheet, open: true));
        stream.Write(Encoding.UTF8.GetBytes(PrintedTasks.Of(sheet, open: true).ToJson()));
        return Convert.ToHexStringLower(SHA256.HashData(stream.ToArray()));
    }
}
