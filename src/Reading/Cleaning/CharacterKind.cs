namespace Luoshi.Reading.Cleaning;

/// <summary>What cleaning has to think about when it meets a character. The first five come in stretches that are copied in one go.</summary>
internal enum CharacterKind : byte
{
    /// <summary>Nothing: copied as it is.</summary>
    Plain,

    /// <summary>Punctuation with another canonical form.</summary>
    Mark,

    /// <summary>Has one simplified form and never stands in simplified text.</summary>
    Traditional,

    /// <summary>As <see cref="Mark"/>, unless a digit stands in front.</summary>
    Comma,

    /// <summary>As <see cref="Plain"/>, unless a digit stands in front.</summary>
    LineEnd,

    /// <summary>As <see cref="Traditional"/>, and phrases start here that convert otherwise.</summary>
    TraditionalHead,

    /// <summary>Stands in simplified text too, or only phrases through it convert: depends on the whole text.</summary>
    Ambiguous,

    /// <summary>Drawn like another character.</summary>
    LookAlike,

    /// <summary>One character that stands for several: ㎞, ⒈.</summary>
    Ligature,

    /// <summary>Full-width digit, letter or percent sign.</summary>
    Wide,

    Bracket,
    Blank,

    /// <summary>Zero-width and control characters.</summary>
    Invisible,
    Question,

    /// <summary>The sign that begins the name of a character in a page's source.</summary>
    Ampersand,

    /// <summary>U+FFFD and private-use characters: something was lost.</summary>
    Lost,
}
