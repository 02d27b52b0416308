using System.Net;

namespace Luoshi.Web.Tests.Ledger;

/// <summary>A long form helps: it says what is blank, carries over what did not change, and tells of tasks that came too late.</summary>
public sealed class ReportPageTests(RunningServer server)
{
    [Fact]
    public async Task What_is_blank_is_counted_linked_and_carried_over_as_a_draft()
    {
        var clerk = await SignedIn.AsAsync(server, "zhujian");
        var june = (await clerk.OpenAsync("/ledger")).One(".page-actions a.primary").GetAttribute("href")!;
        var july = june[..^2] + "07";
        var form = await clerk.OpenAsync(july);
        var first = form.All("input[name^='v-']").First(i => string.IsNullOrEmpty(i.GetAttribute("value")));
        form.One(".page-lead a").GetAttribute("href").ShouldBe("#" + first.Id);

        var saved = await clerk.SubmitAsync(form, "form#report", ("action", "carry"));
        saved.Text(".notice").ShouldContain("已保存");
        saved.All("input[name^='v-']").Where(i => i.Closest(".field")!.QuerySelector(".field-hint")!.TextContent.Contains("上期", StringComparison.Ordinal))
            .ShouldAllBe(i => !string.IsNullOrEmpty(i.GetAttribute("value")));
    }

    [Fact]
    public async Task Blank_numbers_are_asked_about_once_and_may_mean_that_nothing_is_new()
    {
        var clerk = await SignedIn.AsAsync(server, "zhujian");
        var june = (await clerk.OpenAsync("/ledger")).One(".page-actions a.primary").GetAttribute("href")!;
        var form = await clerk.OpenAsync(june[..^2] + "11");
        form.All("input[data-asked]").Count.ShouldBe(form.All("input[name^='v-']").Count, "the script counts what the server counts");
        form.One("[data-blanks] a").TextContent.ShouldContain($"{form.All("input[data-asked]").Count(i => string.IsNullOrEmpty(i.GetAttribute("value")))}个数没填");

        var asked = await clerk.SubmitAsync(form, "form#report", ("action", "submit"));
        asked.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var sent = await clerk.SubmitAsync(asked, "form#report", ("action", asked.One("button[value=no-news]").GetAttribute("value")!));

        sent.Text(".notice").ShouldContain("已上报");
        sent.Text(".told-blank").ShouldContain("本月无进展");
        sent.All(".report-item :is(input, textarea)").ShouldBeEmpty("what can only be read does not look like a field");
    }

    [Fact]
    public async Task Only_reports_nothing_stands_out_about_are_ticked_for_signing_with_others()
    {
        var office = await SignedIn.AsAsync(server, "ducha");
        var desk = await office.OpenAsync("/ledger/desk");
        var rows = desk.All("main tbody tr").Where(r => r.QuerySelector("input[name=pick]") is not null).ToList();

        desk.All(".evidence-hint").ShouldNotBeEmpty("the city has a photo that was taken before its month");
        foreach (var row in rows)
        {
            var plain = row.Children[3].TextContent.Trim().Length == 0 && row.QuerySelector(".evidence-hint") is null;
            row.QuerySelector("input[name=pick]")!.HasAttribute("checked").ShouldBe(plain, row.TextContent);
        }

        rows.Select(r => r.QuerySelector("input[name=pick]")!.HasAttribute("checked") ? 1 : 0).ShouldBeInOrder(SortDirection.Ascending, "what stands out comes first");
    }

    [Fact]
    public async Task A_submission_that_is_refused_lists_all_that_keeps_it_back_at_once()
    {
        var clerk = await SignedIn.AsAsync(server, "zhujian");
        var june = (await clerk.OpenAsync("/ledger")).One(".page-actions a.primary").GetAttribute("href")!;
        var form = await clerk.OpenAsync(june[..^2] + "08");
        string FieldOf(string name) => form.All("#report label").First(l => l.TextContent == name).GetAttribute("for")![2..];
        var (started, finished, housed) = (FieldOf("老旧小区开工"), FieldOf("老旧小区完工"), FieldOf("公租房补贴发放"));

        var refused = await clerk.SubmitAsync(form, "form#report", (started, "1"), (finished, "9000"), (housed, "99999"), ("action", "submit"));

        var links = refused.All("#report .notice a").Select(a => a.GetAttribute("href")![3..]).ToList();
        links.ShouldBe([finished, "w-" + started[2..], "w-" + finished[2..], "w-" + housed[2..]], ignoreOrder: true);
        foreach (var link in links)
            refused.One("#f-" + link);
        refused.Text("#report .notice").ShouldContain("老旧小区完工", customMessage: "two stages of one thing are told apart");
    }

    /// <summary>Of education, to which no other test gives a task.</summary>
    [Fact]
    public async Task What_came_after_a_report_was_accepted_is_told_in_a_supplement_beside_it_and_on_the_desk_behind_the_month_at_hand()
    {
        var office = await SignedIn.AsAsync(server, "ducha");
        var clerk = await SignedIn.AsAsync(server, "jiaoyu");
        var before = await clerk.OpenAsync("/ledger");
        before.All("ul.supplements").ShouldBeEmpty();
        var june = before.One(".page-actions a.primary").GetAttribute("href")!;
        june.ShouldEndWith("/2026-06");
        var may = june[..^2] + "05";
        (await clerk.OpenAsync(may)).All("button").ShouldNotContain(b => b.TextContent == "补报缺的数", "nothing is lacking yet");
        var rows = await office.OpenAsync("/ledger/overview?q=" + Uri.EscapeDataString("校园食堂提升"));
        var item = await office.OpenAsync(rows.All("main a[href^='/ledger/items/']")[0].GetAttribute("href")!);
        (await office.SubmitAsync(item, "form[action$='/indicators']", ("name", "食堂明厨亮灶"), ("unit", "处"), ("promised", "300"))).Text("main").ShouldContain("食堂明厨亮灶");

        var desk = await clerk.OpenAsync("/ledger");
        desk.One(".page-actions a.primary").GetAttribute("href").ShouldBe(june, "the month at hand asks for the number anyway");
        desk.One("ul.supplements li a").GetAttribute("href").ShouldBe(may);
        desk.Text("ul.supplements li").ShouldContain("市教育局 补报5月进展 · 审定后又分来1个指标");
        var accepted = await clerk.OpenAsync(may);
        accepted.Text(".notice").ShouldContain("审定以后又分来1个指标");
        var opened = await clerk.SubmitAsync(accepted, "form:has(input[name=do][value=Supplement])");

        opened.All("#report input[name^='v-']").ShouldHaveSingleItem("one number is asked for");
        opened.All("#report .told-line").ShouldNotBeEmpty("its neighbours stand as they were accepted");
        opened.All("details.settled .told-line").ShouldNotBeEmpty();
        opened.All("section[aria-labelledby=versions] table.stacks tbody td[data-label]").Count.ShouldBe(8, "two versions, each a card on a phone");
        desk = await clerk.OpenAsync("/ledger");
        desk.One(".page-actions a.primary").GetAttribute("href").ShouldBe(june);
        desk.Text("ul.supplements li").ShouldContain("已起草，还没有上报");
        var field = opened.One("#report input[name^='v-']").GetAttribute("name")!;
        var sent = await clerk.SubmitAsync(opened, "form#report", (field, "120"), ("action", "submit"));
        sent.Text(".notice").ShouldContain("已上报");
        sent.Text(".told-line.fresh").ShouldContain("120处");
        sent.Text(".page-lead").ShouldContain("补报");
        (await clerk.OpenAsync("/ledger")).All("ul.supplements").ShouldBeEmpty("it is handed in");
    }

    [Fact]
    public async Task Each_number_says_how_it_counts_what_it_was_and_what_is_planned()
    {
        var clerk = await SignedIn.AsAsync(server, "zhujian");
        var june = (await clerk.OpenAsync("/ledger")).One(".page-actions a.primary").GetAttribute("href")!;
        var form = await clerk.OpenAsync(june[..^2] + "06");

        var fields = form.All("#report input[name^='v-']");
        fields.ShouldNotBeEmpty();
        foreach (var field in fields)
        {
            foreach (var described in field.GetAttribute("aria-describedby")!.Split(' '))
                form.One("#" + described);
            form.Text($"#{field.GetAttribute("name")}-hint").ShouldMatch("^(年初以来累计|仅本期)(，上期[0-9.,]+.+)?(，年计划[0-9.,]+.+)?$");
        }

        form.All("#report .field-hint").Count(h => h.TextContent.Contains("，上期", StringComparison.Ordinal) && h.TextContent.Contains("，年计划", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Photos_stand_small_beside_their_numbers_for_whoever_may_see_them()
    {
        var office = await SignedIn.AsAsync(server, "ducha");
        var small = (await office.OpenAsync("/ledger/desk")).One("ul.evidence img").GetAttribute("src")!;

        var picture = await office.GetAsync(small);
        picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        picture.Headers.CacheControl!.ToString().ShouldBe("max-age=86400, private");
        (await picture.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeInRange(500, 60_000);

        using var nobody = new Visitor(server, follow: false);
        (await nobody.GetAsync(small)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        var stranger = await SignedIn.AsAsync(server, "zhujian");
        var seen = await Task.WhenAll((await office.OpenAsync("/ledger/desk")).All("ul.evidence img").Select(async i => (await stranger.GetAsync(i.GetAttribute("src")!)).StatusCode));
        seen.ShouldContain(HttpStatusCode.NotFound, "another bureau's photos are not this one's to see");
    }
}
