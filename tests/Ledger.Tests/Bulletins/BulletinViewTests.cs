using Luoshi.Kernel.Time;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.Pages;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Testing.Databases;

namespace Luoshi.Ledger.Tests.Bulletins;

public sealed class BulletinViewTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_bulletin_names_nobody_who_has_no_task_in_its_list(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var here = await UnitAsync(office, "市城市管理局");
        var elsewhere = await UnitAsync(office, "市园林局");
        await TaskAsync(office, office.List, "市城市管理局", here);
        var other = (await office.DoAsync((OpenList open) => open.RunAsync(new NewList { Title = "2025年绿化任务", Place = "海岳市", Year = 2025 }, office.Officer))).Value;
        await TaskAsync(office, other, "市园林局", elsewhere);

        var text = (await office.DoAsync((BulletinViews views) => views.OfAsync(office.List, Office.June, Stop))).ShouldNotBeNull().Text;

        text.ShouldContain("三、未按时上报的单位\n市城市管理局。");
        text.ShouldNotContain("市园林局");
    }

    [Theory, DatabaseData]
    public async Task What_is_compared_is_a_month_somebody_reported_in(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("150", period: Period.OfMonth(2025, 5));
        await office.AcceptedAsync("160");

        (await TextAsync(office, 5)).ShouldContain("没有上期数据，本期不作比较。");
        (await TextAsync(office, 6)).ShouldNotContain("没有上期数据");

        async Task<string> TextAsync(Office of, int month) => (await of.DoAsync((BulletinViews views) => views.OfAsync(of.List, Period.OfMonth(2025, month), Stop))).ShouldNotBeNull().Text;
    }

    private static async Task<Guid> UnitAsync(Office office, string name) =>
        (await office.DoAsync((UnitRegister units) => units.AddAsync(new NewUnit { Name = name, From = new DateOnly(2025, 1, 1) }, Actor.System("测试"), cancellation: Stop))).Value;

    private static async Task TaskAsync(Office office, Guid list, string unit, Guid id) =>
        (await office.DoAsync((AdoptProposal adopt) => adopt.RunAsync(
            new Adoption(
                list,
                new Proposal([new ProposedCommitment(2, "新建口袋公园34个", Source: null, [new ProposedItem { Number = 2, Name = "口袋公园", Units = [(unit, UnitRole.Lead)], Indicators = [new ProposedIndicator { Name = "口袋公园", Unit = new PrintedUnit("个"), Promised = 34 }] }])]),
                new Dictionary<string, Guid> { [unit] = id },
                LedgerProcesses.Import),
            office.Officer))).Refusal.ShouldBeNull();
}
