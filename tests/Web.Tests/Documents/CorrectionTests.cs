using System.Net;
using System.Text;

namespace Luoshi.Web.Tests.Documents;

/// <summary>On a server of its own: every test hands in a document, and one address may hand in only so many a minute.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private readonly RunningServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task<Seen> FreshAsync(Visitor visitor)
    {
        var text = $"海岳市上半年情况 {Guid.NewGuid():N}\n1.新增公共充电桩2460个，占年计划的61.5%。\n";
        return await visitor.UploadAsync(("情况.txt", Encoding.UTF8.GetBytes(text)));
    }

    private static async Task<Seen> ChooseAsync(Visitor visitor, Seen reading, string printed)
    {
        var row = reading.All("table.figures tr[data-row]").First(each => each.TextContent.Contains(printed, StringComparison.Ordinal));
        return await visitor.OpenAsync($"{reading.Address.AbsolutePath}?at={row.Id!["r".Length..]}");
    }

    [Fact]
    public async Task A_correction_stands_beside_the_machines_reading()
    {
        using var visitor = new Visitor(server);
        var chosen = await ChooseAsync(visitor, await FreshAsync(visitor), "2460个");

        var after = await visitor.SubmitAsync(
            chosen, ".correct-form", ("indicator", "新建充电桩"), ("stance", "planned"), ("reason", "原文标题写明是目标"), ("person", "督查员"), ("action", "correct"));

        after.Status.ShouldBe(HttpStatusCode.OK);
        after.Text("tr.chosen .indicator").ShouldContain("新建充电桩");
        after.Text("tr.chosen .indicator").ShouldContain("已更正");
        after.Text("tr.chosen .badge").ShouldContain("计划");
        after.Text(".history .machine").ShouldContain("完成");
        after.Text(".history li").ShouldContain("督查员");
        after.Text(".history li").ShouldContain("原文标题写明是目标");
    }

    [Fact]
    public async Task A_named_plan_is_audited_at_once()
    {
        using var visitor = new Visitor(server);
        var chosen = await ChooseAsync(visitor, await FreshAsync(visitor), "2460个");

        var right = await visitor.SubmitAsync(chosen, ".correct-form", ("plan", "4,000"), ("reason", "清单所列"), ("person", "督查员"), ("action", "correct"));
        var wrong = await visitor.SubmitAsync(right, ".correct-form", ("plan", "3000"), ("reason", "清单调整"), ("person", "督查员"), ("action", "correct"));

        right.Text("tr.detail .finding").ShouldContain("相符");
        wrong.Text("tr.detail .finding").ShouldContain("不符");
        wrong.Text("tr.detail .working").ShouldContain("82.0%");
        wrong.All(".history li").Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_machines_reading_can_be_put_back()
    {
        using var visitor = new Visitor(server);
        var chosen = await ChooseAsync(visitor, await FreshAsync(visitor), "2460个");
        var machine = chosen.Text("tr.chosen .indicator a");
        var corrected = await visitor.SubmitAsync(chosen, ".correct-form", ("indicator", "别的"), ("reason", "试"), ("person", "督查员"), ("action", "correct"));

        var back = await visitor.SubmitAsync(corrected, ".correct-form", ("reason", "改错了"), ("person", "督查员"), ("action", "reset"));

        back.Text("tr.chosen .indicator").ShouldNotContain("已更正");
        back.Text("tr.chosen .indicator a").ShouldBe(machine);
        back.All(".history li").Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_correction_without_a_reason_is_refused_and_keeps_what_was_typed()
    {
        using var visitor = new Visitor(server);
        var chosen = await ChooseAsync(visitor, await FreshAsync(visitor), "2460个");

        var refused = await visitor.SubmitAsync(chosen, ".correct-form", ("indicator", "新建充电桩"), ("reason", ""), ("person", "督查员"), ("plan", "很多"), ("action", "correct"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.One(".correct-form input[name=indicator]").GetAttribute("value").ShouldBe("新建充电桩");
        refused.Text(".field-error").ShouldContain("请写明理由");
        refused.Text(".field-error").ShouldContain("大于 0 的数");
        refused.One(".correct").HasAttribute("open").ShouldBeTrue();
    }

    [Fact]
    public async Task Saving_nothing_new_is_refused()
    {
        using var visitor = new Visitor(server);
        var chosen = await ChooseAsync(visitor, await FreshAsync(visitor), "2460个");

        var refused = await visitor.SubmitAsync(chosen, ".correct-form", ("reason", "没改"), ("person", "督查员"), ("action", "correct"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text(".notice").ShouldContain("没有需要保存的更正");
    }

    [Fact]
    public async Task Exports_carry_the_correction()
    {
        using var visitor = new Visitor(server);
        var chosen = await ChooseAsync(visitor, await FreshAsync(visitor), "2460个");
        var after = await visitor.SubmitAsync(chosen, ".correct-form", ("indicator", "导出所用的名称"), ("reason", "试"), ("person", "督查员"), ("action", "correct"));

        var lines = await (await visitor.GetAsync(after.Address.AbsolutePath + "/figures.jsonl")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var machine = await (await visitor.GetAsync(after.Address.AbsolutePath + "/figures.jsonl?reading=machine")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        lines.ShouldContain("\"indicator\":\"导出所用的名称\"");
        machine.ShouldNotContain("导出所用的名称");
        after.Text(".downloads").ShouldContain("不含人工更正");
    }
}
