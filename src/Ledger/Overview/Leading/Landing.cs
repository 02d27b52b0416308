using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Platform.Access;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Overview.Leading;

/// <summary>Where somebody begins who named no page: a leader with what they answer for, everybody with work on the desk at the desk.</summary>
internal sealed class Landing(LuoshiDb db, LedgerAccess access)
{
    public const string Desk = "/ledger";

    private static readonly Role[] AtTheDesk = [Role.Office, Role.Reporter, Role.Approver];

    public async Task<string> OfAsync(CancellationToken cancellation)
    {
        if (!await access.HasAsync(Role.Leader, cancellation))
            return Desk;
        foreach (var role in AtTheDesk)
        {
            if (await access.HasAsync(role, cancellation))
                return Desk;
        }

        // Before the office has named them for an item, their page would be empty.
        var posts = await access.PostsAsync(cancellation);
        return await db.Set<Item>().AnyAsync(i => i.LeadPostId != null && posts.Contains(i.LeadPostId.Value), cancellation) ? OverviewPaths.Leader : Desk;
    }
}
