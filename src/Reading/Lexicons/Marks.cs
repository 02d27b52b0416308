using System.Buffers;

namespace Luoshi.Reading.Lexicons;

/// <summary>Punctuation as reading uses it. Cleaned text may still hold half-width marks, so both widths stand here.</summary>
internal static class Marks
{
    public static SearchValues<char> SentenceEnds { get; } = SearchValues.Create("。！？!");

    /// <summary>Where a clause ends, 、 included: a list member is a clause of its own when a limit is looked for.</summary>
    public static SearchValues<char> ClauseEnds { get; } = SearchValues.Create("，。；,;、");

    public static SearchValues<char> PhraseEnds { get; } = SearchValues.Create("，。；、,;“”（）()");

    /// <summary>
    /// A character from U+3012 to U+FEFF: nearly every one of a Chinese text, and none of the marks that are asked for below.
    /// One comparison, made on the spot, then stands for a call and one with each mark.
    /// </summary>
    public static bool IsIdeograph(char c) => (uint)(c - '\u3012') < '\uFF00' - '\u3012';

    public static bool IsClauseMark(char c) => !IsIdeograph(c) && PartsClauses(c);

    public static bool IsListMark(char c) => c is '、' or '和' or '及' or '与' or '或';

    public static bool EndsParagraph(char c) => !IsIdeograph(c) && c is '。' or '！' or '？' or '!' or '；' or ';' or '：' or ':' or '”' or ')' or '）' or '》' or '…';

    public static bool Opens(char c) => !IsIdeograph(c) && IsOpener(c);

    public static bool Closes(char c) => !IsIdeograph(c) && IsCloser(c);

    private static bool PartsClauses(char c) => c is '，' or ',' or '；' or ';' or '：' or ':' or '|';

    private static bool IsOpener(char c) => c is '(' or '（' or '《' or '【';

    private static bool IsCloser(char c) => c is ')' or '）' or '》' or '】';
}
