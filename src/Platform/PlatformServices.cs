using Luoshi.Platform.Access;
using Luoshi.Platform.Administration.Histories;
using Luoshi.Platform.Attachments;
using Luoshi.Platform.Backup;
using Luoshi.Platform.Identity;
using Luoshi.Platform.Jobs;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Notices;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.RulePacks;
using Luoshi.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform;

public static class PlatformServices
{
    /// <summary>Storage, journal, identity, org units, rule packs, attachments, jobs and notices.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, StorageOptions storage) => services
        .AddStorage(storage)
        .AddModelPart("platform", PlatformModel.Configure)
        .AddJournal()
        .AddOrgUnits()
        .AddScoped<AccessService>()
        .AddScoped<RoleBindings>()
        .AddScoped<RoleHolders>()
        .AddIdentity()
        .AddRules()
        .AddHistoryWords(PlatformWords.All)
        .AddScoped<AttachmentStore>()
        .AddJobs()
        .AddNotices()
        .AddSingleton<BackupService>()
        .AddSingleton<RestoreService>();
}
