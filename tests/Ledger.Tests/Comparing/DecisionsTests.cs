using Luoshi.Kernel.Time;
using Luoshi.Ledger.Comparing;
using Luoshi.Ledger.Matching;
using Luoshi.Platform.Journal;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Comparing;

public sealed class DecisionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Statement Promise(string key, string name) => new() { Key = key, Name = name, Unit = new("处"), Promised = new(10), Sentence = name + "10处。", Href = "/" };

    private static Side Side(string code, params Statement[] statements) => new() { Code = code, Title = code, Href = "/", Statements = statements, Plan = Period.OfYear(2027) };

    private static readonly Side Left = Side("d:a", Promise("d:a:1", "社区老年食堂建设"), Promise("d:a:2", "城市书房建设"));
    private static readonly Side Right = Side("d:b", Promise("d:b:1", "老年助餐点设置"), Promise("d:b:2", "老年食堂改造"));

    private static async Task<Comparison> CompareAsync(TestDatabase database)
    {
        await using var db = database.Open();
        return Comparer.Run(Left, Right, await new Decisions(db, TimeProvider.System).OfAsync(Left, Right, Stop));
    }

    private static async Task<Kernel.Outcomes.Outcome<int>> AnswerAsync(TestDatabase database, MatchAnswer answer, Actor? actor = null)
    {
        await using var db = database.Open();
        return await new Decisions(db, TimeProvider.System).AnswerAsync(await CompareAsync(database), answer, actor, Stop);
    }

    [Theory, DatabaseData]
    public async Task What_a_person_said_of_a_pair_is_kept_journalled_and_used_again(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);

        (await AnswerAsync(database, new MatchAnswer("d:a:1", "d:b:1", Same: true, Instead: null, "李记者"))).Refusal.ShouldBeNull();

        var pair = (await CompareAsync(database)).Pairs.Single(p => p.Match.Left.Key == "d:a:1");
        pair.Match.Right.Key.ShouldBe("d:b:1");
        pair.Match.Certainty.ShouldBe(Certainty.Confirmed);
        await using var db = database.Open();
        var kept = await db.Set<MatchDecision>().SingleAsync(Stop);
        (kept.Person, kept.FirstWords).ShouldBe(("李记者", "社区老年食堂建设10处。"));
        var history = database.Scope();
        await using (history)
            (await ((JournalHistory)history.ServiceProvider.GetService(typeof(JournalHistory))!).OfAsync([kept.Id], cancellation: Stop)).ShouldNotBeEmpty();
    }

    [Theory, DatabaseData]
    public async Task A_rejected_pair_stays_away_and_another_may_be_chosen_in_its_place(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);

        (await AnswerAsync(database, new MatchAnswer("d:a:1", "d:b:2", Same: true, Instead: "d:b:1", "李记者"))).Refusal.ShouldBeNull();

        (await CompareAsync(database)).Pairs.Single(p => p.Match.Left.Key == "d:a:1").Match.Right.Key.ShouldBe("d:b:1");
        // The other way round it is the same decision.
        await using var db = database.Open();
        var swapped = Comparer.Run(Right, Left, await new Decisions(db, TimeProvider.System).OfAsync(Right, Left, Stop));
        swapped.Pairs.Single(p => p.Match.Left.Key == "d:b:1").Match.Certainty.ShouldBe(Certainty.Confirmed);
        (await AnswerAsync(database, new MatchAnswer("d:a:1", "d:b:1", Same: false, Instead: null, "王记者"))).Refusal.ShouldBeNull();
        (await CompareAsync(database)).Pairs.ShouldNotContain(p => p.Match.Right.Key == "d:b:1" && p.Match.Left.Key == "d:a:1");
    }

    [Theory, DatabaseData]
    public async Task What_the_office_decided_is_not_overturned_by_a_passer_by(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);
        (await AnswerAsync(database, new MatchAnswer("d:a:1", "d:b:1", Same: true, Instead: null, ""), new Actor { Name = "督查员", PostId = Guid.NewGuid() })).Refusal.ShouldBeNull();

        (await AnswerAsync(database, new MatchAnswer("d:a:1", "d:b:1", Same: false, Instead: null, "路人"))).Refusal.ShouldNotBeNull().Code.ShouldBe("compare.decided_by_office");

        (await CompareAsync(database)).Pairs.Single(p => p.Match.Left.Key == "d:a:1").Match.Certainty.ShouldBe(Certainty.Confirmed);
    }

    [Theory, DatabaseData]
    public async Task A_decision_needs_a_name_and_a_pair_that_is_there(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);

        (await AnswerAsync(database, new MatchAnswer("d:a:1", "d:b:1", Same: true, Instead: null, " "))).Refusal!.Where.ShouldBe("person");
        (await AnswerAsync(database, new MatchAnswer("d:a:1", "d:x:1", Same: true, Instead: null, "李记者"))).Refusal!.Code.ShouldBe("compare.pair_gone");
    }
}
