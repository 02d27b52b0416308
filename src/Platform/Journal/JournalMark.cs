using System.Globalization;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Journal;

/// <summary>
/// A mark that is another one after every journalled change, by whichever node: what was worked out under it need not be worked out
/// again. Rows only ever come to the journal and leave the unsealed ones by a new seal, so two states never share a mark.
/// </summary>
public sealed class JournalMark(LuoshiDb db)
{
    public async Task<string> NowAsync(CancellationToken cancellation = default)
    {
        // The seal first: whatever happens between the two questions, the next mark is another one.
        var seal = await db.Set<JournalSeal>().MaxAsync(s => (long?)s.Number, cancellation) ?? 0;
        var open = await db.Set<JournalProcess>().CountAsync(p => p.Batch == null, cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{seal}+{open}");
    }
}
