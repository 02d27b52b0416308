using Luoshi.Cli.Output;

namespace Luoshi.Cli.Tests.Output;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_finished_file_stands_in_its_place()
    {
        using (var file = new AtomicFile(folder.At("new/result.jsonl")))
        {
            file.Stream.Write("{}"u8);
            file.Complete();
        }

        folder.Files().ShouldBe([Path.Combine("new", "result.jsonl")]);
        File.ReadAllText(folder.At("new/result.jsonl")).ShouldBe("{}");
    }

    [Fact]
    public void An_unfinished_file_leaves_the_old_one_and_no_rest()
    {
        folder.WriteText("result.jsonl", "old");
        using (var file = new AtomicFile(folder.At("result.jsonl")))
            file.Stream.Write("half"u8);
        folder.Files().ShouldBe(["result.jsonl"]);
        File.ReadAllText(folder.At("result.jsonl")).ShouldBe("old");
    }

    public void Dispose() => folder.Dispose();
}
