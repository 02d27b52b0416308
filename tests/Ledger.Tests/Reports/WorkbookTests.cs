using System.IO.Compression;
using System.Text;
using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Approvals;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Ledger.Reports.Sheets;
using Luoshi.Platform.OrgUnits.Import;
using Luoshi.Reading.Exports;
using Luoshi.Testing.Databases;

namespace Luoshi.Ledger.Tests.Reports;

public sealed class WorkbookTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, DatabaseData]
    public async Task A_sheet_comes_back_to_the_form_it_left_and_a_filled_in_one_is_saved_whole(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await office.AcceptedAsync("150", "30", Luoshi.Kernel.Time.Period.OfMonth(2025, 5));
        (await office.ReportAsync("180", "40", submit: false)).Refusal.ShouldBeNull();
        var sheet = await SheetAsync(office);

        (await ReadAsync(office, Rows(sheet))).Value.Changes.ShouldBeEmpty();

        var rows = Rows(sheet);
        rows[2][(int)WorkbookColumn.Previous].ShouldBe("150");
        rows[2][(int)WorkbookColumn.Value] = "196个";
        rows[2][(int)WorkbookColumn.Progress] = "=HYPERLINK(\"http://x\")";
        var read = (await ReadAsync(office, rows)).Value;
        read.Errors.ShouldBeEmpty();
        read.Changes.Count.ShouldBe(2);
        (await office.DoAsync((SaveReport save) => save.RunAsync(TypedForm.Read(sheet, read.Form).Value, office.Clerk))).Refusal.ShouldBeNull();
        var saved = await SheetAsync(office);
        saved.Lines.Select(l => l.Value).ShouldBe([196, 40]);

        // What somebody typed as a formula goes out again as plain text.
        Xml(ReportWorkbook.Write(saved)).ShouldContain("t=\"inlineStr\"><is><t xml:space=\"preserve\">=HYPERLINK");
        Xml(ReportWorkbook.Write(saved)).ShouldNotContain("<f>");
    }

    [Theory, DatabaseData]
    public async Task Every_wrong_cell_is_told_by_its_address_and_nothing_is_taken(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var rows = Rows(await SheetAsync(office));
        rows[2][(int)WorkbookColumn.Value] = "30";
        rows[3][(int)WorkbookColumn.Value] = "41";
        rows[3][(int)WorkbookColumn.Next] = "写错了行";
        rows.Add(["01900000-0000-7000-8000-000000000001", "9"]);

        var read = (await ReadAsync(office, rows)).Value;

        read.Errors.Select(e => e.Cell).ShouldBe(["N4", "A5", "H4"]);
        read.Errors.ShouldAllBe(e => e.What.Chinese.Length > 0 && e.Do.English.Length > 0);
    }

    [Theory, DatabaseData]
    public async Task A_supplements_sheet_that_changes_what_was_accepted_is_told_by_the_cell(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        (await office.ReportAsync("180")).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Approve, office.Leader)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Accept, office.Officer)).Refusal.ShouldBeNull();
        (await office.MoveAsync(ReportAction.Supplement, office.Clerk)).Refusal.ShouldBeNull();
        var rows = Rows(await SheetAsync(office));
        (await ReadAsync(office, rows)).Value.Errors.ShouldBeEmpty();

        rows[2][(int)WorkbookColumn.StepDone] = "2025-06-09";
        (await ReadAsync(office, rows)).Value.Errors.Select(e => (e.Cell, e.What.Chinese)).ShouldBe([("I3", SaveReport.Settled.Chinese)]);
        rows[2][(int)WorkbookColumn.StepDone] = "上周";
        (await ReadAsync(office, rows)).Value.Errors.ShouldHaveSingleItem().Cell.ShouldBe("I3");
        (rows[2][(int)WorkbookColumn.StepDone], rows[2][(int)WorkbookColumn.Value]) = ("", "181");
        (await ReadAsync(office, rows)).Value.Errors.ShouldHaveSingleItem().Cell.ShouldBe("H3");
    }

    [Theory, DatabaseData]
    public async Task A_sheet_from_before_somebody_saved_or_of_another_month_is_refused(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var rows = Rows(await SheetAsync(office));
        (await office.ReportAsync("180", submit: false)).Refusal.ShouldBeNull();

        (await ReadAsync(office, rows)).Refusal.ShouldBe(ReadWorkbook.Stale);
        var may = await office.DoAsync((ReportSheets sheets) => sheets.OfAsync(office.Unit, Luoshi.Kernel.Time.Period.OfMonth(2025, 5), Stop));
        (await ReadAsync(office, Rows(may))).Refusal.ShouldBe(ReadWorkbook.Other);
        rows[0][7] = "数";
        (await ReadAsync(office, rows)).Refusal.ShouldBe(ReadWorkbook.NotOurs);
    }

    [Theory, DatabaseData]
    public async Task Hundreds_of_lines_go_out_and_come_back(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var many = Enumerable.Range(2, 300).Select(n => new Luoshi.Ledger.Imports.ProposedItem
        {
            Number = n,
            Name = $"事项{n}",
            Units = [("市住建局", Luoshi.Ledger.Items.UnitRole.Lead)],
            Indicators = [new Luoshi.Ledger.Imports.ProposedIndicator { Name = $"指标{n}", Unit = new Luoshi.Ledger.Indicators.PrintedUnit("个"), Promised = 100 }],
        });
        (await office.AdoptAsync(new Luoshi.Ledger.Imports.Proposal([new Luoshi.Ledger.Imports.ProposedCommitment(2, "其他", null, [.. many])]))).Refusal.ShouldBeNull();
        var sheet = await SheetAsync(office);
        var rows = Rows(sheet);
        foreach (var row in rows.Skip(2))
            row[(int)WorkbookColumn.Value] = "12";
        rows.Count.ShouldBe(304);

        var read = (await ReadAsync(office, rows)).Value;
        (await office.DoAsync((SaveReport save) => save.RunAsync(TypedForm.Read(sheet, read.Form).Value, office.Clerk))).Refusal.ShouldBeNull();

        (await SheetAsync(office)).Lines.ShouldAllBe(l => l.Value == 12);
    }

    [Theory, DatabaseData]
    public async Task Only_the_columns_to_fill_in_are_unlocked(DatabaseKind kind)
    {
        await using var office = await Office.OpenAsync(kind);

        var xml = Xml(ReportWorkbook.Write(await SheetAsync(office)));

        xml.ShouldContain("<sheetProtection sheet=\"1\"");
        xml.ShouldContain("<c r=\"H3\" s=\"12\"/>");
        xml.ShouldContain("<c r=\"A3\" s=\"1\" t=\"inlineStr\">");
    }

    private static Task<ReportSheet> SheetAsync(Office office) => office.DoAsync((ReportSheets sheets) => sheets.OfAsync(office.Unit, Office.June, Stop));

    private static List<string[]> Rows(ReportSheet sheet) =>
        [.. SheetReader.Read(ReportWorkbook.Write(sheet), "月报.xlsx").Value.Select(r => r.Concat(Enumerable.Repeat("", ReportWorkbook.Columns.Count - r.Length)).ToArray())];

    private static async Task<Outcome<ReadReport>> ReadAsync(Office office, List<string[]> rows)
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(stream, [new ExportSheet("月报", [.. rows[0].Select(h => new ExportColumn(h, 10))], rows.Skip(1).Select(r => (IReadOnlyList<ExportCell>)[.. r.Select(c => (ExportCell)c)]))]);
        var sheet = await SheetAsync(office);
        return await office.DoAsync((ReadWorkbook read) => read.RunAsync(sheet, stream.ToArray(), "月报.xlsx", Stop));
    }

    private static string Xml(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
