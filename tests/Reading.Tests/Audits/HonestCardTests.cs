using System.Text;
using Luoshi.Reading.Audits;

namespace Luoshi.Reading.Tests.Audits;

public class HonestCardTests
{
    private const int Cards = 200;

    [Fact]
    public void No_figure_of_an_honest_card_is_called_inconsistent()
    {
        var wrong = new StringBuilder();
        for (var seed = 0; seed < Cards; seed++)
        {
            var text = new CardGenerator(seed).Write(6, plant: false);
            foreach (var finding in Audit(text).Where(finding => finding.Verdict == Verdict.Inconsistent))
                wrong.AppendLine($"{seed}: {finding.Chinese}\n{text}");
        }

        wrong.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void A_percentage_seven_points_off_is_found_and_nothing_else_is()
    {
        var wrong = new StringBuilder();
        for (var seed = 1000; seed < 1000 + Cards; seed++)
        {
            var generator = new CardGenerator(seed);
            var text = generator.Write(6, plant: true);
            var reading = Read(text);
            var found = Auditor.Audit(reading).Where(finding => finding.Verdict == Verdict.Inconsistent)
                .Select(finding => reading.Claims[finding.Subject].Raw.Of(reading.Document.Text)).ToList();
            if (!found.SequenceEqual(generator.Planted))
                wrong.AppendLine($"{seed}: found {string.Join(", ", found)} for {string.Join(", ", generator.Planted)}\n{text}");
        }

        wrong.ToString().ShouldBeEmpty();
    }

    private static IReadOnlyList<Finding> Audit(string text) => Auditor.Audit(Read(text));

    private static ReadingResult Read(string text) => LuoshiReader.Read(Encoding.UTF8.GetBytes(text), "card.txt").Value;
}
