using System.Globalization;
using System.Text.Json;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.ReportCards;
using Luoshi.Ledger.ReportCards.Gate;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Reading;
using Luoshi.Testing.Databases;

namespace Luoshi.Ledger.Tests.Acceptance;

/// <summary>The acceptance case: a real half-year card goes through the ledger and comes out with its percentages.</summary>
public class HalfYearCardTests
{
    /// <summary>Every percentage the card prints: those of plan in its order, then the two levels.</summary>
    private static readonly string[] Printed =
    [
        "52.7%", "44.1%", "112.7%", "64.4%", "66%", "55.2%", "80%", "90.7%", "88%", "103.1%", "61.7%", "66%", "107.1%", "100%", "99%", "144%", "83.5%", "41.3%",
        "80%", "80%", "100%", "105.1%", "304%", "58%", "100%", "80.4%", "55%", "80%", "70%", "31%", "80%", "100%", "123.6%", "104%", "100%", "63.8%", "60%", "60%", "57.5%", "200%", "54%", "60%", "97.32%",
    ];

    private static (string Name, byte[] Bytes)? Seed() =>
        Shared("seeds") is { } seeds && Directory.EnumerateFiles(seeds, "002_*.txt").FirstOrDefault() is { } file ? (Path.GetFileName(file), File.ReadAllBytes(file)) : null;

    private static string? Shared(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(folder.FullName, "..", "shared", name);
            if (Directory.Exists(found))
                return found;
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

    [Theory, DatabaseData]
    public async Task The_card_of_the_ledger_made_from_it_has_its_percentages_and_passes_the_gate(DatabaseKind kind)
    {
        await using var ledger = await HalfYearLedger.OpenAsync(kind, Read().ShouldNotBeNull());

        (await ledger.AdoptAsync()).Value.Items.ShouldBe(32);
        await ledger.ReportAsync();
        var card = await ledger.WriteAsync();

        var numbers = CardFigures.FromJson(card.Figures);
        // Beyond the document's own 43: two results had a plan there, but no percentage.
        numbers.Where(n => n.Printed.EndsWith('%')).Select(n => n.Printed).Order(StringComparer.Ordinal).ShouldBe([.. Printed.Concat(["145%", "10%"]).Order(StringComparer.Ordinal)]);
        string.Join('\n', Gold().Where(row => !IsPrinted(row, numbers)).Select(row => $"{row.Item} {row.Indicator} {row.Actual} {row.Percent}%")).ShouldBe("");
        string.Join('\n', CardGate.Check(card.Text, numbers, card.Generated).Select(p => p.Message.Chinese)).ShouldBe("");
        (await ledger.PublishAsync(card)).Refusal.ShouldBeNull();
    }

    /// <summary>Item, amount and percentage as the label has them, on one indicator of the ledger.</summary>
    private static bool IsPrinted(GoldRow row, IReadOnlyList<ExpectedNumber> numbers)
    {
        var counted = numbers.Where(n => n.Paragraph == row.Item && n.As == PrintedAs.Amount && n.Value == row.Actual && n.Unit == row.Unit).Select(n => n.Indicator).ToHashSet();
        return numbers.Any(n => n.As == PrintedAs.OfPlan && counted.Contains(n.Indicator) && n.Value == row.Percent);
    }

    /// <summary>The labelled rows that print a percentage.</summary>
    private static IEnumerable<GoldRow> Gold()
    {
        var folder = Shared("gold").ShouldNotBeNull();
        foreach (var line in File.ReadLines(Directory.EnumerateFiles(folder, "002_*.rows.jsonl").Single()))
        {
            var row = JsonDocument.Parse(line).RootElement;
            if (row.GetProperty("percent").ValueKind == JsonValueKind.Number)
                yield return new GoldRow(int.Parse(row.GetProperty("item").GetString()!, CultureInfo.InvariantCulture), row.GetProperty("indicator").GetString()!, row.GetProperty("actual").GetDecimal(), row.GetProperty("unit").GetString()!, row.GetProperty("percent").GetDecimal());
        }
    }

    private sealed record GoldRow(int Item, string Indicator, decimal Actual, string Unit, decimal Percent);
}
