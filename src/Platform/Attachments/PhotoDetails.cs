using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace Luoshi.Platform.Attachments;

/// <summary>What the camera wrote into a picture. It can be forged or wrong; a verifier weighs it, no rule rests on it.</summary>
public sealed record PhotoDetails(DateTime? TakenAt, decimal? Latitude, decimal? Longitude, string? Camera)
{
    private const int MaxCamera = 80;

    public static readonly PhotoDetails None = new(TakenAt: null, Latitude: null, Longitude: null, Camera: null);

    internal static PhotoDetails Read(byte[] content)
    {
        try
        {
            var directories = ImageMetadataReader.ReadMetadata(new MemoryStream(content, writable: false));
            var place = directories.OfType<GpsDirectory>().FirstOrDefault()?.GetGeoLocation();
            var isPlace = place is { IsZero: false } && Math.Abs(place.Latitude) <= 90 && Math.Abs(place.Longitude) <= 180;
            return new PhotoDetails(
                Taken(directories.OfType<ExifSubIfdDirectory>()),
                isPlace ? Math.Round((decimal)place!.Latitude, 6) : null,
                isPlace ? Math.Round((decimal)place!.Longitude, 6) : null,
                CameraName(directories.OfType<ExifIfd0Directory>().FirstOrDefault()));
        }
        catch (Exception)
        {
            // Details are a help, not a condition: whatever a broken block makes the reader throw, the photo itself is still good.
            return None;
        }
    }

    private static DateTime? Taken(IEnumerable<ExifSubIfdDirectory> directories) => directories
        .Select(directory => directory.GetDescription(ExifDirectoryBase.TagDateTimeOriginal))
        .Select(text => DateTime.TryParseExact(text, "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var taken) ? taken : (DateTime?)null)
        .FirstOrDefault(taken => taken is not null);

    private static string? CameraName(ExifIfd0Directory? directory)
    {
        var text = $"{directory?.GetDescription(ExifDirectoryBase.TagMake)} {directory?.GetDescription(ExifDirectoryBase.TagModel)}".Trim();
        return text.Length switch { 0 => null, > MaxCamera => text[..MaxCamera], _ => text };
    }
}
