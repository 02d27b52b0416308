namespace Luoshi.Kernel.Quantities;

/// <summary>How a printed number limits the true one: 以上 is <see cref="AtLeast"/>, 突破/余 is <see cref="MoreThan"/>, 约 is <see cref="About"/>.</summary>
public enum Bound
{
    /// <summary>Plain, printed as it is.</summary>
    Exact,

    /// <summary>以上、不少于、不低于、至少: the number itself is included.</summary>
    AtLeast,

    /// <summary>超过、突破、余、多、逾: the number itself is excluded.</summary>
    MoreThan,

    /// <summary>以内、不超过、控制在…以内: the number itself is included.</summary>
    AtMost,

    /// <summary>以下、低于: the number itself is excluded.</summary>
    LessThan,

    /// <summary>左右、约、近、预计.</summary>
    About,
}

/// <summary>The one-character signs used in files and interfaces (<c>=</c>, <c>&gt;=</c>, <c>&gt;</c>, <c>&lt;=</c>, <c>&lt;</c>, <c>~</c>).</summary>
public static class BoundSigns
{
    public static string Sign(this Bound bound) => bound switch
    {
        Bound.Exact => "=",
        Bound.AtLeast => ">=",
        Bound.MoreThan => ">",
        Bound.AtMost => "<=",
        Bound.LessThan => "<",
        Bound.About => "~",
        _ => throw new ArgumentOutOfRangeException(nameof(bound), bound, message: null),
    };

    /// <summary>Reads a sign; nothing at all is read as <see cref="Bound.Exact"/>, as in a table whose column was left empty.</summary>
    public static bool TryParse(ReadOnlySpan<char> sign, out Bound bound)
    {
        (bound, var known) = sign switch
        {
            "=" or "" => (Bound.Exact, true),
            ">=" => (Bound.AtLeast, true),
            ">" => (Bound.MoreThan, true),
            "<=" => (Bound.AtMost, true),
            "<" => (Bound.LessThan, true),
            "~" => (Bound.About, true),
            _ => (Bound.Exact, false),
        };
        return known;
    }
}
