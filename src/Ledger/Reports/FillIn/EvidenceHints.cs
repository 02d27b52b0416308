using System.Globalization;
using Luoshi.Kernel.Time;
using Luoshi.Platform.Attachments;

namespace Luoshi.Ledger.Reports.FillIn;

/// <summary>A place on the map, in degrees.</summary>
internal readonly record struct MapPlace(decimal Latitude, decimal Longitude)
{
    private const double EarthKilometres = 6371;

    /// <summary>Along the surface.</summary>
    public double KilometresTo(MapPlace other)
    {
        var (lat1, lat2) = (Radians(Latitude), Radians(other.Latitude));
        var (dLat, dLong) = (lat2 - lat1, Radians(other.Longitude) - Radians(Longitude));
        var half = Math.Pow(Math.Sin(dLat / 2), 2) + (Math.Cos(lat1) * Math.Cos(lat2) * Math.Pow(Math.Sin(dLong / 2), 2));
        return 2 * EarthKilometres * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double Radians(decimal degrees) => (double)degrees * Math.PI / 180;

    /// <summary>Reads <c>36.09167, 120.375</c>, as maps print it; a Chinese comma will do.</summary>
    public static bool TryParse(string text, out MapPlace place)
    {
        place = default;
        var parts = text.Split([',', '，', ' ', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !decimal.TryParse(parts[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var north) || !decimal.TryParse(parts[1], NumberStyles.Number, CultureInfo.InvariantCulture, out var east))
            return false;
        if (Math.Abs(north) > 90 || Math.Abs(east) > 180)
            return false;
        place = new MapPlace(north, east);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.######}, {Longitude:0.######}");
}

/// <summary>What a verifier should notice about a photo. A camera's clock and place can be wrong or forged: these are hints, no rule rests on them.</summary>
internal static class EvidenceHints
{
    /// <summary>Nearer than this it may be the other side of the same site.</summary>
    private const double FarKilometres = 1;

    /// <param name="place">Where the item is carried out, where that is known.</param>
    /// <param name="usedBefore">Where the same file was used in another report, in words.</param>
    public static IReadOnlyList<Words> Of(AttachmentView file, Period period, MapPlace? place, string? usedBefore)
    {
        var hints = new List<Words>();
        if (usedBefore is not null)
            hints.Add(new Words($"已在{usedBefore}用过", $"used before: {usedBefore}"));
        if (file.Details.TakenAt is { } taken)
        {
            var day = DateOnly.FromDateTime(taken);
            if (day < period.FirstDay)
                hints.Add(new Words($"拍摄早于报告期{period.FirstDay.DayNumber - day.DayNumber}天", $"taken {period.FirstDay.DayNumber - day.DayNumber} days before the period"));
            else if (day > period.LastDay)
                hints.Add(new Words($"拍摄晚于报告期{day.DayNumber - period.LastDay.DayNumber}天", $"taken {day.DayNumber - period.LastDay.DayNumber} days after the period"));
        }

        if (place is { } site && file.Details is { Latitude: { } north, Longitude: { } east } && site.KilometresTo(new MapPlace(north, east)) is > FarKilometres and var far)
            hints.Add(new Words(string.Create(CultureInfo.InvariantCulture, $"拍摄地距项目地点约{far:0.#}公里"), string.Create(CultureInfo.InvariantCulture, $"taken about {far:0.#} km from the site")));
        return hints;
    }
}
