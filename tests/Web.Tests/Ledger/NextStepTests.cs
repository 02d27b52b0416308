namespace Luoshi.Web.Tests.Ledger;

/// <summary>From each page the next one can be reached without knowing its address.</summary>
public sealed class NextStepTests(RunningServer server)
{
    [Fact]
    public async Task A_clerk_reaches_the_month_nobody_has_opened_yet_from_the_desk()
    {
        var clerk = await SignedIn.AsAsync(server, "zhujian");
        var desk = await clerk.OpenAsync("/ledger");
        var months = desk.All("main a[href^='/ledger/reports/']").Select(a => a.GetAttribute("href")!).ToList();
        var open = months[^1];
        MonthOf(open).ShouldBeLessThanOrEqualTo(DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)).AddMonths(1), "the calendar says which month is reported, not who was early");

        var form = await clerk.OpenAsync(open);
        form.One("button[value=submit]");
        form.All("main a[href^='/ledger/reports/']").Select(a => MonthOf(a.GetAttribute("href")!)).ShouldContain(MonthOf(open).AddMonths(-1));
    }

    [Fact]
    public async Task The_office_finds_import_rating_and_card_at_the_top_of_a_long_list()
    {
        var office = await SignedIn.AsAsync(server, "ducha");
        var list = (await office.OpenAsync("/ledger")).One("main a[href^='/ledger/lists/']").GetAttribute("href")!;
        var page = await office.OpenAsync(list);
        page.One("main a.primary[href='#work']");
        page.One("#work");
        var clerk = await SignedIn.AsAsync(server, "zhujian");
        (await clerk.OpenAsync(list)).All("a[href='#work']").ShouldBeEmpty("a unit has nothing to do there");
    }

    private static DateOnly MonthOf(string path) => DateOnly.ParseExact(path[^7..] + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
