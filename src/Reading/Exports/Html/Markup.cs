namespace Luoshi.Reading.Exports.Html;

/// <summary>Escapes text for HTML. Characters no page may hold become U+FFFD.</summary>
internal static class Markup
{
    public static void Text(TextWriter writer, ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            var stop = text.IndexOfAny(Special);
            if (stop < 0)
            {
                writer.Write(text);
                return;
            }

            writer.Write(text[..stop]);
            writer.Write(text[stop] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => "\uFFFD",
            });
            text = text[(stop + 1)..];
        }
    }

    // Control characters but tab and line ends; a form feed or NUL would break the page's parsing.
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(
        [
            '&', '<', '>', '"', '\'',
            .. Enumerable.Range(0, 32).Select(code => (char)code).Where(c => c is not ('\t' or '\n' or '\r')),
        ]);
}
