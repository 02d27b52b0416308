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
}
