using Luoshi.Ledger.Matching;
using Luoshi.Reading;
using Luoshi.Reading.Documents;

namespace Luoshi.Ledger.Tests.Matching;

public class MatcherTests
{
    private static IReadOnlyList<(string Figure, Statement Statement)> Read(string text, string key)
    {
        var reading = LuoshiReader.Read(new SourceDocument(key + ".txt", DocumentFormat.Text, "utf-8", text, []));
        var printed = reading.Claims.ToDictionary(c => $"{key}:{c.Raw.Start}", c => c.Raw.Of(text), StringComparer.Ordinal);
        return [.. DocumentStatements.Of(reading, LuoshiReader.Audit([reading])[0], key, i => $"/documents/{key}?at={i}").Select(s => (printed[s.Key], s))];
    }

    private static (MatchResult Found, Func<Statement, string> Figure) Match(LabelledPairs labelled, Decided? decided = null)
    {
        var (left, right) = (Read(labelled.Left, "l"), Read(labelled.Right, "r"));
        var figures = left.Concat(right).ToDictionary(f => f.Statement.Key, f => f.Figure, StringComparer.Ordinal);
        return (Matcher.Run([.. left.Select(l => l.Statement)], [.. right.Select(r => r.Statement)], decided), s => figures[s.Key]);
    }

    [Fact]
    public void On_the_labelled_pairs_nothing_sure_is_wrong_and_little_is_missed()
    {
        var (labels, found, wrong, sure, sureRight) = (0, 0, new List<string>(), 0, 0);
        var missed = new List<string>();
        foreach (var labelled in LabelledPairs.All)
        {
            var (matching, figure) = Match(labelled);
            var pairs = matching.Matches.Select(m => (Left: figure(m.Left), Right: figure(m.Right), m.Certainty, m.Likeness.Score)).ToList();
            labels += labelled.Pairs.Count;
            found += labelled.Pairs.Count(p => pairs.Exists(m => m.Left == p.Left && m.Right == p.Right));
            missed.AddRange(labelled.Pairs.Where(p => !pairs.Exists(m => m.Left == p.Left && m.Right == p.Right)).Select(p => $"{labelled.Name}: {p.Left} {p.Right}"));
            foreach (var pair in pairs.Where(p => p.Certainty == Certainty.Sure))
            {
                sure++;
                if (labelled.Pairs.Contains((pair.Left, pair.Right)))
                    sureRight++;
                else
                    wrong.Add($"{labelled.Name}: {pair.Left} {pair.Right} {pair.Score:0.00}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"labelled {labels}, found {found}, sure {sure}, of them right {sureRight}\nmissed:\n{string.Join('\n', missed)}");
        wrong.ShouldBeEmpty();
        ((decimal)found / labels).ShouldBeGreaterThanOrEqualTo(0.95m, string.Join('\n', missed));
        ((decimal)sureRight / labels).ShouldBeGreaterThanOrEqualTo(0.6m);
    }

    [Fact]
    public void A_rejected_pair_is_not_proposed_again_and_a_confirmed_one_stands()
    {
        var labelled = LabelledPairs.All[0];
        var (first, figure) = Match(labelled);
        var (a, b) = (first.Matches.First(m => figure(m.Left) == "17所"), first.Matches.First(m => figure(m.Left) == "13所"));

        var (again, _) = Match(labelled, new Decided(new HashSet<(string, string)> { (a.Left.Key, b.Right.Key) }, new HashSet<(string, string)> { (a.Left.Key, a.Right.Key) }));

        var changed = again.Matches.Single(m => m.Left.Key == a.Left.Key);
        changed.Right.Key.ShouldBe(b.Right.Key);
        changed.Certainty.ShouldBe(Certainty.Confirmed);
        again.Matches.ShouldNotContain(m => m.Left.Key == a.Left.Key && m.Right.Key == a.Right.Key);
    }

    [Fact]
    public void Another_stage_of_a_matched_promise_is_told_with_it_and_is_no_new_promise()
    {
        var (matching, figure) = Match(LabelledPairs.All[0]);

        var homes = matching.Matches.Single(m => figure(m.Left) == "165个");
        homes.Others.Select(figure).ShouldContain("171个");
        matching.RightOnly.Select(figure).ShouldNotContain("171个");
        matching.RightOnly.Select(figure).ShouldContain("3900户");
        matching.LeftOnly.Select(figure).ShouldBe(["77个", "860场"]);
    }
}
