using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Benchmarks.Serving;
using Luoshi.Ledger.Demo.Contracts;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Benchmarks.Web;

/// <summary>The fictional city's half-year card, written and published by the handlers the pages call.</summary>
internal static class PublishedCard
{
    public static async Task<Guid> MakeAsync(Installed installed)
    {
        await DemoLedger.FillAsync(installed.Services, CancellationToken.None);
        var officer = new ActingPerson { Person = Guid.NewGuid(), Actor = Actor.System("benchmark"), Hand = Hand.Office, Unit = Guid.NewGuid() };
        var list = await installed.DoAsync((LuoshiDb db) => db.Set<PromiseList>().AsNoTracking().OrderByDescending(l => l.Year).FirstAsync());
        var half = Period.OfHalf(list.Year, 1);
        var rules = await installed.DoAsync((LocalRules local) => Task.FromResult(local.Of(list, half.LastDay)));
        var id = (await installed.DoAsync((WriteCard write) => write.RunAsync(list.Id, half, rules, officer))).Value;
        var version = await installed.DoAsync((LuoshiDb db) => db.Set<Card>().Where(c => c.Id == id).Select(c => c.RowVersion).SingleAsync());
        var outcome = await installed.DoAsync((PublishCard publish) => publish.RunAsync(id, version, officer));
        return outcome.IsOk ? id : throw new InvalidOperationException(outcome.Refusal.English);
    }
}
