using System.Net;

namespace Luoshi.Web.Tests.Ledger;

/// <summary>A card's draft on the page: what the gate stops is said once, publishing asks once, and nobody's words are written over unasked.</summary>
public sealed class CardPageTests(RunningServer server)
{
    [Fact]
    public async Task What_is_stopped_is_said_once_and_what_goes_out_is_shown_first()
    {
        var office = await SignedIn.AsAsync(server, "ducha");
        var list = (await office.OpenAsync("/ledger")).One("main a[href^='/ledger/lists/']").GetAttribute("href")!;
        var draft = await office.SubmitAsync(await office.OpenAsync(list), "form[action$='/cards']");
        draft.Address.AbsolutePath.ShouldStartWith("/ledger/cards/");
        var text = draft.One("#f-text").TextContent.Trim();
        var rules = draft.One(".page-lead a[href^='/rules?version=']");
        rules.TextContent.ShouldBe("海岳市实事督办规则（2025年1月1日起施行）");
        (await office.OpenAsync(rules.GetAttribute("href")!)).Text("main").ShouldContain(rules.TextContent[..9]);

        var held = await office.SubmitAsync(draft, "form#card", ("text", text + "\n其中一百九十七栋已验收。"), ("action", "publish"));
        held.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        held.Text(".notice").Split("“一百九十七栋”").Length.ShouldBe(2, "once");
        held.One("#f-text").TextContent.ShouldContain("一百九十七栋", customMessage: "what was typed stays");

        var asked = await office.SubmitAsync(held, "form#card", ("text", text), ("action", "publish"));
        asked.Address.AbsolutePath.ShouldEndWith("/publish");
        asked.Text("main").ShouldContain("发布后任何人都能看到");
        asked.One("form[action$='/publish'] button.primary");
        (await office.OpenAsync(draft.Address.AbsolutePath)).Title.ShouldBe(draft.Title, "nothing is public before the second click");

        await office.SubmitAsync(await office.OpenAsync(draft.Address.AbsolutePath), "form#card", ("text", text + "\n感谢市民的理解和支持。"), ("action", "save"));
        var again = await office.SubmitAsync(await office.OpenAsync(list), "form[action$='/cards']", ("period", PeriodOf(draft)));
        again.Address.Query.ShouldBe("?again=true");
        again.One("button[name=how][value=changed]");
        var anew = await office.SubmitAsync(again, "form[action$='/renew']", ("how", "anew"));
        anew.One("#f-text").TextContent.Trim().ShouldBe(text);
        var back = await office.SubmitAsync(anew, ".former form", ("how", "back"));
        back.One("#f-text").TextContent.Trim().ShouldEndWith("感谢市民的理解和支持。");
    }

    [Fact]
    public async Task What_the_ledger_takes_back_after_publication_is_told_beside_the_number_at_its_origin_and_by_the_list()
    {
        // A server of its own: a published card and a report sent back would be in the way of other tests.
        await using var own = new RunningServer();
        await own.InitializeAsync();
        var office = await SignedIn.AsAsync(own, "ducha");
        var list = (await office.OpenAsync("/ledger")).One("main a[href^='/ledger/lists/']").GetAttribute("href")!;
        var draft = await office.SubmitAsync(await office.OpenAsync(list), "form[action$='/cards']");
        var asked = await office.SubmitAsync(draft, "form#card", ("action", "publish"));
        var card = await office.SubmitAsync(asked, "form[action$='/publish']");
        var path = card.Address.AbsolutePath;
        path.ShouldStartWith("/cards/");
        card.All(".corrected").ShouldBeEmpty();

        var accepted = (await office.OpenAsync("/ledger/overview/units?month=2026-06&standing=accepted")).All("main tbody a[href^='/ledger/reports/']").ToDictionary(a => a.TextContent.Trim(), a => a.GetAttribute("href")!, StringComparer.Ordinal);
        Seen? origin = null;
        string? report = null;
        foreach (var link in card.All("a.card-origin").Select(a => a.GetAttribute("href")!))
        {
            origin = await office.OpenAsync(link);
            report = accepted.FirstOrDefault(u => origin.Text("main caption").Contains(u.Key, StringComparison.Ordinal)).Value;
            if (report is not null)
                break;
        }

        var returned = await office.SubmitAsync(await office.OpenAsync(report.ShouldNotBeNull()), "form:has(input[name=do][value=Return])", ("reason", "位数有误"));
        returned.Status.ShouldBe(HttpStatusCode.OK);

        var after = await office.OpenAsync(path);
        // The ledger falls back to what was accepted before; a group that became empty is nought, not taken back.
        after.Text(".corrected").ShouldContain("已更正为");
        after.Text(".corrected").ShouldNotContain("台账已撤回这个数");
        after.Text(".notice").ShouldContain("发布以后台账更正过下面的数");
        var from = await office.OpenAsync(origin!.Address.AbsolutePath);
        from.Text("main").ShouldContain("已退回更正");
        from.Text("main").ShouldNotContain("由各分项汇总");
        (await office.OpenAsync(list)).Text(".steps").ShouldContain("台账已变，需更正发布");
    }

    private static string PeriodOf(Seen draft) => draft.Title.Contains("第一季度", StringComparison.Ordinal) ? "2026-Q1" : "2026-H1";
}
