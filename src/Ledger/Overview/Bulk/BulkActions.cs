using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Items.Assigning;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Overview.Reminding;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Overview.Bulk;

/// <summary>
/// One action of the office on many rows, by the same handlers that act on one. Each row goes through or is refused by itself;
/// a refused one never takes its neighbours with it.
/// </summary>
internal sealed class BulkActions(RowDetails details, RemindUnits remind, IServiceScopeFactory scopes)
{
    /// <summary>A page of rows and no more: what nobody has looked at is not decided.</summary>
    public const int Most = OverviewRows.Size;

    public async Task<Outcome<IReadOnlyList<BulkLine>>> RemindAsync(IReadOnlyList<Pick> picks, string word, ActingPerson acting, CancellationToken cancellation)
    {
        var rows = await details.OfAsync([.. picks.Take(Most).Select(p => p.Assessment)], cancellation);
        if (rows.Count == 0)
            return LedgerRefusals.NotFound;
        var lines = new List<BulkLine>();
        foreach (var row in rows.Where(r => r.Rated.UnitId is null))
            lines.Add(new BulkLine(row.Item.Name, $"/ledger/items/{row.Item.Id}", Done: null, BulkRefusals.NoUnit));
        var open = rows.Where(r => r.Rated.UnitId is not null && !r.List.Closed).ToList();
        foreach (var row in rows.Where(r => r.List.Closed && r.Rated.UnitId is not null))
            lines.Add(new BulkLine(row.Item.Name, $"/ledger/items/{row.Item.Id}", Done: null, LedgerRefusals.ListClosed));
        if (open.Count == 0)
            return lines;
        var names = open.GroupBy(r => r.Rated.UnitId ?? default).ToDictionary(g => g.Key, g => g.First().UnitName ?? "—");
        var order = new ReminderOrder
        {
            Month = open[0].Rated.Period,
            About = ReminderAbout.Progress,
            Word = word,
            Units = [.. open.GroupBy(r => r.Rated.UnitId ?? default).Select(g => new UnitToRemind(g.Key, [.. g.Select(r => r.Item.Name)]))],
        };
        if (!(await remind.RunAsync(order, acting, cancellation)).TryGet(out var reminded, out var refusal))
            return refusal;
        lines.AddRange(reminded.Select(r => new BulkLine(names[r.Unit], $"/ledger/units/{r.Unit}", new Words($"已通知 {r.People} 人", $"{r.People} told"), r.Refusal)));
        return Ordered(lines);
    }

    public async Task<Outcome<IReadOnlyList<BulkLine>>> DecideAsync(IReadOnlyList<Pick> picks, Progress? progress, Light? light, string reason, ActingPerson acting, CancellationToken cancellation)
    {
        var rows = (await details.OfAsync([.. picks.Take(Most).Select(p => p.Assessment)], cancellation)).ToDictionary(r => r.Rated.Id);
        if (rows.Count == 0)
            return LedgerRefusals.NotFound;
        var lines = new List<BulkLine>();
        foreach (var pick in picks.Take(Most).Where(p => rows.ContainsKey(p.Assessment)))
        {
            var row = rows[pick.Assessment];
            // A scope for each: what was refused must not stay in the context of the next.
            await using var scope = scopes.CreateAsyncScope();
            var decided = await scope.ServiceProvider.GetRequiredService<DecideLight>().RunAsync(new LightDecision(pick.Assessment, pick.SeenVersion, progress, light, reason), acting, cancellation);
            lines.Add(new BulkLine($"{row.Item.Number}．{row.Item.Name} · {row.Name.Chinese}", $"/ledger/items/{row.Item.Id}", new Words("已认定", "decided"), decided.Refusal));
        }

        return Ordered(lines);
    }

    /// <param name="lead">The unit that takes the lead; null leaves it as it is.</param>
    /// <param name="post">The lead official; null leaves them as they are.</param>
    public async Task<Outcome<IReadOnlyList<BulkLine>>> AssignAsync(IReadOnlyList<Pick> picks, Guid? lead, Guid? post, string reason, string basis, ActingPerson acting, CancellationToken cancellation)
    {
        if (lead is null && post is null)
            return LedgerRefusals.NothingChanged;
        var rows = await details.OfAsync([.. picks.Take(Most).Select(p => p.Assessment)], cancellation);
        if (rows.Count == 0)
            return LedgerRefusals.NotFound;
        var lines = new List<BulkLine>();
        var seen = picks.ToLookup(p => p.Assessment, p => p.SeenItem);
        foreach (var row in rows.DistinctBy(r => r.Item.Id))
        {
            var item = row.Item;
            await using var scope = scopes.CreateAsyncScope();
            var refusal = await AssignOneAsync(scope.ServiceProvider, item, seen[row.Rated.Id].First(), lead, post, reason, basis, acting, cancellation);
            lines.Add(new BulkLine($"{item.Number}．{item.Name}", $"/ledger/items/{item.Id}", new Words("已分派", "assigned"), refusal));
        }

        return Ordered(lines);
    }

    private static async Task<Refusal?> AssignOneAsync(IServiceProvider services, Item item, int seen, Guid? lead, Guid? post, string reason, string basis, ActingPerson acting, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<LuoshiDb>();
        var shares = await db.Set<ItemUnit>().AsNoTracking().Where(u => u.ItemId == item.Id).ToListAsync(cancellation);
        if ((lead ?? shares.Find(s => s.Role == UnitRole.Lead)?.UnitId) is not { } leading)
            return BulkRefusals.NoLead;
        var outcome = await services.GetRequiredService<AssignItem>().RunAsync(
            new Assignment
            {
                ItemId = item.Id,
                SeenVersion = seen,
                LeadPostId = post ?? item.LeadPostId,
                Lead = leading,
                Responsible = [.. shares.Where(s => s.Role == UnitRole.Responsible && s.UnitId != leading).Select(s => s.UnitId)],
                Supporting = [.. shares.Where(s => s.Role == UnitRole.Supporting && s.UnitId != leading).Select(s => s.UnitId)],
                Deadline = item.Deadline,
                Contact = item.Contact,
                Reason = Blank(reason),
                Decision = Blank(basis),
            },
            acting,
            cancellation);
        return outcome.Refusal;
    }

    private static List<BulkLine> Ordered(List<BulkLine> lines) => [.. lines.OrderBy(l => l.Refusal is null)];

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}

internal static class BulkRefusals
{
    public static Refusal NoUnit { get; } = new("bulk.no_unit", "还没有单位上报这项指标，请先分派。", "No unit reports this indicator yet; assign it first.");

    public static Refusal NoLead { get; } = new("bulk.no_lead", "该事项还没有牵头单位，请一并填写。", "This item has no lead unit yet; name one too.");
}
