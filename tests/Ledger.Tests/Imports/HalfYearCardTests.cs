using Luoshi.Kernel.Quantities;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.ReportCards;
using Luoshi.Reading;

namespace Luoshi.Ledger.Tests.Imports;

/// <summary>The acceptance case: a real half-year card goes through the ledger and comes out with its percentages.</summary>
public class HalfYearCardTests
{
    /// <summary>Every percentage of plan the card prints, in its order.</summary>
    private static readonly string[] Printed =
    [
        "52.7%", "44.1%", "112.7%", "64.4%", "66%", "55.2%", "80%", "90.7%", "88%", "103.1%", "61.7%", "66%", "107.1%", "100%", "99%", "144%", "83.5%", "41.3%",
        "80%", "80%", "100%", "105.1%", "304%", "58%", "100%", "80.4%", "55%", "80%", "70%", "31%", "80%", "100%", "123.6%", "104%", "100%", "63.8%", "60%", "60%", "57.5%", "200%", "54%",
    ];

    private static (string Name, byte[] Bytes)? Seed()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var seeds = Path.Combine(folder.FullName, "..", "shared", "seeds");
            if (Directory.Exists(seeds) && Directory.EnumerateFiles(seeds, "002_*.txt").FirstOrDefault() is { } file)
                return (Path.GetFileName(file), File.ReadAllBytes(file));
        }

        return null;
    }

    private static Proposal? Read()
    {
        if (Seed() is not { } seed)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "../shared/seeds is not here");
            throw new InvalidOperationException("CI=true, but ../shared/seeds is missing.");
        }

        var reading = LuoshiReader.Read(seed.Bytes, seed.Name).Value;
        return ReadingProposer.Propose(reading, LuoshiReader.Audit([reading])[0], Guid.NewGuid());
    }

    [Fact]
    public void It_gives_ten_commitments_and_thirty_two_items()
    {
        var proposal = Read().ShouldNotBeNull();

        proposal.Commitments.Count.ShouldBe(10);
        proposal.Items.Select(i => i.Number).ShouldBe(Enumerable.Range(1, 32));
        proposal.Items.SelectMany(i => i.Indicators).ShouldAllBe(i => i.Source != null && i.Source.Sentence.Length > 0);
    }

    [Fact]
    public void The_ledger_made_from_it_prints_its_percentages_to_the_digit()
    {
        var proposal = Read().ShouldNotBeNull();

        var printed = Figures(proposal).Select(f => f.OfPlan).OfType<Percent>().Select(p => p.ToString()).ToList();

        var missing = Printed.ToList();
        foreach (var percent in printed)
            missing.Remove(percent);
        string.Join(' ', missing).ShouldBe("");
    }

    private static IEnumerable<CardFigure> Figures(Proposal proposal) =>
        from item in proposal.Items
        from indicator in item.Indicators
        where indicator.Actual is not null
        select new CardFigure
        {
            Indicator = Guid.NewGuid(),
            Name = indicator.Name,
            Unit = indicator.Unit,
            Actual = indicator.Actual ?? 0,
            Kind = indicator.Kind,
            Direction = indicator.Direction,
            Promised = indicator.Promised is { } promised ? new TargetValue(promised, indicator.Bound) : null,
            WorkingPlan = indicator.WorkingPlan,
        };
}
