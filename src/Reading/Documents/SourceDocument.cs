using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Documents;

/// <summary>What the bytes turned out to be.</summary>
public enum DocumentFormat
{
    Text,
    Html,
    Docx,
    Xlsx,
    Csv,
    Pdf,
}

/// <summary>Something a reader of the figures should know about the document: lost characters, a guessed encoding, a skipped sheet.</summary>
/// <param name="Code">Stable code, such as <c>encoding.guessed</c>.</param>
/// <param name="Span">Place in <see cref="SourceDocument.Text"/>, when the notice has one.</param>
public sealed record DocumentNotice(string Code, string Chinese, string English, SourceSpan? Span = null);

/// <summary>
/// A document as text, before any cleaning. <see cref="Text"/> is the raw text that every place in a result counts in:
/// for plain text the decoded file itself; for HTML, Word, Excel and PDF the extracted text, one paragraph or table row a line
/// (cells of a row are joined by <c> | </c> between leading and trailing bars, as in a piped table).
/// </summary>
public sealed class SourceDocument(string name, DocumentFormat format, string encoding, string text, IReadOnlyList<DocumentNotice> notices)
{
    private int[]? lineStarts;
    private bool? wideBrackets;

    /// <summary>File name without its folder.</summary>
    public string Name { get; } = name;

    public DocumentFormat Format { get; } = format;

    /// <summary>Name of the encoding found, such as <c>utf-8</c> or <c>gb18030</c>.</summary>
    public string Encoding { get; } = encoding;

    /// <summary>The raw text; every place in a result counts in it.</summary>
    public string Text { get; } = text;

    /// <summary>What the reader of the file should know, such as sheets left out; empty when all is well.</summary>
    public IReadOnlyList<DocumentNotice> Notices { get; } = notices;

    /// <summary>Offsets in <see cref="Text"/> at which lines start; a line ends with <c>\n</c>, <c>\r\n</c> or <c>\r</c>.</summary>
    public ReadOnlySpan<int> LineStarts => lineStarts ??= FindLines(Text);

    /// <summary>The line of an offset, counted from 1.</summary>
    public int LineOf(int offset)
    {
        var found = LineStarts.BinarySearch(offset);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>Offset of a position inside its line, counted from 0.</summary>
    public int ColumnOf(int offset) => offset - LineStarts[LineOf(offset) - 1];

    /// <summary>
    /// Words of a reading as the document writes them: cleaning gives every bracket one form, and a document that prints wide ones is
    /// quoted with them (农村公路新（改）建).
    /// </summary>
    internal string Printed(string words)
    {
        if (!words.Contains('(', StringComparison.Ordinal))
            return words;
        wideBrackets ??= Text.AsSpan().Count('（') > Text.AsSpan().Count('(');
        return wideBrackets.Value ? words.Replace('(', '（').Replace(')', '）') : words;
    }

    private static int[] FindLines(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.AsSpan().IndexOfAny('\r', '\n'); at >= 0 && at < text.Length;)
        {
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            starts.Add(at);
            var next = text.AsSpan(at).IndexOfAny('\r', '\n');
            at = next < 0 ? -1 : at + next;
        }

        return [.. starts];
    }
}
