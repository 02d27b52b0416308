using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Gate;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Demo;

/// <summary>What the fictional city has published so far: last year's result and this year's first quarter. The half-year is left to the visitor.</summary>
internal sealed class DemoCards(LuoshiDb db, DemoPeople people, WriteCard write, LocalRules rules)
{
    private static readonly ProcessKind Kind = new("demo.fill", "生成示例数据", "Make the demonstration");
    private static readonly Actor Maker = Actor.System("示例数据");

    public async Task MakeAsync(Period now, CancellationToken cancellation)
    {
        foreach (var list in await db.Set<PromiseList>().AsNoTracking().OrderBy(l => l.Year).ToListAsync(cancellation))
        {
            var period = list.Year < now.Year ? list.Plan : Period.OfQuarter(list.Year, 1);
            await PublishAsync(list, period, period.LastDay.AddDays(15), cancellation);
        }
    }

    private async Task PublishAsync(PromiseList list, Period period, DateOnly day, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var acting = new ActingPerson { Person = people.OfficePost, Actor = Maker, Hand = Hand.Office, Unit = people.Units["海岳市人民政府"] };
        var id = (await write.RunAsync(list.Id, period, rules.Of(list, period.LastDay), acting, cancellation)).Value;
        var card = await db.Set<Card>().FirstAsync(c => c.Id == id, cancellation);
        if (CardGate.Check(card.Text, CardFigures.FromJson(card.Figures), card.Generated) is [var problem, ..])
            throw new InvalidOperationException($"The demonstration's card does not pass the gate: {problem.Message.English}");
        db.Begin(Kind, Maker);
        card.State = CardState.Published;
        (card.PublishedAt, card.PublishedByPost) = (day.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc), people.OfficePost);
        await db.SaveChangesAsync(cancellation);
    }
}
