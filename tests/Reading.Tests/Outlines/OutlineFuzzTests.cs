using System.Text;
using Luoshi.Kernel.Text;
using Luoshi.Reading.Documents;

namespace Luoshi.Reading.Tests.Outlines;

/// <summary>Whatever the text, an outline comes back whose blocks and cells stand in order inside it.</summary>
public sealed class OutlineFuzzTests
{
    private static readonly string[] Pieces =
    [
        "一、", "（一）", "1.", "第一件：", "①", "## ", "【目标任务】", "| ", " | ", "\t", "    ", "　　", "合计", "云栖区", "序号", "完成率（%）", "目标任务", "完成数",
        "2024年", "上半年", "1—10月", "12", "3.5万人", "86.3%", "—", "。", "，", "：", "\n", "\n\n", "\r\n", "\r", "相关阅读", "最新评论", "打开", "单位：万元", "注：",
        "下一步，", "新建公园", "|---|---|", "2024-07-15", "？", "\uFFFD", "\0", "\uD83D", "😀", "“", "”", "(", ")", "图为",
    ];

    [Fact]
    public void Random_pieces_of_documents_keep_every_promise_of_an_outline()
    {
        var random = new Random(20260115);
        for (var round = 0; round < 3000; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(1, 120); i > 0; i--)
                text.Append(Pieces[random.Next(Pieces.Length)]);
            Check(text.ToString());
        }
    }

    [Fact]
    public void Random_characters_keep_every_promise_of_an_outline()
    {
        var random = new Random(20260116);
        for (var round = 0; round < 1000; round++)
        {
            var text = new char[random.Next(1, 300)];
            for (var i = 0; i < text.Length; i++)
                text[i] = random.Next(4) switch { 0 => '\n', 1 => (char)random.Next(32, 127), 2 => (char)random.Next(0x4E00, 0x9FA6), _ => (char)random.Next(0x10000) };
            Check(new string(text));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("|")]
    [InlineData("|\n|")]
    [InlineData("||\n||")]
    [InlineData("\t\n\t")]
    [InlineData("。")]
    [InlineData("第")]
    [InlineData("（")]
    public void Hardly_any_text_is_no_trouble(string text) => Check(text);

    [Fact]
    public void A_flattened_table_that_lost_many_cells_of_many_columns_is_given_up_in_bounded_steps()
    {
        var text = new StringBuilder("海岳市2025年建设进度表\n\n区县\n");
        for (var column = 0; column < 38; column++)
            text.Append("指标").Append((char)('甲' + column)).Append('\n');
        for (var row = 0; row < 60; row++)
        {
            text.Append((char)('一' + row)).Append("村镇\n");
            for (var cell = 0; cell < (row == 0 ? 38 : 33); cell++)
                text.Append(cell * row).Append('\n');
        }

        Check(text.ToString());
    }

    [Fact]
    public void Tables_whose_rows_of_heads_fit_their_columns_in_countless_ways_are_read_in_bounded_steps()
    {
        var text = new StringBuilder("海岳市2025年建设进度表\n\n");
        for (var table = 0; table < 40; table++)
        {
            foreach (var heads in (ReadOnlySpan<int>)[15, 19, 26])
                text.Append("| ").AppendJoin(" | ", Enumerable.Range(0, heads).Select(head => "指标" + (char)('甲' + (head % 3)))).Append(" |\n");
            for (var row = 1; row < 4; row++)
                text.Append("| 云栖区 | ").AppendJoin(" | ", Enumerable.Range(0, 38).Select(cell => cell * row)).Append(" |\n");
            text.Append('\n');
        }

        Check(text.ToString());
    }

    [Fact]
    public void Stages_below_each_other_in_any_order_keep_every_promise_and_no_figure_is_read_twice()
    {
        string[] cells = ["年度计划", "实际完成", "完成率", "执行率", "控制目标（不高于）", "实际", "项目", "单位", "序号", "全市", "合计", "东城区", "西城区", "公厕新建（座）", "农村改厕30户", "座", "%", "1", "2", "36", "1,200", "97.2%", "—", "含旅游公厕3座", ""];
        var random = new Random(20261123);
        for (var round = 0; round < 3000; round++)
        {
            var (between, width) = (random.Next(3) switch { 0 => "\n", 1 => " | ", _ => "\t" }, random.Next(1, 7));
            var text = new StringBuilder("海岳市2025年实事完成情况\n\n");
            for (var i = random.Next(4, 60); i > 0; i--)
                text.Append(cells[random.Next(cells.Length)]).Append(i % width == 0 ? "\n" : between);
            Check(text.ToString());
            var places = LuoshiReader.Read(new SourceDocument("fuzz.txt", DocumentFormat.Text, "utf-8", text.ToString(), [])).Claims.Where(claim => claim.Table >= 0).Select(claim => claim.Clean.Start).ToList();
            places.Distinct().Count().ShouldBe(places.Count, text.ToString());
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData(" | ")]
    public void Many_stages_below_each_other_are_read_in_line_with_their_number(string between)
    {
        var text = new StringBuilder("海岳市2025年实事完成情况\n\n").AppendJoin(between, ["项目", "指标", .. Enumerable.Range(0, 30).Select(place => $"{(char)('甲' + place)}镇")]).Append('\n');
        for (var row = 0; row < 20_000; row++)
        {
            if (row % 2 == 0)
                text.Append("实事").Append((char)('一' + (row % 5000))).Append(between);
            // Every row has lost two of its cells.
            text.Append(between == "\n" || row % 2 == 0 ? "" : between).Append(row % 2 == 0 ? "年度计划" : "实际完成").Append(between).AppendJoin(between, Enumerable.Range(1, 28).Select(place => place * row)).Append('\n');
        }

        Check(text.ToString());
    }

    [Theory]
    [InlineData("承诺：新建公厕12座。兑现：建成10座。")]
    [InlineData("承诺：新建公厕12座。已建成10座，完成率83.3%。")]
    [InlineData("子项任务3个，")]
    public void A_paragraph_of_countless_promises_and_answers_is_read_in_line_with_their_number(string turn) =>
        Check("海岳市2025年民生实事完成情况\n\n" + string.Concat(Enumerable.Repeat(turn, 100_000)));

    [Fact]
    public void Lines_of_dashes_without_end_are_not_read_to_their_end_from_each_of_them() =>
        Check(string.Concat(Enumerable.Repeat("-----|-----\n", 200_000)));

    private static void Check(string text)
    {
        var reading = LuoshiReader.Read(new SourceDocument("fuzz.txt", DocumentFormat.Text, "utf-8", text, []));
        var (clean, outline) = (reading.Clean.Text, reading.Outline);
        var end = 0;
        foreach (var block in outline.Blocks)
        {
            block.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
            block.Span.Length.ShouldBeGreaterThan(0);
            block.BodyStart.ShouldBeInRange(block.Span.Start, block.Span.End);
            block.Section.ShouldBeInRange(0, outline.Sections.Count - 1);
            block.Promise.ShouldBeInRange(-1, outline.Blocks.Count - 1);
            block.Table.ShouldBeInRange(-1, outline.Tables.Count - 1);
            end = block.Span.End;
        }

        end.ShouldBeLessThanOrEqualTo(clean.Length);
        for (var i = 0; i < outline.Sections.Count; i++)
            outline.Sections[i].Parent.ShouldBeInRange(-1, i - 1);
        foreach (var table in outline.Tables)
        {
            table.Cells.Count.ShouldBe(table.Rows * table.Columns);
            foreach (var cell in table.Cells)
                new SourceSpan(0, clean.Length).Contains(cell.Span).ShouldBeTrue();
        }

        foreach (var claim in reading.Claims)
        {
            claim.Clean.Length.ShouldBeGreaterThan(0);
            new SourceSpan(0, clean.Length).Contains(claim.Clean).ShouldBeTrue();
            claim.Of.ShouldBeInRange(-1, reading.Claims.Count - 1);
            claim.PartOf.ShouldBeInRange(-1, reading.Claims.Count - 1);
        }
    }
}
