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
}
