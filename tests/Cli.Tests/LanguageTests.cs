using Luoshi.Reading.Exports;

namespace Luoshi.Cli.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("", "", "", ExportLanguage.Chinese)]
    [InlineData("", "", "C.UTF-8", ExportLanguage.Chinese)]
    [InlineData("", "", "zh_CN.UTF-8", ExportLanguage.Chinese)]
    [InlineData("", "", "en_US.UTF-8", ExportLanguage.English)]
    [InlineData("", "zh", "en_US.UTF-8", ExportLanguage.Chinese)]
    [InlineData("--lang en", "zh", "zh_CN.UTF-8", ExportLanguage.English)]
    [InlineData("--lang=zh", "en", "en_US.UTF-8", ExportLanguage.Chinese)]
    public void Chinese_unless_English_is_clearly_asked_for(string args, string luoshi, string lang, ExportLanguage expected) =>
        Language.Of(args.Split(' ', StringSplitOptions.RemoveEmptyEntries), name => name switch
        {
            "LUOSHI_LANG" => luoshi,
            "LANG" => lang,
            _ => null,
        }).ShouldBe(expected);
}
