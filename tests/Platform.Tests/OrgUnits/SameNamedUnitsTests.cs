using System.Text;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.OrgUnits.Import;
using Luoshi.Testing.Databases;

namespace Luoshi.Platform.Tests.OrgUnits;

/// <summary>Every district has a bureau of the same name: a name alone is never guessed at.</summary>
public sealed class SameNamedUnitsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_name_that_means_several_is_refused_with_all_of_them_and_a_label_finds_one(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var (one, two) = (await city.UnitAsync("水利局", city.Root), await city.UnitAsync("水利局", city.District));
        var choice = city.Get<UnitChoice>();

        var unclear = await choice.ResolveAsync("水利局", "unit", new DateOnly(2026, 6, 30), Stop);
        unclear.Refusal!.Code.ShouldBe("org.same_named");
        unclear.Refusal.Chinese.ShouldContain("水利局（海岳市人民政府）");
        unclear.Refusal.Chinese.ShouldContain("水利局（云栖区人民政府）");
        (await choice.ResolveAsync("水利局（云栖区人民政府）", "unit", new DateOnly(2026, 6, 30), Stop)).Value.ShouldBe(two);
        (await choice.ResolveAsync(one.ToString("D"), "unit", new DateOnly(2026, 6, 30), Stop)).Value.ShouldBe(one);
        (await choice.ResolveAsync("没有的局", "unit", new DateOnly(2026, 6, 30), Stop)).Refusal!.Code.ShouldBe("org.unknown_unit");
    }

    [Theory, DatabaseData]
    public async Task A_sheet_with_a_bare_name_waits_for_a_choice_and_then_adds_to_the_chosen_one(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        await city.UnitAsync("水利局", city.Root);
        var chosen = await city.UnitAsync("水利局", city.District);
        var content = "单位,岗位,姓名\n水利局,河湖科科长,砚池"u8.ToArray();

        var unclear = City.Ok(await city.Get<OrgImport>().ReadAsync(content, "a.csv", cancellation: Stop));
        unclear.Ambiguous["水利局"].Count.ShouldBe(2);
        unclear.Faults.Single().Cell.ShouldBe("2");
        (await city.Get<OrgImport>().ApplyAsync(unclear, City.Founded, City.Admin, cancellation: Stop)).Refusal!.Code.ShouldBe("org.sheet_faults");

        var clear = City.Ok(await city.Get<OrgImport>().ReadAsync(content, "a.csv", new Dictionary<string, Guid> { ["水利局"] = chosen }, Stop));
        clear.Faults.ShouldBeEmpty();
        clear.Preview.Single().Unit.ShouldBe("海岳市人民政府 › 云栖区人民政府 › 水利局");
        City.Ok(await city.Get<OrgImport>().ApplyAsync(clear, City.Founded, City.Admin, cancellation: Stop)).ShouldBe(new OrgImportResult(0, 1, 1, 0));
        (await city.Get<OrgDirectory>().PostsAsync(new DateOnly(2026, 6, 30), cancellation: Stop)).Single(p => p.Title == "河湖科科长").UnitId.ShouldBe(chosen);
    }

    [Theory, DatabaseData]
    public async Task Bureaus_of_one_name_come_in_one_sheet_each_under_its_own_district(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        const string sheet = """
            单位,上级单位,岗位
            教育局,海岳市人民政府,局长
            教育局,云栖区人民政府,局长
            教育局,云栖区人民政府,副局长
            """;
        var read = City.Ok(await city.Get<OrgImport>().ReadAsync(Encoding.UTF8.GetBytes(sheet), "a.csv", cancellation: Stop));

        read.Faults.ShouldBeEmpty();
        City.Ok(await city.Get<OrgImport>().ApplyAsync(read, City.Founded, City.Admin, cancellation: Stop)).ShouldBe(new OrgImportResult(2, 3, 0, 0));
        var again = City.Ok(await city.Get<OrgImport>().ReadAsync(Encoding.UTF8.GetBytes(sheet), "a.csv", cancellation: Stop));
        again.Preview.ShouldAllBe(line => line.AddsNothing);
    }
}
