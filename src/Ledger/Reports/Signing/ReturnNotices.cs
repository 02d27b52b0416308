using Luoshi.Platform.Access;
using Luoshi.Platform.Notices;

namespace Luoshi.Ledger.Reports.Signing;

/// <summary>Tells whoever reported, and the unit's other reporters, that a report came back and why, in the transaction that returns it.</summary>
internal sealed class ReturnNotices(RoleHolders holders, NoticeBoard notices)
{
    public async Task TellAsync(UnitReport report, Guid? reporter, string reason, CancellationToken cancellation)
    {
        var people = (await holders.OfAsync([report.UnitId], [Role.Reporter], cancellation)).GetValueOrDefault(report.UnitId, []);
        var month = report.Period.LastDay;
        await notices.TellAsync(
            [.. people.Concat(reporter is { } who ? [who] : []).Distinct()],
            new Words($"{month.Year}年{month.Month}月月报被退回：{reason}", $"The report of {report.Period} was returned: {reason}"),
            $"/ledger/reports/{report.UnitId}/{report.Period}",
            cancellation);
    }
}
