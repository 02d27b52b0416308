using Luoshi.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Reminders;

internal static class ReminderServices
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddScoped<OwingUnits>()
        .AddScoped<OwedLines>()
        .AddScoped<ReminderBook>()
        .AddScoped<Escalate>()
        .AddJob<RemindJob>("ledger.remind", JobTime.Daily(8, 30), ReminderTexts.RemindJob)
        .AddJob<CutOffJob>("ledger.cut_off", JobTime.Daily(0, 30), ReminderTexts.CutOffJob);
}
