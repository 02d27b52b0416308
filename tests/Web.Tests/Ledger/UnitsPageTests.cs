using AngleSharp.Dom;

namespace Luoshi.Web.Tests.Ledger;

/// <summary>Who has reported: a row for each unit that owes the month, and only what can be done offered in it.</summary>
[Collection(WholeCity.Name)]
public sealed class UnitsPageTests(RunningServer server)
{
    private const string Path = "/ledger/overview/units?month=2026-06";

    [Fact]
    public async Task Every_count_above_leads_to_as_many_rows_and_together_they_are_all()
    {
        var office = await SignedIn.AsAsync(server, "ducha");
        var page = await office.OpenAsync(Path);
        var all = page.All("tr[data-row]").Count;
        var counts = page.All("p.totals a[href*='standing=']");
        counts.Count.ShouldBeGreaterThan(2);

        var sum = 0;
        foreach (var link in counts)
        {
            var rows = (await office.OpenAsync(link.GetAttribute("href")!)).All("tr[data-row]");
            var word = link.QuerySelector(".badge")!.TextContent;
            rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(link.TextContent[word.Length..].Trim(), word);
            rows.ShouldAllBe(r => r.QuerySelector("td .badge") != null);
            sum += rows.Count;
        }

        sum.ShouldBe(all);
    }

    [Fact]
    public async Task A_unit_that_owes_its_report_is_ticked_and_one_that_has_reported_cannot_be()
    {
        var office = await SignedIn.AsAsync(server, "ducha");

        var owing = await office.OpenAsync(Path + "&standing=not_reported");
        var done = await office.OpenAsync(Path + "&standing=accepted");

        var rows = owing.All("tr[data-row]");
        rows.ShouldNotBeEmpty();
        foreach (var row in rows)
            Offered(row);
        rows.ShouldContain(r => r.QuerySelector("input[name=pick][checked]") != null);
        rows.ShouldContain(r => Text(r, 3) == "填报人", "it is the reporter who has to do something");
        done.All("tr[data-row]").ShouldNotBeEmpty();
        done.All("tr[data-row] input[name=pick]").ShouldBeEmpty();
        done.All("tr[data-row]").ShouldAllBe(r => Text(r, 3) == "已办结");
        owing.One("form[action$='/remind'] fieldset.bulk button[type=submit]").TextContent.ShouldBe("催办选中的单位");
        owing.One("form[action$='/remind'] input[name=month]").GetAttribute("value").ShouldBe("2026-06");
    }

    [Theory]
    [InlineData("fushizhang")]
    [InlineData("jiaoyu")]
    public async Task Who_may_not_remind_sees_the_same_rows_and_no_button(string who)
    {
        var office = (await (await SignedIn.AsAsync(server, "ducha")).OpenAsync(Path)).All("tr[data-row]").Select(r => Text(r, 1).Split('\n')[0]).ToHashSet(StringComparer.Ordinal);
        var page = await (await SignedIn.AsAsync(server, who)).OpenAsync(Path);

        page.All("tr[data-row]").Count.ShouldBe(office.Count);
        page.All("input[name=pick], fieldset.bulk, form[action$='/remind']").ShouldBeEmpty();
        page.All("thead th").Count.ShouldBe(page.All("tr[data-row]")[0].Children.Length, "no empty column is left");
    }

    /// <summary>A tick where a reminder reaches somebody; else why not, and where to put it right.</summary>
    private static void Offered(IElement row)
    {
        var (tick, why) = (row.QuerySelector("input[name=pick]"), row.QuerySelector(".list-next a[href^='/admin/units/']"));
        (tick is not null || why is not null).ShouldBeTrue(row.TextContent);
        if (tick is not null && why is null)
            tick.HasAttribute("checked").ShouldBeTrue("who owes and can be reached is ticked at once");
        if (tick is not null && why is not null)
            tick.GetAttribute("value")!.ShouldContain(":", customMessage: "the unit above is told in its place, and only when somebody ticks it");
    }

    private static string Text(IElement row, int cell) => row.Children[cell].TextContent.Trim();
}
