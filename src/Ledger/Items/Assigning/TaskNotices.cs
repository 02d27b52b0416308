using Luoshi.Ledger.Lists;
using Luoshi.Platform;
using Luoshi.Platform.Notices;
using Luoshi.Platform.OrgUnits;

namespace Luoshi.Ledger.Items.Assigning;

/// <summary>Tells the people of units that tasks wait for their signature, in the transaction that assigns them.</summary>
internal sealed class TaskNotices(OrgDirectory directory, NoticeBoard notices, TimeProvider clock)
{
    /// <summary>One item: each share is told by its role.</summary>
    public async Task TellAsync(Item item, IReadOnlyCollection<ItemUnit> shares, CancellationToken cancellation)
    {
        var people = await PeopleAsync(cancellation);
        foreach (var share in shares)
        {
            var role = share.Role.Name();
            await notices.TellAsync(people(share.UnitId), new Words($"请签收任务：{item.Number}．{item.Name}（{role.Chinese}）", $"Please sign for a task: {item.Number}. {item.Name} ({role.English})"), $"/ledger/units/{share.UnitId}", cancellation);
        }
    }

    /// <summary>A whole sheet: one notice a unit, or somebody with thirty tasks would get thirty.</summary>
    public async Task TellAsync(PromiseList list, IReadOnlyCollection<ItemUnit> shares, CancellationToken cancellation)
    {
        if (shares.Count == 0)
            return;
        var people = await PeopleAsync(cancellation);
        foreach (var unit in shares.GroupBy(s => s.UnitId))
            await notices.TellAsync(people(unit.Key), new Words($"请签收《{list.Title}》的{unit.Count()}项任务", $"Please sign for {unit.Count()} tasks of {list.Title}"), $"/ledger/units/{unit.Key}", cancellation);
    }

    private async Task<Func<Guid, IReadOnlyCollection<Guid>>> PeopleAsync(CancellationToken cancellation)
    {
        var posts = (await directory.PostsAsync(LocalTime.Today(clock), cancellation: cancellation)).ToLookup(p => p.UnitId, p => p.PersonId);
        return unit => [.. posts[unit].OfType<Guid>().Distinct()];
    }
}
