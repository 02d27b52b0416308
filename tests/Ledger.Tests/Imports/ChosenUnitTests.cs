using System.Text;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Imports;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Pages;
using Luoshi.Ledger.Tests.Reminders;
using Luoshi.Platform.OrgUnits;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Tests.Imports;

/// <summary>A name understood by a short form means that unit until a person says otherwise.</summary>
public sealed class ChosenUnitTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_short_form_means_the_unit_found_or_whichever_a_person_chose(DatabaseKind kind)
    {
        await using var city = await ReportingCity.FoundAsync(kind);
        var neighbour = (await city.NeighbourAsync()).Unit;

        (await LeadsAsync(city, null)).ShouldBe([city.Bureau]);
        (await LeadsAsync(city, neighbour)).ShouldBe([neighbour]);
        (await LeadsAsync(city, Guid.NewGuid())).ShouldBe([city.Bureau], "a unit that is gone was not chosen");
        (await LeadsAsync(city, NamesFound.Open)).ShouldBeEmpty();
        var made = (await LeadsAsync(city, NamesFound.New)).ShouldHaveSingleItem();
        (await city.DoAsync((OrgDirectory directory) => directory.UnitAsync(made, Stop)))!.Name.ShouldBe("住建局");
    }

    private static async Task<List<Guid>> LeadsAsync(ReportingCity city, Guid? chosen)
    {
        var office = LedgerDatabase.Somebody(Hand.Office, (await city.DoAsync((OrgDirectory directory) => directory.UnitAsync(city.Bureau, Stop)))!.ParentId!.Value);
        var sheet = Encoding.UTF8.GetBytes("序号,项目名称,年度目标,牵头单位\n1,老旧小区加装电梯,加装电梯12部,住建局\n");
        var draft = (await city.DoAsync((SheetImports imports) => imports.ReceiveAsync(city.List, "分解表.csv", sheet, office, Stop))).Value;
        var adopted = await city.DoAsync(async (SheetImports imports) =>
        {
            var view = (await imports.OfAsync(draft, Stop))!;
            view.Names.Units.ShouldHaveSingleItem().ByShortForm.ShouldBeTrue();
            await imports.MapAsync(view, view.Mapping, chosen is { } id ? new Dictionary<string, Guid> { ["住建局"] = id } : [], Stop);
            return await imports.AdoptAsync((await imports.OfAsync(draft, Stop))!, office, Stop);
        });
        adopted.Refusal.ShouldBeNull();
        await using var db = city.Database.Open();
        var last = await db.Set<Item>().OrderByDescending(i => i.Number).FirstAsync(Stop);
        return await db.Set<ItemUnit>().Where(u => u.ItemId == last.Id).Select(u => u.UnitId).ToListAsync(Stop);
    }
}
