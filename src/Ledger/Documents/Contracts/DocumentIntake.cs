using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Documents.Receive;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Documents.Contracts;

/// <summary>The library's door for other parts of the program: put a document in, ask whether there are any.</summary>
public sealed class DocumentIntake
{
    private readonly LuoshiDb db;
    private readonly ReceiveDocument receive;

    internal DocumentIntake(LuoshiDb db, ReceiveDocument receive)
    {
        this.db = db;
        this.receive = receive;
    }

    public Task<bool> IsEmptyAsync(CancellationToken cancellation = default) =>
        db.Set<StoredDocument>().AllAsync(_ => false, cancellation);

    /// <summary>Stores and reads a document; the same bytes give the document that is there already.</summary>
    /// <returns>The document's id, which is also its address: <c>/documents/{id}</c>.</returns>
    public async Task<Outcome<Guid>> ReceiveAsync(string fileName, byte[] content, string person, CancellationToken cancellation = default)
    {
        var outcome = await receive.HandleAsync(fileName, content, person, cancellation);
        return outcome.TryGet(out var received, out var refusal) ? received.Id : refusal;
    }
}
