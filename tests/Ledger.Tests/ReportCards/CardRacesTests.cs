using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Curves;
using Luoshi.Ledger.ReportCards.Photos;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Platform.Storage;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.ReportCards;

/// <summary>Two people at one card at once: who comes second is told, and nothing goes out that nobody has seen.</summary>
public sealed class CardRacesTests
{
    private static readonly Period Half = Period.OfHalf(2025, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task Who_changes_a_card_that_somebody_has_changed_meanwhile_is_told_and_changes_nothing(DatabaseKind kind)
    {
        await using var office = await OpenAsync(kind);
        var draft = await WriteAsync(office);

        var outcome = await AfterAnotherAsync(office, draft, (services, seen) => services.GetRequiredService<EditCard>().RunAsync(draft, seen, "我的文字", office.Officer, Stop));

        outcome.Refusal.ShouldBe(LedgerRefusals.Conflict);
        (await CardAsync(office, draft)).Text.ShouldEndWith("别人的话。");
    }

    [Theory, DatabaseData]
    public async Task Who_publishes_a_card_that_somebody_has_changed_meanwhile_is_told_and_publishes_nothing(DatabaseKind kind)
    {
        await using var office = await OpenAsync(kind);
        var draft = await WriteAsync(office);

        var outcome = await AfterAnotherAsync(office, draft, (services, seen) => services.GetRequiredService<PublishCard>().RunAsync(draft, seen, office.Officer, Stop));

        outcome.Refusal.ShouldBe(LedgerRefusals.Conflict);
        var card = await CardAsync(office, draft);
        (card.State, card.PublishedAt).ShouldBe((CardState.Draft, null));
        card.Text.ShouldEndWith("别人的话。");
    }

    [Theory, DatabaseData]
    public async Task Of_two_who_publish_at_once_one_is_told(DatabaseKind kind)
    {
        await using var office = await OpenAsync(kind);
        var draft = await WriteAsync(office);
        await using var second = office.Database.Scope();
        var seen = (await second.ServiceProvider.GetRequiredService<LuoshiDb>().Set<Card>().SingleAsync(c => c.Id == draft, Stop)).RowVersion;
        (await office.DoAsync((PublishCard publish) => publish.RunAsync(draft, seen, office.Officer, Stop))).Refusal.ShouldBeNull();
        var first = (await CardAsync(office, draft)).PublishedAt;

        (await second.ServiceProvider.GetRequiredService<PublishCard>().RunAsync(draft, seen, office.Officer, Stop)).Refusal.ShouldBe(LedgerRefusals.Conflict);

        (await CardAsync(office, draft)).PublishedAt.ShouldBe(first);
    }

    /// <summary>
    /// The instant is taken before the ledger is read. Taken after, a number accepted in between would be older than the card that has it
    /// wrong, and no reader would ever be told.
    /// </summary>
    [Theory, DatabaseData]
    public async Task What_is_accepted_at_the_instant_of_publication_is_seen_by_the_gate(DatabaseKind kind)
    {
        await using var office = await OpenAsync(kind);
        var draft = await WriteAsync(office);
        await using var scope = office.Database.Scope();
        var (services, seen) = (scope.ServiceProvider, (await CardAsync(office, draft)).RowVersion);
        var publish = new PublishCard(
            services.GetRequiredService<LuoshiDb>(), services.GetRequiredService<CardNow>(), services.GetRequiredService<CardCurves>(), services.GetRequiredService<ChoosePhotos>(), services.GetRequiredService<LocalRules>(),
            new AskedClock(() => CorrectAsync(office).GetAwaiter().GetResult()));

        var refusal = (await publish.RunAsync(draft, seen, office.Officer, Stop)).Refusal.ShouldNotBeNull();

        refusal.Where.ShouldBe(PublishCard.Held);
        (await CardAsync(office, draft)).State.ShouldBe(CardState.Draft);
    }

    /// <summary>A handler that has read the card before another person saved it, as happens when both press at once.</summary>
    private static async Task<Outcome<Card>> AfterAnotherAsync(Office office, Guid draft, Func<IServiceProvider, int, Task<Outcome<Card>>> act)
    {
        await using var mine = office.Database.Scope();
        var read = await mine.ServiceProvider.GetRequiredService<LuoshiDb>().Set<Card>().SingleAsync(c => c.Id == draft, Stop);
        (await office.DoAsync((EditCard edit) => edit.RunAsync(draft, read.RowVersion, read.Text + "\n别人的话。", office.Officer, Stop))).Refusal.ShouldBeNull();
        return await act(mine.ServiceProvider, read.RowVersion);
    }

    private static async Task<Office> OpenAsync(DatabaseKind kind)
    {
        var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("196");
        return office;
    }

    private static async Task CorrectAsync(Office office)
    {
        (await office.MoveAsync(ReportAction.Return, office.Officer, "多报100个")).Refusal.ShouldBeNull();
        (await office.ReportAsync("96", seen: (await office.LatestAsync()).RowVersion, reason: "核减")).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Accept, office.Officer)).Refusal.ShouldBeNull();
    }

    private static async Task<Guid> WriteAsync(Office office) =>
        (await office.DoAsync((WriteCard write) => write.RunAsync(office.List, Half, AssessmentRules.Default, office.Officer, Stop))).Value;

    private static async Task<Card> CardAsync(Office office, Guid id)
    {
        await using var db = office.Database.Open();
        return await db.Set<Card>().AsNoTracking().SingleAsync(c => c.Id == id, Stop);
    }

    /// <summary>Lets something happen at the very moment it is asked for the time, once.</summary>
    private sealed class AskedClock(Action happens) : TimeProvider
    {
        private bool asked;

        public override DateTimeOffset GetUtcNow()
        {
            if (!asked)
            {
                asked = true;
                happens();
            }

            return base.GetUtcNow();
        }
    }
}
