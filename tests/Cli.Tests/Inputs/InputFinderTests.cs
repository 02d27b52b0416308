using Luoshi.Cli.Inputs;

namespace Luoshi.Cli.Tests.Inputs;

public sealed class InputFinderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_folder_gives_every_document_under_it_and_nothing_else()
    {
        folder.Write("a.txt", "b.jpg", "deep/c.DOCX", "deep/deeper/d.csv", ".hidden/e.txt");
        Names(folder.Path).ShouldBe(["a.txt", "c.DOCX", "d.csv"], ignoreOrder: true);
    }

    [Fact]
    public void A_file_named_outright_is_tried_whatever_it_is_called()
    {
        folder.Write("report.wps");
        Names(folder.At("report.wps")).ShouldBe(["report.wps"]);
    }

    [Fact]
    public void A_pattern_matches_inside_a_name_and_over_folders()
    {
        folder.Write("a1.txt", "a2.txt", "b1.txt", "x/a3.txt", "x/y/a4.txt", "x/y/b2.md");
        Names(folder.At("a?.txt")).ShouldBe(["a1.txt", "a2.txt"]);
        Names(folder.At("*/a*.txt")).ShouldBe(["a3.txt"]);
        Names(folder.At("**/a*.txt")).ShouldBe(["a1.txt", "a2.txt", "a3.txt", "a4.txt"]);
    }

    [Fact]
    public void The_same_file_by_two_ways_is_read_once()
    {
        folder.Write("a.txt");
        Names(folder.At("a.txt"), folder.Path, folder.At("*.txt")).ShouldBe(["a.txt"]);
    }

    [Fact]
    public void What_is_not_there_is_told_and_the_rest_goes_on()
    {
        folder.Write("a.txt");
        var (files, refusals) = InputFinder.Find([folder.At("gone.txt"), folder.At("a.txt")]);
        files.Count.ShouldBe(1);
        var refusal = refusals.ShouldHaveSingleItem();
        refusal.Code.ShouldBe("path.missing");
        refusal.Where.ShouldBe(folder.At("gone.txt"));
    }

    [Fact]
    public void A_folder_without_documents_is_told()
    {
        folder.Write("photo.jpg");
        InputFinder.Find([folder.Path]).Refusals.ShouldHaveSingleItem().Code.ShouldBe("path.empty");
    }

    [Fact]
    public void A_dash_is_standard_input() => InputFinder.Find(["-"]).Files.ShouldHaveSingleItem().IsStandardInput.ShouldBeTrue();

    public void Dispose() => folder.Dispose();

    private static string[] Names(params string[] paths) => [.. InputFinder.Find(paths).Files.Select(file => file.Name)];
}
