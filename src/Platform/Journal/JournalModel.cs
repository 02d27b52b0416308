using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Journal;

internal static class JournalModel
{
    public static ModuleModel AddJournal(this ModuleModel model) => model
        .Table<JournalProcess>("journal_processes", process =>
        {
            process.HasMany(p => p.Events).WithOne().HasForeignKey(e => e.ProcessId);
            // Finding what waits for its seal must not grow with the journal.
            process.HasIndex(p => p.Id, JournalProcess.UnsealedIndex).HasFilter("batch IS NULL");
            process.HasIndex(p => new { p.Batch, p.Position }, JournalProcess.SealedIndex);
        })
        .Table<JournalEvent>("journal_events", journalled => journalled.HasIndex(e => e.SubjectId))
        .Table<JournalSeal>("journal_seals", seal =>
        {
            seal.HasKey(s => s.Number);
            seal.Property(s => s.Number).ValueGeneratedNever();
            seal.HasIndex(s => s.Day);
        });
}
