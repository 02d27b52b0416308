using SkiaSharp;

namespace Luoshi.Ledger.ReportCards.Sharing;

/// <summary>The picture a chat shows when a card is passed on: its title, its counts, and one seal. 1200 × 630, as Open Graph asks.</summary>
internal static class ShareImage
{
    public const int Width = 1200;
    public const int Height = 630;

    private const float Left = 80;
    private const float TitleSize = 58;

    private static readonly SKColor Paper = new(0xF7, 0xF6, 0xF2);
    private static readonly SKColor Ink = new(0x1C, 0x27, 0x33);
    private static readonly SKColor Quiet = new(0x46, 0x52, 0x5F);
    private static readonly SKColor Cinnabar = new(0xB5, 0x36, 0x2B);
    private static readonly SKColor Rule = new(0xE3, 0xE0, 0xD8);

    /// <param name="counts">Number and word, as the opening prints them: 5项, 已实现年度目标.</param>
    /// <returns>A PNG, or null where the machine has no Chinese font.</returns>
    public static byte[]? Png(string title, IReadOnlyList<(string Number, string Word)> counts, string foot)
    {
        if (ChineseFonts.Typeface is not { } typeface)
            return null;
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        var canvas = surface.Canvas;
        canvas.Clear(Paper);
        Seal(canvas, typeface);
        var y = 190f;
        foreach (var line in Lines(title, typeface))
        {
            Write(canvas, typeface, line, TitleSize, Left, y, Ink);
            y += 78;
        }

        using (var pen = new SKPaint { Color = Rule, StrokeWidth = 2 })
            canvas.DrawLine(Left, y - 30, Width - Left, y - 30, pen);
        Counts(canvas, typeface, counts, y + 60);
        Write(canvas, typeface, foot, 26, Left, Height - 50, Quiet);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static void Counts(SKCanvas canvas, SKTypeface typeface, IReadOnlyList<(string Number, string Word)> counts, float y)
    {
        var shown = counts.Take(4).ToArray();
        var step = (Width - (2 * Left)) / Math.Max(1, shown.Length);
        for (var i = 0; i < shown.Length; i++)
        {
            Write(canvas, typeface, shown[i].Number, 64, Left + (i * step), y, Ink);
            Write(canvas, typeface, shown[i].Word, 26, Left + (i * step), y + 46, Quiet, step - 20);
        }
    }

    private static void Seal(SKCanvas canvas, SKTypeface typeface)
    {
        using var fill = new SKPaint { Color = Cinnabar, IsAntialias = true };
        canvas.DrawRoundRect(Left, 50, 60, 60, 8, 8, fill);
        Write(canvas, typeface, "实", 42, Left + 9, 95, SKColors.White);
        Write(canvas, typeface, "落实", 34, Left + 80, 92, Ink);
    }

    /// <param name="most">Widest it may be; it is drawn smaller rather than cut.</param>
    private static void Write(SKCanvas canvas, SKTypeface typeface, string text, float size, float x, float y, SKColor colour, float most = Width - (2 * Left))
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        using var font = new SKFont(typeface, size);
        var wide = font.MeasureText(text);
        if (wide > most)
            font.Size = size * most / wide;
        canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
    }

    /// <summary>One line where it fits, else two, parted behind 年 or 市 near the middle where there is one.</summary>
    private static IReadOnlyList<string> Lines(string title, SKTypeface typeface)
    {
        using var font = new SKFont(typeface, TitleSize);
        if (font.MeasureText(title) <= Width - (2 * Left))
            return [title];
        var middle = title.Length / 2;
        var at = Enumerable.Range(0, title.Length / 4).SelectMany(d => new[] { middle - d, middle + d }).FirstOrDefault(i => i > 0 && i < title.Length && title[i - 1] is '年' or '市' or '区' or '县', middle);
        return [title[..at], title[at..]];
    }
}
