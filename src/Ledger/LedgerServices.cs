using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Assessments.Strips;
using Luoshi.Ledger.Assessments.Tallies;
using Luoshi.Ledger.Burden;
using Luoshi.Ledger.Comparing;
using Luoshi.Ledger.Comparing.Pages;
using Luoshi.Ledger.HandOvers;
using Luoshi.Ledger.History;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators.Planning;
using Luoshi.Ledger.Items.Adding;
using Luoshi.Ledger.Items.Assigning;
using Luoshi.Ledger.Items.Linking;
using Luoshi.Ledger.Items.Linking.Pages;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Matching;
using Luoshi.Ledger.Overview;
using Luoshi.Ledger.Pages;
using Luoshi.Ledger.Reminders;
using Luoshi.Ledger.ReportCards.Curves;
using Luoshi.Ledger.ReportCards.Photos;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Ledger.Reports.Checks;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Keeping;
using Luoshi.Ledger.Reports.Sheets;
using Luoshi.Ledger.Reports.Signing;
using Luoshi.Ledger.Start;
using Luoshi.Ledger.Targets;
using Luoshi.Ledger.TaskSheets;
using Luoshi.Ledger.Verifying;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger;

public static class LedgerServices
{
    /// <summary>Lists, indicators, monthly reports, approvals, assessments and report cards.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddModelPart("ledger", LedgerModel.Configure)
        .AddChangeFollower(StripKeeper.Watch)
        .AddLedgerHistories()
        .AddUnitHandOvers()
        .AddReminders()
        .AddScoped<LocalRules>()
        .AddScoped<OpenList>()
        .AddScoped<AdoptProposal>()
        .AddScoped<AddItem>()
        .AddScoped<AddIndicator>()
        .AddScoped<Commitments.Adding.AddCommitment>()
        .AddScoped<Commitments.Adding.ChangeCommitment>()
        .AddScoped<Indicators.Planning.SetPlan>()
        .AddScoped<TaskNotices>()
        .AddScoped<PrintedNames>()
        .AddScoped<TaskSheetBook>()
        .AddScoped<BurdenMeter>()
        .AddScoped<ImportBurden>()
        .AddScoped<EditTask>()
        .AddScoped<TaskEditions>()
        .AddScoped<PublishTasks>()
        .AddScoped<WithdrawTasks>()
        .AddScoped<TaskSheetViews>()
        .AddScoped<AssignItem>()
        .AddScoped<SignForTask>()
        .AddScoped<UnitNames>()
        .AddScoped<ChangeTarget>()
        .AddScoped<MonthPlans>()
        .AddScoped<ReportSheets>()
        .AddScoped<ReportVersions>()
        .AddScoped<ReportEvidence>()
        .AddSingleton<SmallPictures>()
        .AddScoped<LookOver>()
        .AddScoped<KeepTyped>()
        .AddScoped<ReadWorkbook>()
        .AddScoped<SaveReport>()
        .AddScoped<ReturnNotices>()
        .AddScoped<MoveReport>()
        .AddScoped<ReportedSteps>()
        .AddScoped<VerificationLevels>()
        .AddScoped<SpeakUp>()
        .AddScoped<PeriodFacts>()
        .AddScoped<LightTallies>()
        .AddScoped<LinkProposals>()
        .AddScoped<LinkItems>()
        .AddScoped<UnlinkItems>()
        .AddScoped<LinkedFigures>()
        .AddScoped<LedgerStatements>()
        .AddScoped<Sides>()
        .AddScoped<Decisions>()
        .AddScoped<RecordReader>()
        .AddScoped<StripShelf>()
        .AddScoped<AssessmentRows>()
        .AddScoped<StripRater>()
        .AddScoped<AssessPeriod>()
        .AddScoped<RateNow>()
        .AddScoped<FirstRating>()
        .AddScoped<RateUnits>()
        .AddScoped<PlanVersions>()
        .AddScoped<DecideLight>()
        .AddScoped<CardSources>()
        .AddScoped<CardNow>()
        .AddScoped<ReportCards.Changing.Corrections>()
        .AddSingleton<ReportCards.Changing.CorrectionShelf>()
        .AddScoped<CardCurves>()
        .AddScoped<ChoosePhotos>()
        .AddScoped<WriteCard>()
        .AddScoped<EditCard>()
        .AddScoped<PublishCard>()
        .AddOverview()
        .AddLedgerPages();

    public static IEndpointRouteBuilder MapLedger(this IEndpointRouteBuilder routes)
    {
        LedgerRoutes.Map(routes);
        return routes;
    }

    /// <summary>The address without a path: what is public, for everybody who is not signed in.</summary>
    /// <param name="reader">Documents may be read by everybody.</param>
    /// <param name="upload">They may be handed in by everybody.</param>
    public static IEndpointRouteBuilder MapStart(this IEndpointRouteBuilder routes, bool reader, bool upload)
    {
        StartRoutes.Map(routes, reader, upload);
        return routes;
    }

    private static IServiceCollection AddLedgerPages(this IServiceCollection services) => services
        .AddScoped<LedgerAccess>()
        .AddScoped<StartViews>()
        .AddScoped<HomeViews>()
        .AddScoped<ListViews>()
        .AddScoped<ListStepViews>()
        .AddScoped<ItemViews>()
        .AddScoped<UnitTaskViews>()
        .AddScoped<HeatViews>()
        .AddScoped<BulletinViews>()
        .AddScoped<ReadingViews>()
        .AddScoped<SheetImports>()
        .AddScoped<ReportViews>()
        .AddScoped<WorkbookDoor>()
        .AddScoped<VerificationViews>()
        .AddScoped<WaitingLines>()
        .AddScoped<DeskViews>()
        .AddScoped<CardViews>()
        .AddScoped<OriginViews>()
        .AddScoped<LinkViews>()
        .AddScoped<CompareViews>()
        .AddScoped(typeof(PageModel<>))
        .AddNavItem(new NavItem(new Words("台账", "Ledger"), "/ledger", Order: 5, Visible: user => user.Identity?.IsAuthenticated == true));
}
