using System.Text;
using System.Text.Json;
using Luoshi.Reading.Documents;
using Luoshi.Reading.Exports;

namespace Luoshi.Reading.Tests.Exports;

public sealed class ReadingJsonTests
{
    [Fact]
    public void The_second_of_the_same_figures_on_a_line_says_that_it_is_the_second()
    {
        var figures = Figures("新建公园13个，改造公园3个，提升广场3个。").Where(figure => figure.GetProperty("text").GetString() == "3个").ToList();
        figures.Count.ShouldBe(2);
        figures[0].TryGetProperty("nth", out _).ShouldBeFalse("the 3个 inside 13个 is none");
        figures[1].GetProperty("nth").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void Places_count_in_the_raw_line_and_repairs_are_told()
    {
        const string Line = "落實(shí)資金，培訓(xùn)2.64萬(wàn)人次。";
        var figure = Figures($"海岳市工作總結\n{Line}").Single(found => found.GetProperty("line").GetInt32() == 2);
        var (start, end) = (figure.GetProperty("start").GetInt32(), figure.GetProperty("end").GetInt32());
        Line[start..end].ShouldBe(figure.GetProperty("text").GetString());
        figure.GetProperty("value").GetDecimal().ShouldBe(26400m);
        figure.GetProperty("unit").GetString().ShouldBe("人次");
        figure.GetProperty("repairs").EnumerateArray().Select(repair => repair.GetProperty("kind").GetString()).ShouldContain("pinyin_removed");
    }

    [Fact]
    public void A_guess_in_the_clause_of_a_figure_is_told_with_it()
    {
        const string Line = "新建口袋公园18个，年度目?30个，完成率60%。";
        var figures = Figures(Line);
        figures.Select(figure => figure.TryGetProperty("repairs", out _)).ShouldBe([false, true, false]);
        var guess = figures[1].GetProperty("repairs").EnumerateArray().ShouldHaveSingleItem();
        guess.GetProperty("kind").GetString().ShouldBe("guessed");
        guess.GetProperty("start").GetInt32().ShouldBe(Line.IndexOf('?', StringComparison.Ordinal));
        guess.GetProperty("read_as").GetString().ShouldBe("标");
        guess.GetProperty("note").GetString().ShouldBe("缺一字，按上下文读作“标”");
        guess.GetProperty("note_en").GetString().ShouldBe("a character was lost here and is read as 标");
        figures[1].GetProperty("optional").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void The_table_of_repairs_shows_a_loss_among_its_words()
    {
        var reading = LuoshiReader.Read(new SourceDocument("a.txt", DocumentFormat.Text, "utf-8", "新建口袋公园18个，年度目?30个，完成率60%。", []));
        var row = ReadingSheets.Repairs(reading, ExportLanguage.Chinese).Rows.ShouldHaveSingleItem();
        row.Select(cell => cell.Text).ShouldBe(["a.txt", null, "缺字按上下文推读", "8个，年度目?30个，完成", "8个,年度目标30个,完成"]);
    }

    [Fact]
    public void A_line_is_one_object_with_the_names_the_guide_gives()
    {
        var figure = Figures("2026年，计划新建公园20个以上。").ShouldHaveSingleItem();
        figure.GetProperty("bound").GetString().ShouldBe(">=");
        figure.GetProperty("stance").GetString().ShouldBe("planned");
        figure.GetProperty("measure").GetString().ShouldBe("amount");
        figure.GetProperty("period").GetString().ShouldBe("2026");
        figure.GetProperty("value").GetRawText().ShouldBe("20");
    }

    [Theory]
    [InlineData("农村公路新（改）建12公里。", "农村公路新（改）建")]
    [InlineData("农村公路新(改)建12公里。", "农村公路新(改)建")]
    public void An_indicator_is_written_with_the_brackets_of_its_document(string text, string indicator) =>
        Figures(text).ShouldHaveSingleItem().GetProperty("indicator").GetString().ShouldBe(indicator);

    [Fact]
    public void Half_a_character_pair_in_the_text_still_gives_valid_JSON()
    {
        var reading = LuoshiReader.Read(new SourceDocument("x.txt", DocumentFormat.Text, "utf-8", "新建\uD800公园3个\uDC00，完成5个。", []));
        foreach (var line in Lines(reading))
            JsonDocument.Parse(line).Dispose();
    }

    private static List<JsonElement> Figures(string text) =>
        [.. Lines(LuoshiReader.Read(Encoding.UTF8.GetBytes(text), "x.txt").Value).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string[] Lines(ReadingResult reading)
    {
        using var stream = new MemoryStream();
        ReadingJson.WriteFigures(stream, reading);
        return Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
