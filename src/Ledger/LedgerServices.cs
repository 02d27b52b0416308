using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Ledger.Targets;
using Luoshi.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger;

public static class LedgerServices
{
    /// <summary>Lists, indicators, monthly reports, approvals, assessments and report cards.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddModelPart("ledger", LedgerModel.Configure)
        .AddScoped<OpenList>()
        .AddScoped<AdoptProposal>()
        .AddScoped<ChangeTarget>()
        .AddScoped<ReportSheets>()
        .AddScoped<SaveReport>()
        .AddScoped<MoveReport>()
        .AddScoped<PeriodFacts>()
        .AddScoped<AssessPeriod>()
        .AddScoped<DecideLight>();
}
