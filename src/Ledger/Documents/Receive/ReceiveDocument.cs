using System.Security.Cryptography;
using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Documents.Read;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Documents.Receive;

/// <summary>What became of a file.</summary>
internal sealed record Received(Guid Id, string Name, bool IsNew);

/// <summary>Takes a file in: reads it, and stores it with its reading. The same bytes twice are one document.</summary>
internal sealed class ReceiveDocument(LuoshiDb db, ReadingShelf shelf, TimeProvider clock)
{
    public const int LargestFile = 32 * 1024 * 1024;
    public const int MostFiles = 50;

    public async Task<Outcome<Received>> HandleAsync(string? fileName, byte[] content, string person, CancellationToken cancellation)
    {
        if (content.Length == 0)
            return DocumentTexts.Empty;
        if (content.Length > LargestFile)
            return DocumentTexts.TooLarge;
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        if (await FindAsync(hash, cancellation) is { } known)
            return known;

        var name = FileNames.Clean(fileName, "unnamed.txt");
        if (!DocumentEngine.Read(name, content).TryGet(out var reading, out var refusal))
            return refusal;
        var read = DocumentReadings.Make(reading);
        var document = new StoredDocument
        {
            Hash = hash,
            Name = name,
            Size = content.Length,
            ReceivedAt = clock.GetUtcNow().UtcDateTime,
            ReceivedBy = person,
            Format = reading.Document.Format,
            Encoding = reading.Document.Encoding,
            Title = "",
        };
        read.Describe(document);
        db.Begin(DocumentProcesses.Receive, DocumentProcesses.Person(person));
        db.Add(document);
        db.Add(new DocumentFile { DocumentId = document.Id, Content = content });
        db.Add(read.ToStore(document.Id, clock));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Somebody else sent the same bytes in the same moment: theirs is the document.
            db.ChangeTracker.Clear();
            if (await FindAsync(hash, cancellation) is { } theirs)
                return theirs;
            throw;
        }

        shelf.Put(document.Id, read);
        return new Received(document.Id, name, IsNew: true);
    }

    private Task<Received?> FindAsync(string hash, CancellationToken cancellation) => db.Set<StoredDocument>()
        .Where(document => document.Hash == hash)
        .Select(document => new Received(document.Id, document.Name, false))
        .FirstOrDefaultAsync(cancellation);
}
