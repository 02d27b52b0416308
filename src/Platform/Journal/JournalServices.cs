using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Journal;

internal static class JournalServices
{
    public static IServiceCollection AddJournal(this IServiceCollection services) => services
        .AddSingleton<JournalSealer>()
        .AddSingleton<JournalVerifier>()
        .AddSingleton<ProcessKinds>()
        .AddScoped<JournalHistory>()
        .AddSingleton<HistoryVocabulary>()
        .AddScoped<JournalDays>()
        .AddScoped<JournalMark>()
        .AddHostedService<SealingService>();
}
