using Luoshi.Kernel.Text;
using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Tests.Cleaning;

/// <summary>Whatever the text is, cleaning keeps its promises about places. Seeds are fixed, so a failure can be run again.</summary>
public sealed class CleanerFuzzTests
{
    // Everything cleaning has an opinion on, and some plain text between.
    private const string Tricky = "0123456789０９,，.．、。（(）)?？！\uFFFD \t\u3000\u00A0\u200B\r\n|%％㎞⒈㈠⽬⺠實項後乾著覆計畫萬万亿项目建设áàshíuü\u0308\u0304abQDLP“”《》～－∶\uE000\uD842\uDFB7";

    [Fact]
    public void Promises_hold_for_random_mixtures()
    {
        var random = new Random(31);
        for (var round = 0; round < 6000; round++)
            Check(Random(random, random.Next(1, 80), Tricky));
    }

    [Fact]
    public void Promises_hold_for_random_losses()
    {
        string[] pieces = ["占年度目标", "完成全年任", "目", "已开", "其", "在", "由", "缩短", "不低", "分别", "%", "?", "?", "?", "\uFFFD", "\uFFFD?", "000", "16", ".4万", "个", "公里", "套(间)", "，", "。", "、", "、br />", "顴/p>", "br/>", "Qvt\n", "\n", " ", "“", "”", "會", "環節"];
        var random = new Random(43);
        for (var round = 0; round < 6000; round++)
            Check(string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => pieces[random.Next(pieces.Length)])));
    }

    [Fact]
    public void Promises_hold_for_random_chinese()
    {
        var random = new Random(37);
        for (var round = 0; round < 500; round++)
        {
            Check(string.Create(random.Next(1, 400), random, (span, r) =>
            {
                foreach (ref var c in span)
                    c = r.Next(12) == 0 ? Tricky[r.Next(Tricky.Length)] : (char)r.Next(0x4E00, 0x9FA6);
            }));
        }
    }

    [Fact]
    public void Promises_hold_for_random_utf16()
    {
        var random = new Random(41);
        for (var round = 0; round < 500; round++)
        {
            Check(string.Create(random.Next(1, 400), random, (span, r) =>
            {
                foreach (ref var c in span)
                    c = (char)r.Next(0x10000);
            }));
        }
    }

    [Fact]
    public void Cleaned_text_needs_no_second_cleaning()
    {
        foreach (var raw in (string[])["嶗山區(qū)推出４，５９0 項(xiàng)民生清單 ，簽約1.73萬(wàn)人", "政 府 工 作 報 告", "⒈加快（一）推进２㎞～３㎞"])
        {
            var once = Cleaner.Clean(raw).Text;
            Cleaner.Clean(once).Text.ShouldBe(once);
        }
    }

    [Theory]
    [InlineData("落實(shí)")]
    [InlineData("1,")]
    [InlineData("123,")]
    [InlineData("1 ")]
    [InlineData("123 ")]
    [InlineData("?")]
    [InlineData("么?")]
    [InlineData("（")]
    [InlineData("项 ")]
    [InlineData("12.3% ")]
    [InlineData("1\n")]
    [InlineData("著覆乾")]
    [InlineData("占年度目标目标目?1%")]
    [InlineData("\uFFFD?1")]
    [InlineData("、br />")]
    [InlineData("br>br>/p>")]
    [InlineData("Qvt")]
    [InlineData("好Qvt Qvt\n")]
    public void Ten_million_characters_on_one_line_are_cleaned(string repeated)
    {
        var raw = string.Concat(Enumerable.Repeat(repeated, 10_000_000 / repeated.Length));
        var clean = Cleaner.Clean(raw);
        clean.ToRaw(clean.Text.Length).ShouldBe(raw.Length);
    }

    private static string Random(Random random, int length, string from) => string.Create(length, (random, from), (span, state) =>
    {
        foreach (ref var c in span)
            c = state.from[state.random.Next(state.from.Length)];
    });

    private static void Check(string raw)
    {
        var clean = Cleaner.Clean(raw);
        PlacesRise(clean);
        RepairsCoverEveryChange(clean);
    }

    private static void PlacesRise(CleanText clean)
    {
        var last = -1;
        for (var i = 0; i < clean.Text.Length; i++)
        {
            var span = clean.ToRaw(new SourceSpan(i, i + 1));
            (span.Start >= last && span.Start < span.End && span.End <= clean.Raw.Length).ShouldBeTrue($"{i} → {span} in '{clean.Raw}'");
            last = span.Start;
        }

        clean.ToRaw(clean.Text.Length).ShouldBeLessThanOrEqualTo(clean.Raw.Length);
    }

    /// <summary>Outside the repairs both texts are the same, but for the form of marks.</summary>
    private static void RepairsCoverEveryChange(CleanText clean)
    {
        var (raw, text) = (0, 0);
        foreach (var repair in clean.Repairs)
        {
            Same(repair.Raw.Start, repair.Clean.Start);
            (raw, text) = (repair.Raw.End, repair.Clean.End);
            if (repair.Kind == RepairKind.Damage)
                repair.Raw.Length.ShouldBe(repair.Clean.Length);
        }

        Same(clean.Raw.Length, clean.Text.Length);

        void Same(int rawEnd, int textEnd)
        {
            (rawEnd - raw).ShouldBe(textEnd - text, $"a change in '{clean.Raw}' is not reported");
            for (var i = 0; i < rawEnd - raw; i++)
            {
                var (before, after) = (clean.Raw[raw + i], clean.Text[text + i]);
                (before == after || "，；：！？（）()[]~-:. \u00A0．～－∶,?".Contains(before) || !char.IsLetterOrDigit(before)).ShouldBeTrue($"{before} became {after} silently in '{clean.Raw}'");
            }
        }
    }
}
