using Luoshi.Ledger.ReportCards;

namespace Luoshi.Ledger.Tests.ReportCards;

public class CardDiffTests
{
    [Fact]
    public void A_changed_word_is_shown_inside_its_paragraph() =>
        CardDiff.Inside("正按计划推进。", "正按计划加快推进。").ShouldBe(
        [
            new TextChange(ChangeKind.Kept, "正按计划"),
            new TextChange(ChangeKind.Added, "加快"),
            new TextChange(ChangeKind.Kept, "推进。"),
        ]);

    [Fact]
    public void An_added_paragraph_leaves_the_others_untouched()
    {
        var changes = CardDiff.Paragraphs("甲\n乙", "甲\n新\n乙");

        changes.Count.ShouldBe(3);
        changes[1].ShouldBe([new TextChange(ChangeKind.Added, "新")]);
    }

    [Fact]
    public void The_kept_and_removed_parts_make_the_old_text_and_the_kept_and_added_the_new()
    {
        var random = new Random(11);
        for (var i = 0; i < 400; i++)
        {
            var (before, after) = (Random(random), Random(random));
            var changes = CardDiff.Inside(before, after);
            string.Concat(changes.Where(c => c.Kind != ChangeKind.Added).Select(c => c.Text)).ShouldBe(before);
            string.Concat(changes.Where(c => c.Kind != ChangeKind.Removed).Select(c => c.Text)).ShouldBe(after);
        }
    }

    private static string Random(Random random) => new([.. Enumerable.Range(0, random.Next(30)).Select(_ => "甲乙丙丁1、"[random.Next(6)])]);
}
