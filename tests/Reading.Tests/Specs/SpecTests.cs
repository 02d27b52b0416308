using System.Globalization;
using System.Text;
using Luoshi.Reading.Tests.Labelled;

namespace Luoshi.Reading.Tests.Specs;

public sealed class SpecTests
{
    private static readonly IReadOnlyList<SpecCase> All =
        [.. SpecCase.Files().SelectMany(SpecCase.Load)];

    /// <summary>Cases the reader is known to get wrong: shown as skipped with the mistakes, until they are read right and leave the list.</summary>
    private static readonly HashSet<string> Open =
        [.. File.ReadLines(RepositoryFolder.Path("tests", "Reading.Tests", "Specs", "open.txt")).Where(line => !line.StartsWith('#'))];

    public static TheoryData<string, string> Cases => [.. All.Select(spec => (spec.File, spec.Title))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_is_read_as_its_table_says(string file, string title)
    {
        var spec = All.Single(spec => spec.File == file && spec.Title == title);
        var mistakes = Mistakes(spec);
        if (mistakes.Count > 0 && Open.Contains($"{file}: {title}"))
            Assert.Skip(string.Join("; ", mistakes));
        mistakes.ShouldBeEmpty(spec.Text);
    }

    [Fact]
    public void Every_open_case_exists() =>
        Open.ShouldBeSubsetOf(All.Select(spec => $"{spec.File}: {spec.Title}").ToHashSet());

    private static List<string> Mistakes(SpecCase spec)
    {
        var reading = LuoshiReader.Read(Encoding.UTF8.GetBytes(spec.Text), spec.File + ".txt").Value;
        var found = reading.Claims.Select(claim => LabelledFigure.Of(claim, reading.Document)).ToList();
        var mistakes = new List<string>();
        var from = 0;
        foreach (var wanted in spec.Figures)
        {
            var at = found.FindIndex(from, figure => figure.Text == wanted.Text);
            if (at < 0)
            {
                if (!wanted.Optional)
                    mistakes.Add($"missed {wanted.Text} [{wanted.Indicator}]");
                continue;
            }

            mistakes.AddRange(found[from..at].Where(figure => !figure.Optional).Select(Invented));
            mistakes.AddRange(Differences(wanted, found[at]));
            from = at + 1;
        }

        mistakes.AddRange(found[from..].Where(figure => !figure.Optional).Select(Invented));
        return mistakes;
    }

    private static IEnumerable<string> Differences(LabelledFigure wanted, LabelledFigure found)
    {
        if (found.Value != wanted.Value || found.Max != wanted.Max)
            yield return string.Create(CultureInfo.InvariantCulture, $"{wanted.Text}: value {found.Value}–{found.Max} for {wanted.Value}–{wanted.Max}");
        if (found.Unit != wanted.Unit)
            yield return $"{wanted.Text}: unit {found.Unit} for {wanted.Unit}";
        // "" in a case means that no period may be read, which a label cannot say.
        var reading = wanted.Period == "" ? found with { Period = found.Period ?? "" } : found;
        foreach (var difference in reading.Differences(wanted))
            yield return $"{wanted.Text}: {difference}";
    }

    private static string Invented(LabelledFigure figure) => $"invented {figure.Text} [{figure.Indicator}]";
}
