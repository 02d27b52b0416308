namespace Luoshi.Platform.Ui;

/// <summary>Names of the rate-limit policies an endpoint may ask for with <c>RequireRateLimiting</c>.</summary>
public static class RateLimits
{
    /// <summary>Requests that store files.</summary>
    public const string Uploads = "uploads";

    /// <summary>Saving and checking reports: by the person, since a whole bureau may share one address.</summary>
    public const string Reports = "reports";
}
