namespace Luoshi.Reading.Tests.Specs;

public sealed class SpecCaseTests
{
    [Fact]
    public void Every_figure_of_a_case_stands_in_its_text()
    {
        foreach (var path in SpecCase.Files())
        {
            var cases = SpecCase.Load(path);
            cases.ShouldNotBeEmpty(path);
            foreach (var spec in cases)
            {
                foreach (var figure in spec.Figures)
                    spec.Text.ShouldContain(figure.Text, customMessage: $"{spec.File}, {spec.Title}");
            }
        }
    }

    [Fact]
    public void No_two_cases_of_a_file_share_a_title()
    {
        foreach (var path in Directory.EnumerateFiles(RepositoryFolder.Path("tests", "Reading.Tests", "Specs"), "*.md"))
            SpecCaseTitles(path).ShouldBeUnique(path);
    }

    private static IEnumerable<string> SpecCaseTitles(string path) =>
        File.ReadLines(path).Where(line => line.StartsWith("## ", StringComparison.Ordinal));
}
