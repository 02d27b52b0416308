using Microsoft.Extensions.Logging;

namespace Luoshi.Platform;

/// <summary>What the platform writes to the log; never a name, a telephone number or what people typed.</summary>
internal static partial class PlatformLog
{
    [LoggerMessage(1001, LogLevel.Error, "The journal could not be sealed; it will be tried again.")]
    public static partial void SealingFailed(this ILogger logger, Exception problem);

    [LoggerMessage(1101, LogLevel.Error, "The job {Name} failed; it will be tried again.")]
    public static partial void JobFailed(this ILogger logger, string name, Exception problem);

    [LoggerMessage(1102, LogLevel.Error, "The timetable could not be looked through; it will be tried again.")]
    public static partial void TimetableFailed(this ILogger logger, Exception problem);

    [LoggerMessage(1002, LogLevel.Error, "The editions of the rules could not be noted in the journal; the next start tries again.")]
    public static partial void RulesNotNoted(this ILogger logger, Exception problem);

    [LoggerMessage(1201, LogLevel.Warning, "A message by {Channel} was not sent at try {Try}.")]
    public static partial void MessageNotSent(this ILogger logger, Notices.Channel channel, int @try, Exception problem);
}
