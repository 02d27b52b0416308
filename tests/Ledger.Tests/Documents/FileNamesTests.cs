using Luoshi.Ledger.Documents.Receive;

namespace Luoshi.Ledger.Tests.Documents;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("清单.docx", "清单.docx")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\a\报告.txt", "报告.txt")]
    [InlineData("...hidden.txt", "hidden.txt")]
    [InlineData("报\u202Etxt.exe", "报txt.exe")]
    [InlineData("a\r\nb\0.txt", "ab.txt")]
    [InlineData("  ", "unnamed.txt")]
    [InlineData(null, "unnamed.txt")]
    [InlineData("folder/", "unnamed.txt")]
    public void A_name_is_shown_and_never_used_as_a_path(string? sent, string kept) =>
        FileNames.Clean(sent, "unnamed.txt").ShouldBe(kept);

    [Fact]
    public void Half_a_character_becomes_a_mark() => FileNames.Clean("\uD800半.txt", "unnamed.txt").ShouldBe("\uFFFD半.txt");

    [Fact]
    public void A_long_name_keeps_its_ending_and_splits_no_character()
    {
        var name = FileNames.Clean(string.Concat(Enumerable.Repeat("𠮷", 150)) + ".docx", "unnamed.txt");

        name.Length.ShouldBeLessThanOrEqualTo(200);
        name.ShouldEndWith("𠮷.docx");
    }
}
