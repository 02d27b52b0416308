using Luoshi.Kernel.Time;
using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Overview.Filtering;
using Luoshi.Ledger.Overview.Pages;
using Luoshi.Ledger.Tests.Assessments.Strips;
using Luoshi.Platform.Journal;
using Luoshi.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Tests.Overview;

/// <summary>Rows of several lists stand together in the overview, so each says which list is its own; of one list it would only repeat it.</summary>
public sealed class SeveralListsTests
{
    private static readonly Period June = Period.OfMonth(2025, 6);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task The_list_is_a_column_to_sort_by_where_several_are_shown_and_goes_where_one_is(DatabaseKind kind)
    {
        await using var database = await LedgerDatabase.CreateAsync(kind);
        var years = new[] { "B list", "A list" }.Select((title, seed) => new RandomYear(database, seed + 1) { List = { Title = title } }).ToArray();
        foreach (var year in years)
        {
            await year.MakeAsync();
            await using var rating = database.Scope();
            _ = (await rating.ServiceProvider.GetRequiredService<AssessPeriod>().RunAsync(year.List.Id, June, reportsDue: true, AssessmentRules.Default, Actor.System("test"), Stop)).Value;
        }

        var all = await ViewAsync(database, new OverviewFilter { Month = June }, "list");
        (all.SeveralLists, all.Shown.Has(RowColumn.List)).ShouldBe((true, true));
        var titles = all.Rows.Select(r => r.List.Title).ToList();
        titles.Distinct().ShouldBe(["A list", "B list"]);
        titles.ShouldBe([.. titles.Order(StringComparer.Ordinal)]);
        (await ViewAsync(database, new OverviewFilter { Month = June }, "-list")).Rows.Select(r => r.List.Title).ShouldBe([.. titles.OrderDescending(StringComparer.Ordinal)]);

        var one = await ViewAsync(database, new OverviewFilter { Month = June, List = years[1].List.Id }, sort: null);
        (one.SeveralLists, one.Shown.Has(RowColumn.List), one.Kept.Has(RowColumn.List)).ShouldBe((false, false, true));
        one.Rows.Count.ShouldBe(titles.Count(t => t == "A list"));
        new RowColumns([RowColumn.List, RowColumn.Gap]).For(severalLists: false).Has(RowColumn.List).ShouldBeTrue("who asked for it has it");
    }

    private static async Task<OverviewView> ViewAsync(TestDatabase database, OverviewFilter filter, string? sort)
    {
        await using var scope = database.Scope();
        return await scope.ServiceProvider.GetRequiredService<OverviewViews>().OfAsync(new OverviewAsk(filter, ViewKind.Rows, BoardBy.Light, sort, Page: 1), Stop);
    }
}
