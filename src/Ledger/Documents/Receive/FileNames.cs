using System.Globalization;
using System.Text;

namespace Luoshi.Ledger.Documents.Receive;

/// <summary>A file name from outside is only ever shown and offered for download, never used as a path.</summary>
internal static class FileNames
{
    public static string Clean(string? name, string fallback)
    {
        var cut = (name ?? "").AsSpan().LastIndexOfAny('/', '\\');
        var clean = new StringBuilder();
        foreach (var rune in (name ?? "")[(cut + 1)..].EnumerateRunes())
        {
            if (!IsHidden(rune))
                clean.Append(rune.ToString());
        }

        var result = clean.ToString().Trim().TrimStart('.');
        if (result.Length > StoredDocument.NameLength)
            result = Shorten(result);
        return result.Length == 0 ? fallback : result;
    }

    // Controls and direction marks can make a name look like another one.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static string Shorten(string name)
    {
        var extension = Path.GetExtension(name);
        if (extension.Length > 10)
            extension = "";
        var stem = name.AsSpan(0, StoredDocument.NameLength - extension.Length);
        if (char.IsHighSurrogate(stem[^1]))
            stem = stem[..^1];
        return string.Concat(stem, extension);
    }
}
