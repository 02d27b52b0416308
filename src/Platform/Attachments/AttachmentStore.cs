using System.Security.Cryptography;
using Luoshi.Kernel.Outcomes;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Attachments;

public sealed record AttachmentView(Guid Id, string FileName, string MediaType, long Size, string Sha256, DateTime ArrivedAt, PhotoDetails Details);

public sealed record AttachmentContent(string FileName, string MediaType, byte[] Content);

/// <summary>Takes files in and gives them out. The original is never public: a module decides who may see which.</summary>
public sealed class AttachmentStore(LuoshiDb db, TimeProvider clock)
{
    /// <summary>
    /// Checks the file and adds it to the context without saving: it is stored together with the report it belongs to, in the
    /// process the caller has begun.
    /// </summary>
    public async Task<Outcome<AttachmentView>> AddAsync(string fileName, byte[] content, Guid? accountId, CancellationToken cancellation = default)
    {
        if (!FileInspection.Inspect(content).TryGet(out var kind, out var refusal))
            return refusal;
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        // At once and by its hash: two people may hand in the same photo at the same moment. Bytes nobody comes to refer to do no harm.
        await db.Database.ExecuteSqlAsync($"INSERT INTO platform_blobs (sha256, content) VALUES ({hash}, {content}) ON CONFLICT (sha256) DO NOTHING", cancellation);
        var details = kind.IsImage ? PhotoDetails.Read(content) : PhotoDetails.None;
        var attachment = new Attachment
        {
            FileName = SafeName(fileName, kind),
            MediaType = kind.MediaType,
            Size = content.LongLength,
            Sha256 = hash,
            ArrivedAt = clock.GetUtcNow().UtcDateTime,
            AccountId = accountId,
            TakenAt = details.TakenAt,
            Latitude = details.Latitude,
            Longitude = details.Longitude,
            Camera = details.Camera,
        };
        db.Add(attachment);
        return View(attachment);
    }

    public async Task<IReadOnlyList<AttachmentView>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default) =>
        [.. (await db.Set<Attachment>().AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(cancellation)).Select(View)];

    /// <summary>Earlier attachments with the same bytes: the same photo handed in twice.</summary>
    public async Task<IReadOnlyList<AttachmentView>> SameAsync(string sha256, CancellationToken cancellation = default) =>
        [.. (await db.Set<Attachment>().AsNoTracking().Where(a => a.Sha256 == sha256).OrderBy(a => a.Id).ToListAsync(cancellation)).Select(View)];

    /// <summary>The first attachment of each content: its type and what its camera wrote follow from the bytes.</summary>
    public async Task<IReadOnlyDictionary<string, AttachmentView>> ByContentAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellation = default) =>
        (await db.Set<Attachment>().AsNoTracking().Where(a => hashes.Contains(a.Sha256)).OrderBy(a => a.Id).ToListAsync(cancellation))
            .DistinctBy(a => a.Sha256, StringComparer.Ordinal).ToDictionary(a => a.Sha256, View, StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">The stored bytes no longer have the hash they were stored under.</exception>
    public async Task<AttachmentContent?> OpenAsync(Guid id, CancellationToken cancellation = default)
    {
        var found = await db.Set<Attachment>().AsNoTracking().Where(a => a.Id == id)
            .Join(db.Set<Blob>(), a => a.Sha256, b => b.Sha256, (a, b) => new { a.FileName, a.MediaType, a.Sha256, b.Content }).FirstOrDefaultAsync(cancellation);
        if (found is null)
            return null;
        return Convert.ToHexStringLower(SHA256.HashData(found.Content)) == found.Sha256
            ? new AttachmentContent(found.FileName, found.MediaType, found.Content)
            : throw new InvalidDataException($"The bytes of attachment {id} were altered in storage.");
    }

    /// <summary>The name without folders and control characters, ending in what the file is.</summary>
    internal static string SafeName(string fileName, FileKind kind)
    {
        var name = fileName.Split('/', '\\')[^1];
        var stem = new string([.. Path.GetFileNameWithoutExtension(name).Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or ':' or '|' or '?' or '*') && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)]).Trim(' ', '.');
        var most = Attachment.MaxName - kind.Extension.Length;
        return (stem.Length == 0 ? "file" : stem.Length > most ? stem[..most] : stem) + kind.Extension;
    }

    private static AttachmentView View(Attachment a) =>
        new(a.Id, a.FileName, a.MediaType, a.Size, a.Sha256, a.ArrivedAt, new PhotoDetails(a.TakenAt, a.Latitude, a.Longitude, a.Camera));
}
