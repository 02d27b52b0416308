using Luoshi.Ledger.Approvals;

namespace Luoshi.Ledger.Tests.Approvals;

/// <summary>Walks every reachable paper for a small office, and long random histories for a big one, and looks for a forbidden one.</summary>
public class ReportFlowModelTests
{
    private static readonly DateTime At = new(2025, 7, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly ReportAction[] Actions = Enum.GetValues<ReportAction>();
    private static readonly Hand[] Hands = Enum.GetValues<Hand>();

    [Fact]
    public void No_forbidden_paper_can_be_reached_by_three_people_with_two_posts_each()
    {
        var people = Enumerable.Range(0, 3).SelectMany(_ => TwoPosts()).ToArray();
        var seen = new HashSet<ReportPaper> { new() };
        var open = new Queue<ReportPaper>(seen);
        while (open.TryDequeue(out var paper))
        {
            foreach (var next in Successors(paper, people).Where(n => n.Version <= 2 && seen.Add(n)))
            {
                Allowed(next);
                open.Enqueue(next);
            }
        }

        seen.Select(p => p.State).Distinct().Count().ShouldBe(5);
        // Enough papers to show that the walk did not stop early.
        seen.Count.ShouldBeGreaterThan(400);
    }

    [Fact]
    public void Random_histories_keep_the_rules_of_signatures()
    {
        for (var seed = 0; seed < 300; seed++)
            History(new Random(seed));
    }

    /// <summary>Plays one history on a whole chain of versions, as the ledger stores them.</summary>
    private static void History(Random random)
    {
        var people = Enumerable.Range(0, 4).SelectMany(_ => TwoPosts()).ToArray();
        var versions = new List<ReportPaper> { new() };
        var locked = new Dictionary<int, ReportPaper>();
        for (var i = 0; i < 120; i++)
        {
            var current = versions[^1];
            var action = Actions[random.Next(Actions.Length)];
            var outcome = current.Try(action, Hands[random.Next(Hands.Length)], people[random.Next(people.Length)], At, random.Next(3) == 0 ? null : "理由");
            if (!outcome.TryGet(out var next, out _))
                continue;
            if (next.Version > current.Version)
            {
                next.Supplement.ShouldBe(action == ReportAction.Supplement);
                versions[^1] = current.Behind(At);
                versions.Add(next);
            }
            else
                versions[^1] = next;
            Allowed(next);
            if (next.State == ReportState.Locked)
                locked.TryAdd(next.Version, next);
        }

        versions.Select(v => v.Version).ShouldBe(Enumerable.Range(1, versions.Count));
        versions.SkipLast(1).ShouldAllBe(v => v.State == ReportState.Locked);
        foreach (var (version, paper) in locked)
            versions[version - 1].ShouldBe(paper);
    }

    private static IEnumerable<ReportPaper> Successors(ReportPaper paper, Signatory[] people)
    {
        foreach (var action in Actions)
        {
            foreach (var hand in Hands)
            {
                foreach (var who in people)
                {
                    if (paper.Try(action, hand, who, At, "理由").TryGet(out var next, out _))
                        yield return next;
                }
            }
        }
    }

    /// <summary>Written from the promise to the public, not from the table.</summary>
    private static void Allowed(ReportPaper paper)
    {
        if (paper.State >= ReportState.Submitted)
            paper.Reporter.ShouldNotBeNull();
        if (paper.Supplement)
            paper.Version.ShouldBeGreaterThan(1, "there is nothing to add to before something was accepted");
        if (paper.State >= ReportState.UnitApproved)
            paper.Approver.ShouldNotBeNull().Person.ShouldNotBe(paper.Reporter!.Value.Person);
        if (paper.State < ReportState.UnitApproved)
            paper.Approver.ShouldBeNull();
        if (paper.State < ReportState.Accepted)
        {
            paper.Accepter.ShouldBeNull();
            return;
        }

        var accepter = paper.Accepter.ShouldNotBeNull().Person;
        accepter.ShouldNotBe(paper.Reporter!.Value.Person);
        accepter.ShouldNotBe(paper.Approver!.Value.Person);
    }

    private static Signatory[] TwoPosts()
    {
        var person = Guid.NewGuid();
        return [new(person, Guid.NewGuid()), new(person, Guid.NewGuid())];
    }
}
