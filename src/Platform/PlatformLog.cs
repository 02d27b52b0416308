using Microsoft.Extensions.Logging;

namespace Luoshi.Platform;

/// <summary>What the platform writes to the log; never a name, a telephone number or what people typed.</summary>
internal static partial class PlatformLog
{
    [LoggerMessage(1001, LogLevel.Error, "The journal could not be sealed; it will be tried again.")]
    public static partial void SealingFailed(this ILogger logger, Exception problem);
}
