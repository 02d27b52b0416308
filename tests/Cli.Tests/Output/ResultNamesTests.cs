using Luoshi.Cli.Inputs;
using Luoshi.Cli.Output;

namespace Luoshi.Cli.Tests.Output;

public sealed class ResultNamesTests
{
    [Fact]
    public void A_result_is_called_like_its_document_without_the_ending() => Names("a/card.txt", "b/list.docx").ShouldBe(["card", "list"]);

    [Fact]
    public void The_ending_tells_two_apart() => Names("card.txt", "card.docx", "list.txt").ShouldBe(["card.txt", "card.docx", "list"]);

    [Fact]
    public void A_number_tells_namesakes_of_two_folders_apart() => Names("a/card.txt", "b/card.txt").ShouldBe(["card.txt~1", "card.txt~2"]);

    [Fact]
    public void No_two_results_share_a_name() =>
        Names("a/x.txt", "b/x.txt", "c/X.TXT", "x.txt~1.txt", "d/x.csv").Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(5);

    private static string[] Names(params string[] paths) => ResultNames.Of([.. paths.Select(path => new InputFile(path, Path.GetFileName(path)))]);
}
