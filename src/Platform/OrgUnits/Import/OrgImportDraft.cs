using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.OrgUnits.Import;

/// <summary>A sheet between its preview and its import. Kept in the database: the next click may come to another node.</summary>
[Unjournalled("a preview; what is imported from it is journalled row by row")]
internal sealed class OrgImportDraft : Entity
{
    public const int MaxFileName = 200;

    public required string FileName { get; init; }

    public required byte[] Content { get; init; }

    public required Guid AccountId { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>Keeps a sheet for its preview; only who brought it may see and import it, and it is thrown away after a day or with the import.</summary>
internal sealed class OrgImportDrafts(LuoshiDb db, OrgImport import, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);
    private static readonly Refusal Gone = new("org.draft_gone", "这份预览已过期或已导入，请重新上传。", "This preview has run out or was imported; please upload the sheet again.");

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Outcome<Guid>> KeepAsync(byte[] content, string fileName, Guid accountId, CancellationToken cancellation)
    {
        // Read first: what is no table at all is refused where it was chosen.
        if ((await import.ReadAsync(content, fileName, cancellation: cancellation)).Refusal is { } refusal)
            return refusal;
        var oldest = Now - Life;
        await db.Set<OrgImportDraft>().Where(d => d.At < oldest).ExecuteDeleteAsync(cancellation);
        var draft = new OrgImportDraft { FileName = fileName.Length > OrgImportDraft.MaxFileName ? fileName[^OrgImportDraft.MaxFileName..] : fileName, Content = content, AccountId = accountId, At = Now };
        db.Add(draft);
        await db.SaveChangesAsync(cancellation);
        return draft.Id;
    }

    public async Task<Outcome<OrgSheet>> OpenAsync(Guid id, Guid accountId, IReadOnlyDictionary<string, Guid> choices, CancellationToken cancellation)
    {
        var oldest = Now - Life;
        var draft = await db.Set<OrgImportDraft>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id && d.AccountId == accountId && d.At >= oldest, cancellation);
        return draft is null ? Gone : await import.ReadAsync(draft.Content, draft.FileName, choices, cancellation);
    }

    public Task<int> ForgetAsync(Guid id, CancellationToken cancellation) => db.Set<OrgImportDraft>().Where(d => d.Id == id).ExecuteDeleteAsync(cancellation);
}
