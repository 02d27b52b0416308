using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Documents.Read;

/// <summary>Opens a stored document with the reading of this version of the program and the corrections in force.</summary>
internal sealed class OpenDocuments(LuoshiDb db, ReadingShelf shelf, TimeProvider clock)
{
    public async Task<OpenDocument?> HandleAsync(Guid id, CancellationToken cancellation)
    {
        var facts = await db.Set<StoredDocument>().AsNoTracking().FirstOrDefaultAsync(document => document.Id == id, cancellation);
        if (facts is null)
            return null;
        var machine = shelf.Take(id) ?? await ReadAsync(facts, cancellation);
        var corrections = new CorrectionBook(await db.Set<Correction>().AsNoTracking()
            .Where(correction => correction.DocumentId == id)
            .ToListAsync(cancellation));
        if (corrections.InForce == 0)
            return new OpenDocument(facts, machine.Reading, machine.Reading, machine.Findings, corrections);
        var current = corrections.Apply(machine.Reading);
        return new OpenDocument(facts, machine.Reading, current, DocumentEngine.Audit(current, corrections.PlansIn(current)), corrections);
    }

    private async Task<DocumentReadings> ReadAsync(StoredDocument facts, CancellationToken cancellation)
    {
        var content = await db.Set<DocumentFile>().AsNoTracking()
            .Where(file => file.DocumentId == facts.Id)
            .Select(file => file.Content)
            .FirstAsync(cancellation);
        // It was read once already, so a refusal here means that this version broke something.
        var reading = DocumentReadings.Make(DocumentEngine.Read(facts.Name, content).Value);
        shelf.Put(facts.Id, reading);
        await KeepAsync(facts.Id, reading, cancellation);
        return reading;
    }

    /// <summary>Keeps the first reading by a version of the program and lets the list show its counts.</summary>
    private async Task KeepAsync(Guid id, DocumentReadings reading, CancellationToken cancellation)
    {
        if (await db.Set<StoredReading>().AnyAsync(stored => stored.DocumentId == id && stored.ProgramVersion == DocumentEngine.Version, cancellation))
            return;
        db.Begin(DocumentProcesses.Reread, Actor.System("luoshi"));
        reading.Describe(await db.Set<StoredDocument>().FirstAsync(document => document.Id == id, cancellation));
        db.Add(reading.ToStore(id, clock));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another request kept the same reading first.
            db.ChangeTracker.Clear();
        }
    }
}
