namespace Luoshi.Web.Tests.Ledger;

/// <summary>From each page the next one can be reached without knowing its address.</summary>
public sealed class NextStepTests(RunningServer server)
{
    [Fact]
    public async Task A_clerk_reaches_the_open_report_from_the_desk_and_from_it_the_months_around()
    {
        var clerk = await SignedIn.AsAsync(server, "zhujian");
        var desk = await clerk.OpenAsync("/ledger");
        var open = desk.One(".page-actions a.primary[href^='/ledger/reports/']").GetAttribute("href")!;

        open.ShouldEndWith("/2026-06", Case.Sensitive, "the calendar says which month is reported, not who was early");
        var report = await clerk.OpenAsync(open);
        report.One(".at-hand button[value=submit]");
        var months = report.All(".page-above a[href^='/ledger/reports/']").Select(a => MonthOf(a.GetAttribute("href")!));
        months.ShouldBe([MonthOf(open).AddMonths(-1), MonthOf(open).AddMonths(1)]);
    }

    [Fact]
    public async Task What_was_begun_and_never_sent_comes_before_the_month_at_hand()
    {
        var clerk = await SignedIn.AsAsync(server, "minzheng");
        var desk = await clerk.OpenAsync("/ledger");
        desk.One(".page-actions a.primary").GetAttribute("href")!.ShouldEndWith("/2026-06", customMessage: "the city's June was typed and is not sent");
    }

    [Fact]
    public async Task The_office_sees_on_a_list_how_far_it_has_come_and_the_very_next_thing()
    {
        var office = await SignedIn.AsAsync(server, "ducha");
        var list = (await office.OpenAsync("/ledger")).One("main a[href^='/ledger/lists/']").GetAttribute("href")!;
        var page = await office.OpenAsync(list);
        page.All(".steps li").Count.ShouldBe(4);
        page.All(".steps .primary").Count.ShouldBe(1, "one thing comes next");
        page.One("#work");
        var clerk = await SignedIn.AsAsync(server, "zhujian");
        (await clerk.OpenAsync(list)).All(".steps, a[href='#work']").ShouldBeEmpty("a unit has nothing to do there");
    }

    [Fact]
    public async Task A_rating_says_how_many_were_rated_and_opening_the_page_again_does_not()
    {
        var office = await SignedIn.AsAsync(server, "ducha");
        var list = (await office.OpenAsync("/ledger")).One("main a[href^='/ledger/lists/']").GetAttribute("href")!;

        var rated = await office.SubmitAsync(await office.OpenAsync(list), "form[action$='/assess']");

        var told = rated.All(".notice").Select(n => n.TextContent).First(text => text.Contains("已评定", StringComparison.Ordinal));
        var month = DateOnly.ParseExact(System.Web.HttpUtility.ParseQueryString(rated.Address.Query)["period"] + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        told.ShouldContain($"已评定{month.Year}年{month.Month}月");
        told.ShouldNotContain("共0个指标");
        (await office.OpenAsync($"{list}?period={month:yyyy-MM}")).All(".notice").ShouldNotContain(n => n.TextContent.Contains("已评定", StringComparison.Ordinal));
    }

    private static DateOnly MonthOf(string path) => DateOnly.ParseExact(path[^7..] + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
