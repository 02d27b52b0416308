using Luoshi.Platform.Access;
using Luoshi.Platform.Attachments;
using Luoshi.Platform.Identity;
using Luoshi.Platform.Jobs;
using Luoshi.Platform.Journal;
using Luoshi.Platform.Notices;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.RulePacks;
using Luoshi.Platform.Storage;

namespace Luoshi.Platform;

/// <summary>The platform's tables, one line each; what a table holds is said on its entity.</summary>
internal static class PlatformModel
{
    public static void Configure(ModuleModel model) => model
        .AddJournal()
        .AddOrgUnits()
        .AddAccess()
        .AddIdentity()
        .AddAttachments()
        .AddJobs()
        .AddNotices()
        .AddRules();
}
