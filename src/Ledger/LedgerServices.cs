using Luoshi.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger;

public static class LedgerServices
{
    /// <summary>Lists, indicators, monthly reports, approvals, assessments and report cards.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddModelPart("ledger", LedgerModel.Configure);
}
