using Luoshi.Kernel.Text;
using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Tests.Cleaning;

/// <summary>Lost characters are read as the one word that stands around them, or stay lost.</summary>
public sealed class LostWordsTests
{
    [Theory]
    [InlineData("新建公园26座，年度目?31座", "新建公园26座,年度目标31座")]
    [InlineData("占年度目标850套?64.2%", "占年度目标850套的64.2%")]
    [InlineData("完成全年任务?72%", "完成全年任务的72%")]
    [InlineData("分别完成全年任务的72%?81.5%", "分别完成全年任务的72%和81.5%")]
    [InlineData("达到序时进度?18项", "达到序时进度的18项")]
    [InlineData("修缮泵站12座，已开?9座", "修缮泵站12座,已开工9座")]
    [InlineData("已开工9座，其?4座完工", "已开工9座,其中4座完工")]
    [InlineData("疏通河道3条，在?2条，", "疏通河道3条,在建2条,")]
    [InlineData("护理补贴已发?43.7万元", "护理补贴已发放43.7万元")]
    [InlineData("发证率同比提?1.8个百分点", "发证率同比提高1.8个百分点")]
    [InlineData("由8.4公里缩短?6.1公里", "由8.4公里缩短到6.1公里")]
    [InlineData("时间控制?15分钟以内", "时间控制在15分钟以内")]
    [InlineData("覆盖面不低?90%", "覆盖面不低于90%")]
    [InlineData("居民参与?88.6%", "居民参与率88.6%")]
    [InlineData("养老驿?11家", "养老驿站11家")]
    [InlineData("二?“绿色家园”", "二、“绿色家园”")]
    [InlineData("會?，各部門匯報了進展，覆蓋學校和醫院", "会上,各部门汇报了进展,覆盖学校和医院")]
    [InlineData("占年度任?000套的61%", "占年度任务000套的61%")]
    [InlineData("年度目\uFFFD31座", "年度目标31座")]
    public void One_word_fits(string raw, string clean)
    {
        var cleaned = Cleaner.Clean(raw);
        cleaned.Text.ShouldBe(clean);
        var guess = cleaned.Repairs.Single(repair => repair.Kind == RepairKind.Guessed);
        guess.Raw.Of(raw).ShouldBeOneOf("?", "\uFFFD");
        guess.Clean.Length.ShouldBe(1);
        cleaned.Text.Length.ShouldBe(raw.Length);
    }

    [Theory]
    [InlineData("年度目\uFFFD?31座")]
    [InlineData("年度目\uFFFD\uFFFD31座")]
    public void What_a_decoder_leaves_of_one_character_is_one_loss(string raw)
    {
        var cleaned = Cleaner.Clean(raw);
        cleaned.Text.ShouldBe("年度目标31座");
        cleaned.ToRaw(new SourceSpan(3, 4)).ShouldBe(new SourceSpan(3, 5));
        cleaned.ToRaw(new SourceSpan(4, 7)).Of(raw).ShouldBe("31座");
    }

    // Several words would fit, or none.
    [Theory]
    [InlineData("老旧小区?27个")]
    [InlineData("完?15所")]
    [InlineData("惠及居民?.6万户")]
    [InlineData("途经临?县")]
    [InlineData("三条?H")]
    [InlineData("目??31座")]
    public void Nothing_is_sure_enough(string raw)
    {
        var cleaned = Cleaner.Clean(raw);
        cleaned.Text.ShouldBe(raw);
        cleaned.Repairs.ShouldNotContain(repair => repair.Kind == RepairKind.Guessed);
    }

    [Fact]
    public void A_target_in_percent_is_not_a_share_of_it() =>
        Cleaner.Clean("处理率年度目标?95%，实际93%").Text.ShouldBe("处理率年度目标?95%,实际93%");

    [Fact]
    public void Every_word_of_the_data_file_is_found_where_it_stands()
    {
        var words = new DataWords("cleaning.lost-characters");
        var count = 0;
        while (words.MoveNext())
        {
            var (word, count1) = (words.Current.ToString(), ++count);
            var raw = word[..word.IndexOf('[', StringComparison.Ordinal)].Replace("^", "，", StringComparison.Ordinal).Replace("…", "本市", StringComparison.Ordinal).Replace("N", "300套", StringComparison.Ordinal)
                + "?" + Behind(word[(word.IndexOf(']', StringComparison.Ordinal) + 1)..].Split('/')[0]);
            Cleaner.Clean(raw).Repairs.ShouldContain(repair => repair.Kind == RepairKind.Guessed, $"{count1}: {word} in {raw}");
        }

        count.ShouldBeGreaterThan(100);
    }

    private static string Behind(string pattern) => pattern switch
    {
        "" => "来",
        "M" => "，",
        "Q" => "“",
        "P" => "35%",
        "C" or "CM" => "35套，",
        _ when pattern[0] == 'D' => "35" + pattern[1..],
        _ => pattern,
    };
}
