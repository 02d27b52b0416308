using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Cleaning;

/// <summary>What cleaning did at a place, so that a person can see the repair beside the raw text.</summary>
public enum RepairKind
{
    Simplified,
    PinyinRemoved,
    SpaceRemoved,
    WidthFolded,
    LookAlikeReplaced,
    LineJoined,

    /// <summary>A comma that a copy put in front of another mark.</summary>
    MarkRemoved,

    /// <summary>The name of a character in a page's source: <c>&amp;ldquo;</c>.</summary>
    EntityDecoded,

    /// <summary>What a bad copy left at the end of a line: a tag without its first sign, letters that end every line.</summary>
    LeftoverRemoved,

    /// <summary>A character was lost, and what stands around it leaves one: 年度目?16条 is 年度目标16条.</summary>
    Guessed,

    /// <summary>Kept as it is: a character was lost before the document reached us (<c>?</c> inside Chinese, U+FFFD).</summary>
    Damage,
}

/// <param name="Raw">Place in the raw text.</param>
/// <param name="Clean">Place in the cleaned text (empty where text was removed).</param>
public readonly record struct Repair(RepairKind Kind, SourceSpan Raw, SourceSpan Clean);

/// <summary>
/// Text made readable for the later steps, with a map back to the raw text it came from.
/// Lines are kept: the cleaned text has a line break where the raw text has one, except where a number or word was broken over a line end, a page width has broken a sentence, or tags tell where lines end.
/// </summary>
public sealed class CleanText
{
    private readonly OffsetMap map;

    internal CleanText(string raw, string text, OffsetMap map, IReadOnlyList<Repair> repairs)
    {
        Raw = raw;
        Text = text;
        this.map = map;
        Repairs = repairs;
    }

    /// <summary>The text as it came.</summary>
    public string Raw { get; }

    /// <summary>The text that is read; the same string as <see cref="Raw"/> when nothing had to be done.</summary>
    public string Text { get; }

    /// <summary>In text order. Runs of the same kind that touch are one repair.</summary>
    public IReadOnlyList<Repair> Repairs { get; }

    /// <summary>The clean offsets where a line end was taken out of a number or a word, in text order.</summary>
    internal List<int> Cuts { get; init; } = [];

    /// <summary>The clean offsets of the characters that were guessed, in text order.</summary>
    internal List<int> Guesses { get; init; } = [];

    /// <summary>The copy that lost characters took first digits with them as well, or may have.</summary>
    internal bool LosesDigits { get; init; }

    /// <summary>The raw offset of the character at a clean offset; the raw length for the clean length.</summary>
    public int ToRaw(int cleanOffset) => map.ToRaw(cleanOffset);

    /// <summary>
    /// The raw place of a clean span: from its first character to just behind its last one,
    /// so that removed text inside is covered and removed text around is not.
    /// </summary>
    public SourceSpan ToRaw(SourceSpan clean)
    {
        var near = -1;
        return ToRaw(clean, ref near);
    }

    /// <param name="near">What the look-up before left here, so that it need not begin anew; -1 at first.</param>
    internal SourceSpan ToRaw(SourceSpan clean, ref int near)
    {
        var start = map.ToRaw(clean.Start, ref near);
        return new SourceSpan(start, clean.IsEmpty ? start : map.ToRawEnd(clean.End - 1, ref near));
    }
}
