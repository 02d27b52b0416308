using Luoshi.Ledger.Overview.Keeping;
using Luoshi.Ledger.Overview.Pages;
using Luoshi.Testing.Databases;

namespace Luoshi.Ledger.Tests.Overview;

public sealed class KeepViewTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_filter_is_kept_for_its_owner_without_month_page_or_language(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var (me, other) = (Guid.NewGuid(), Guid.NewGuid());

        (await KeepAsync(office, me, "我盯的红灯", "?month=2025-06&light=alarm&unit=市教育局&page=3&lang=en&view=board")).Refusal.ShouldBeNull();
        (await KeepAsync(office, me, "我盯的红灯", "?light=warning")).Refusal.ShouldBeNull();
        (await KeepAsync(office, me, "全部", "?nonsense=1")).Refusal.ShouldBeNull();
        (await KeepAsync(office, me, "  ", "?light=alarm")).Refusal.ShouldNotBeNull().Code.ShouldBe("ledger.missing");

        var kept = await office.DoAsync((KeepView keep) => keep.FiltersAsync(me, Stop));
        kept.Select(f => (f.Name, f.Query)).ShouldBe([("全部", ""), ("我盯的红灯", "?light=warning")], ignoreOrder: true);
        (await office.DoAsync((KeepView keep) => keep.FiltersAsync(other, Stop))).ShouldBeEmpty();
        await DropAsync(office, other, kept[0].Id);
        (await office.DoAsync((KeepView keep) => keep.FiltersAsync(me, Stop))).Count.ShouldBe(2);
        await DropAsync(office, me, kept[0].Id);
        (await office.DoAsync((KeepView keep) => keep.FiltersAsync(me, Stop))).Count.ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task Saves_of_one_name_at_once_make_one_filter_and_none_fails(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var me = Guid.NewGuid();
        string[] queries = ["?light=alarm", "?light=warning", "", "?light=done"];

        for (var round = 1; round <= 5; round++)
        {
            var name = $"我盯的{round}";
            var saved = await Task.WhenAll(queries.Select(query => Task.Run(() => KeepAsync(office, me, name, query), Stop)));
            saved.ShouldAllBe(s => s.IsOk);
            saved.Select(s => s.Value).Distinct().Count().ShouldBe(1);
        }

        (await office.DoAsync((KeepView keep) => keep.FiltersAsync(me, Stop))).Select(f => f.Name).ShouldBe(["我盯的1", "我盯的2", "我盯的3", "我盯的4", "我盯的5"]);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.DoAsync(async (KeepView keep) => { await keep.ColumnsAsync(me, RowColumns.Parse("deadline,unit"), Stop); return true; }), Stop)));
        (await office.DoAsync((KeepView keep) => keep.ColumnsAsync(me, Stop))).Shown.ShouldBe([RowColumn.Unit, RowColumn.Deadline]);
    }

    [Theory, DatabaseData]
    public async Task Columns_come_back_to_the_person_who_chose_them(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var me = Guid.NewGuid();
        var chosen = RowColumns.Parse("deadline,unit,no_such,gap,unit");

        await office.DoAsync(async (KeepView keep) => { await keep.ColumnsAsync(me, chosen, Stop); return true; });

        (await office.DoAsync((KeepView keep) => keep.ColumnsAsync(me, Stop))).Shown.ShouldBe([RowColumn.Unit, RowColumn.Gap, RowColumn.Deadline]);
        (await office.DoAsync((KeepView keep) => keep.ColumnsAsync(Guid.NewGuid(), Stop))).IsUsual.ShouldBeTrue();
    }

    [Theory, DatabaseData]
    public async Task A_first_visit_has_no_news_and_looking_twice_is_one_visit(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var me = Guid.NewGuid();

        (await office.DoAsync((KeepView keep) => keep.VisitAsync(me, Stop))).ShouldBeNull();
        var again = await office.DoAsync((KeepView keep) => keep.VisitAsync(me, Stop));
        again.ShouldNotBeNull();
        (await office.DoAsync((KeepView keep) => keep.VisitAsync(me, Stop))).ShouldBe(again);
    }

    private static Task<Kernel.Outcomes.Outcome<Guid>> KeepAsync(Office office, Guid person, string name, string query) => office.DoAsync((KeepView keep) => keep.FilterAsync(person, name, query, Stop));

    private static Task<bool> DropAsync(Office office, Guid person, Guid filter) => office.DoAsync(async (KeepView keep) => { await keep.DropAsync(person, filter, Stop); return true; });
}
