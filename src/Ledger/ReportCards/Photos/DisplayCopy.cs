using Luoshi.Kernel.Outcomes;
using SkiaSharp;

namespace Luoshi.Ledger.ReportCards.Photos;

/// <summary>
/// The picture and nothing else: drawn anew at screen size, the right way up. Camera, time and place of the original are not
/// copied, because nothing but pixels is.
/// </summary>
internal sealed record DisplayCopy(byte[] Jpeg, int Width, int Height)
{
    private const int Longest = 1280;
    private const int Quality = 80;

    /// <summary>A small file may unfold to a picture no server should hold.</summary>
    private const long MostPixels = 80_000_000;

    /// <param name="longest">Pixels of the longer side.</param>
    public static Outcome<DisplayCopy> Make(byte[] original, int longest = Longest)
    {
        using var data = SKData.CreateCopy(original);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width <= 0 || (long)codec.Info.Width * codec.Info.Height > MostPixels)
            return PhotoRefusals.NoPicture;
        using var decoded = SKBitmap.Decode(codec);
        if (decoded is null)
            return PhotoRefusals.NoPicture;
        var turned = codec.EncodedOrigin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (wide, high) = turned ? (decoded.Height, decoded.Width) : (decoded.Width, decoded.Height);
        var scale = Math.Min(1f, longest / (float)Math.Max(wide, high));
        var (width, height) = (Math.Max(1, (int)MathF.Round(wide * scale)), Math.Max(1, (int)MathF.Round(high * scale)));
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Scale(width / (float)wide, height / (float)high);
        Turn(canvas, codec.EncodedOrigin, wide, high);
        using var image = SKImage.FromBitmap(decoded);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKCubicResampler.Mitchell));
        using var shot = surface.Snapshot();
        using var jpeg = shot.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new DisplayCopy(jpeg.ToArray(), width, height);
    }

    private static void Turn(SKCanvas canvas, SKEncodedOrigin origin, int wide, int high)
    {
        switch (origin)
        {
            case SKEncodedOrigin.TopRight:
                canvas.Translate(wide, 0);
                canvas.Scale(-1, 1);
                break;
            case SKEncodedOrigin.BottomRight:
                canvas.RotateDegrees(180, wide / 2f, high / 2f);
                break;
            case SKEncodedOrigin.BottomLeft:
                canvas.Translate(0, high);
                canvas.Scale(1, -1);
                break;
            case SKEncodedOrigin.LeftTop:
                canvas.RotateDegrees(90);
                canvas.Scale(1, -1);
                break;
            case SKEncodedOrigin.RightTop:
                canvas.Translate(wide, 0);
                canvas.RotateDegrees(90);
                break;
            case SKEncodedOrigin.RightBottom:
                canvas.Translate(wide, high);
                canvas.RotateDegrees(-90);
                canvas.Scale(1, -1);
                break;
            case SKEncodedOrigin.LeftBottom:
                canvas.Translate(0, high);
                canvas.RotateDegrees(-90);
                break;
            default:
                break;
        }
    }
}

internal static class PhotoRefusals
{
    public static Refusal NoPicture { get; } = new("photo.no_picture", "这份佐证不是能显示的照片，请另选一张。", "This piece of evidence is no picture that can be shown; choose another.");

    public static Refusal NotOffered { get; } = new("photo.not_offered", "只能选用本清单已审定报告里的照片。请刷新后重新选择。", "Only photos of accepted reports of this list may be used. Refresh and choose again.");

    public static Refusal TooMany { get; } = new("photo.too_many", $"一份成绩单最多{CardPhoto.MostOfCard}张照片。", $"A card takes at most {CardPhoto.MostOfCard} photos.");

    public static Refusal NoAltText(string field) => new("photo.no_alt_text", "请写明照片里是什么：读屏的人靠这句话“看”照片。", "Say what is to be seen: people with screen readers see the photo through this sentence.", field);
}
