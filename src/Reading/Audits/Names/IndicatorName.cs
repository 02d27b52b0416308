namespace Luoshi.Reading.Audits.Names;

/// <summary>
/// An indicator made ready for comparison: same words written one way, punctuation, steps and words that say little left out,
/// the rest as sorted pairs of neighbouring characters.
/// </summary>
public sealed class IndicatorName
{
    private readonly int[] full;

    private IndicatorName(int[] full, int[] core)
    {
        this.full = full;
        Core = core;
    }

    /// <summary>Pairs of characters of the words that tell what is counted; empty for a bare 完成.</summary>
    internal int[] Core { get; }

    /// <summary>Only steps and words that say little: it is like nothing.</summary>
    public bool SaysNothing => Core.Length == 0;

    /// <summary>Makes a printed name ready.</summary>
    public static IndicatorName Of(string indicator)
    {
        Span<char> plain = stackalloc char[96];
        var length = Plain(SameWords.Standardise(indicator), plain);
        var text = plain[..length];
        var all = Pairs(text);
        var core = WithoutGeneric(text);
        return new IndicatorName(all, core.Length == length ? all : Pairs(core));
    }

    /// <summary>
    /// From 0 (nothing shared) to 1 (the same). One name inside the other is a strong likeness: headings shorten,
    /// results lengthen (社会工作站 for 镇（街道）社会工作站).
    /// </summary>
    public decimal LikenessTo(IndicatorName other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (SaysNothing || other.SaysNothing)
            return 0;
        var common = Common(Core, other.Core);
        if (common == 0)
            return 0;
        var least = Math.Min(Core.Length, other.Core.Length);
        var dice = 2m * common / (Core.Length + other.Core.Length);
        var inside = (decimal)common / least;
        var whole = 2m * Common(full, other.full) / Math.Max(1, full.Length + other.full.Length);
        return (0.55m * Math.Max(dice, 0.9m * inside)) + (0.2m * inside) + (0.25m * whole);
    }

    private static int Common(int[] one, int[] other)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j])
            {
                common++;
                i++;
                j++;
            }
            else if (one[i] < other[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return common;
    }

    private static int Plain(ReadOnlySpan<char> text, Span<char> plain)
    {
        var length = 0;
        foreach (var c in text)
        {
            // 和、与、及 join names that a heading joins otherwise (中小学和幼儿园, 中小学幼儿园).
            if (!char.IsLetterOrDigit(c) || c is '和' or '与' or '及' or '的')
                continue;
            if (length == plain.Length)
                break;
            plain[length++] = c;
        }

        return length;
    }

    /// <summary>Takes generic words out in place.</summary>
    private static ReadOnlySpan<char> WithoutGeneric(Span<char> text)
    {
        Span<char> kept = stackalloc char[96];
        var length = 0;
        for (var at = 0; at < text.Length;)
        {
            if ((AuditWords.Generic.At(text, at, out _) ?? StageRanks.WordAt(text, at)) is { } word)
            {
                at += word.Length;
                continue;
            }

            kept[length++] = text[at++];
        }

        kept[..length].CopyTo(text);
        return text[..length];
    }

    private static int[] Pairs(ReadOnlySpan<char> text)
    {
        // A single character names nothing.
        if (text.Length < 2)
            return [];
        var pairs = new int[text.Length - 1];
        for (var i = 0; i < pairs.Length; i++)
            pairs[i] = (text[i] << 16) | text[i + 1];
        Array.Sort(pairs);
        return pairs;
    }
}
