using System.Text;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.OrgUnits.Import;
using Luoshi.Platform.Storage;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Tests.OrgUnits;

public sealed class OrgImportTests
{
    private const string Sheet = """
        海岳市机构与人员一览表,,,,,
        单位,上级单位,区划代码,岗位,姓名,角色
        临砚县水利局,临砚县人民政府,,局长,砚秋,审批
        临砚县水利局,,,办公室,砚池,填报
        临砚县人民政府,海岳市人民政府,990123,县长,临川,领导、审计
        """;

    [Theory, DatabaseData]
    public async Task A_sheet_brings_units_posts_people_and_roles_and_may_come_twice(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);

        var first = await ImportAsync(city, Encoding.UTF8.GetBytes(Sheet));
        var second = await ImportAsync(city, Encoding.UTF8.GetBytes(Sheet));

        first.ShouldBe(new OrgImportResult(Units: 2, Posts: 3, People: 3, Roles: 4));
        second.ShouldBe(new OrgImportResult(0, 0, 0, 0));
        var units = await city.Get<OrgDirectory>().UnitsAsync(new DateOnly(2026, 6, 30), cancellation: TestContext.Current.CancellationToken);
        var county = units.Single(u => u.Name == "临砚县人民政府");
        county.ParentId.ShouldBe(city.Root, "a parent may be known already");
        units.Single(u => u.Name == "临砚县水利局").ParentId.ShouldBe(county.Id, "or stand further down in the sheet");
    }

    [Fact]
    public async Task A_csv_saved_by_a_chinese_spreadsheet_program_is_read()
    {
        await using var city = await City.FoundAsync(DatabaseKind.Sqlite);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        (await ImportAsync(city, Encoding.GetEncoding("GB18030").GetBytes(Sheet))).Units.ShouldBe(2);
    }

    [Theory, DatabaseData]
    public async Task A_single_fault_stores_nothing_and_names_its_cell(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        const string broken = """
            单位,上级单位,区划代码,岗位,姓名,角色
            望潮区水利局,望潮区人民政府,99O103,局长,潮生,审批人
            ,,,,无岗,
            """;
        var sheet = City.Ok(await city.Get<OrgImport>().ReadAsync(Encoding.UTF8.GetBytes(broken), "a.csv", cancellation: TestContext.Current.CancellationToken));

        sheet.Faults.Select(fault => fault.Cell).ShouldBe(["C2", "F2", "A3", "D3", "2"]);
        var applied = await city.Get<OrgImport>().ApplyAsync(sheet, City.Founded, City.Admin, cancellation: TestContext.Current.CancellationToken);
        applied.Refusal!.Code.ShouldBe("org.sheet_faults");
        (await city.Get<LuoshiDb>().Set<Person>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Theory]
    [InlineData("单位,上级单位\n甲,乙\n乙,甲")]
    [InlineData("单位,上级单位\n甲,甲")]
    public async Task Parents_that_lead_in_a_circle_are_refused(string text)
    {
        await using var city = await City.FoundAsync(DatabaseKind.Sqlite);

        var sheet = City.Ok(await city.Get<OrgImport>().ReadAsync(Encoding.UTF8.GetBytes(text), "a.csv", cancellation: TestContext.Current.CancellationToken));

        sheet.Faults.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("a.xlsx", "PK\u0003\u0004 no archive at all")]
    [InlineData("a.xls", "broken")]
    [InlineData("a.xlsx", "")]
    [InlineData("a.csv", "")]
    [InlineData("a.csv", "没有表头,的文件")]
    public async Task Broken_files_are_refused_in_words(string name, string content)
    {
        await using var city = await City.FoundAsync(DatabaseKind.Sqlite);

        var outcome = await city.Get<OrgImport>().ReadAsync(Encoding.UTF8.GetBytes(content), name, cancellation: TestContext.Current.CancellationToken);

        outcome.Refusal!.Code.ShouldBeOneOf("sheet.unreadable", "org.sheet_header");
    }

    private static async Task<OrgImportResult> ImportAsync(City city, byte[] content)
    {
        var sheet = City.Ok(await city.Get<OrgImport>().ReadAsync(content, "名册.csv", cancellation: TestContext.Current.CancellationToken));
        sheet.Faults.ShouldBeEmpty();
        return City.Ok(await city.Get<OrgImport>().ApplyAsync(sheet, City.Founded, City.Admin, cancellation: TestContext.Current.CancellationToken));
    }
}
