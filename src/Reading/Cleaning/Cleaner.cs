namespace Luoshi.Reading.Cleaning;

/// <summary>
/// Makes a published text readable for the later steps without losing where anything stood. What the cleaned text promises:
/// <list type="bullet">
/// <item>Script: simplified Chinese. No Traditional characters, radical or compatibility look-alikes; <c>㎞</c> is <c>km</c>, <c>⒈</c> is
/// <c>1.</c>, <c>㈠</c> is <c>(一)</c>. <c>㎡ ㎥ ℃ ‰ ① Ⅰ ² ³</c> stay as printed.</item>
/// <item>Digits, Latin letters and the percent sign are ASCII. A number has no thousands separators, no blanks inside and is not cut by a line end.</item>
/// <item>Marks have one form each. ASCII: <c>, ; : ! ( ) [ ] / + = &lt; &gt; # *</c> and <c>-</c> (also for – and −), <c>~</c> (also for ～),
/// <c>:</c> (also for the ratio sign ∶), <c>|</c>. Chinese: <c>。 、 “ ” ‘ ’ 《 》 〔 〕 【 】 — … ·</c>. A comma between digits therefore always
/// parts two numbers.</item>
/// <item><c>？</c> is a question mark; <c>?</c> is a lost character (reported as <see cref="RepairKind.Damage"/>) or part of Latin text.
/// A lost character whose neighbours leave one word is written as that word (<see cref="RepairKind.Guessed"/>).</item>
/// <item>Blanks: space, tab, full-width space. A single stray space inside Chinese prose, before punctuation or beside a number is gone.
/// Runs of blanks, tabs and full-width spaces are column gaps and stay; so do all blanks beside the bars of a piped row and beside
/// the numbers of a line that looks like an aligned table row.</item>
/// <item>Pinyin injected behind a character (<c>落實(shí)</c>) is gone; real brackets with Latin text stay.</item>
/// <item>Line ends are as in the raw text, but for those that cut a number or a word, or a full line of a text broken at one width.</item>
/// <item>Where tags of tables are left in the text, a row of cells is one line between bars, and all tags are gone.</item>
/// <item>Remains of tags, and letters that end most lines, are gone from the ends of lines.</item>
/// </list>
/// Changes of a mark's form are silent; every other change is in <see cref="CleanText.Repairs"/>.
/// </summary>
/// <remarks>
/// ASCII marks were chosen over full-width ones because folding that way needs no context, and because the text of web pages that went
/// through a normalising copy already has them. A text that needs nothing comes back as the same string.
/// </remarks>
public static class Cleaner
{
    /// <summary>Takes time in line with the length of the text; never throws for what the text holds.</summary>
    public static CleanText Clean(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return new CleaningPass(raw, CharacterTable.Shared).Run();
    }
}
