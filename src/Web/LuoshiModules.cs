using Luoshi.Ledger;
using Luoshi.Ledger.Documents;
using Luoshi.Platform;
using Luoshi.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Web;

/// <summary>Every module, registered once: the server, the command line, the migration tool and tests start from here.</summary>
public static class LuoshiModules
{
    /// <param name="publicReader">People who are not signed in may read documents, and find the way to them.</param>
    public static IServiceCollection AddLuoshi(this IServiceCollection services, StorageOptions storage, bool publicReader = false) =>
        services
            .AddPlatform(storage)
            .AddLedger()
            .AddDocuments(publicReader);
}
