using System.Text.RegularExpressions;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Tests.Claims;

/// <summary>The signs of some words only spare questions: whoever asks every rule reads the same.</summary>
public sealed partial class SignsTests
{
    [Fact]
    public void Words_read_by_their_signs_say_what_they_say_when_every_rule_is_asked()
    {
        var clauses = Clauses().ToList();
        clauses.Count.ShouldBeGreaterThan(2_000);
        foreach (var clause in clauses)
        {
            LeftWords.Read(clause).ShouldBe(LeftWords.Read(clause, Signs.Unknown), clause);
            RightWords.Read(clause, out var told).ShouldBe(RightWords.Read(clause, Signs.Unknown, out var asked), clause);
            told.ShouldBe(asked, clause);
            Phrases.Name(clause, Signs.Of(clause)).ShouldBe(Phrases.Name(clause), clause);
        }
    }

    [Theory]
    [InlineData("这", nameof(Sign.These))]
    [InlineData("上述", nameof(Sign.These))]
    [InlineData("以上", nameof(Sign.These))]
    [InlineData("其中", nameof(Sign.Part))]
    [InlineData("包括", nameof(Sign.Part))]
    [InlineData("其余", nameof(Sign.Rest))]
    [InlineData("其他", nameof(Sign.Rest))]
    [InlineData("基本满意", nameof(Sign.Grade))]
    [InlineData("涉及金额", nameof(Sign.Involve))]
    [InlineData("共计", nameof(Sign.Total))]
    [InlineData("有", nameof(Sign.Total))]
    [InlineData("超任务", nameof(Sign.Beyond))]
    [InlineData("比计划多", nameof(Sign.Beyond))]
    [InlineData("中已有", nameof(Sign.Among))]
    [InlineData("超额完成省下达的", nameof(Sign.Complete))]
    [InlineData("较上年", nameof(Sign.Compare))]
    [InlineData("提高到", nameof(Sign.To))]
    [InlineData("增加至", nameof(Sign.To))]
    [InlineData("资金应发放", nameof(Sign.Due))]
    [InlineData("列入重点项目", nameof(Sign.Listed))]
    [InlineData("年底前竣工", nameof(Sign.Ahead))]
    public void What_a_rule_looks_for_has_its_sign(string words, string sign)
    {
        var looked = Enum.Parse<Sign>(sign);
        Signs.Of(words).Has(looked).ShouldBeTrue();
        Signs.Of("老城" + words + "泊位").Has(looked).ShouldBeTrue();
        Signs.Of("老城泊位").Has(looked).ShouldBeFalse();
    }

    private static IEnumerable<string> Clauses() =>
        Directory.GetFiles(RepositoryFolder.Path("tests", "Reading.Tests", "Specs"), "*.md")
            .SelectMany(file => Ends().Split(File.ReadAllText(file)))
            .Where(clause => clause.Length is > 0 and < 120)
            .Distinct(StringComparer.Ordinal);

    // Where a number stands or a sentence ends; clauses stay together, as they may in front of a number.
    [GeneratedRegex(@"[0-9.%\n\r。|`]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ends();
}
