using SkiaSharp;

namespace Luoshi.Ledger.ReportCards.Sharing;

/// <summary>A face with Chinese characters among those installed; servers have no font manager, so the usual files are looked for by name.</summary>
internal static class ChineseFonts
{
    private static readonly string[] Folders = ["/usr/share/fonts", "/usr/local/share/fonts", @"C:\Windows\Fonts", "/System/Library/Fonts", "/Library/Fonts"];

    // Best first: a Song face for a title, then whatever can write Chinese.
    private static readonly string[] Files =
    [
        "FZXBSJW.TTF", "NotoSerifCJK-Bold.ttc", "NotoSerifCJKsc-Bold.otf", "SourceHanSerifSC-Bold.otf", "simsun.ttc", "Songti.ttc",
        "NotoSansCJK-Bold.ttc", "NotoSansCJK-Regular.ttc", "SourceHanSansSC-Bold.otf", "msyhbd.ttc", "msyh.ttc", "wqy-zenhei.ttc", "wqy-microhei.ttc", "PingFang.ttc", "DroidSansFallbackFull.ttf",
    ];

    private static readonly Lazy<SKTypeface?> Found = new(Find);

    /// <summary>Null where no Chinese font is installed: then there is no picture to share rather than one of empty boxes.</summary>
    public static SKTypeface? Typeface => Found.Value;

    private static SKTypeface? Find()
    {
        var installed = Folders.Where(Directory.Exists).SelectMany(Listed).ToLookup(Path.GetFileName, StringComparer.OrdinalIgnoreCase);
        return Files.SelectMany(f => installed[f]).Select(Open).FirstOrDefault(t => t is not null);
    }

    private static IEnumerable<string> Listed(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true });

    private static bool Writes(SKTypeface typeface)
    {
        using var font = new SKFont(typeface);
        return font.ContainsGlyph('落');
    }

    /// <summary>Of a collection the face for simplified Chinese.</summary>
    private static SKTypeface? Open(string file)
    {
        SKTypeface? first = null;
        for (var face = 0; face < 6 && SKTypeface.FromFile(file, face) is { } typeface; face++)
        {
            if (typeface.FamilyName.Contains("SC", StringComparison.Ordinal))
                return typeface;
            first ??= typeface;
        }

        return first is not null && Writes(first) ? first : null;
    }
}
