using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Luoshi.Web.Tests.Ui;

public sealed class ChartTests
{
    private static readonly string[] Months = ["1月", "2月", "3月"];

    [Fact]
    public async Task A_line_chart_starts_at_zero_and_repeats_its_numbers_in_a_table()
    {
        var chart = await DrawAsync<LineChart>(new()
        {
            ["Title"] = "城镇新增就业",
            ["Labels"] = Months,
            ["Lines"] = new ChartLine[] { new("实际", LineKind.Actual, [1m, 2.5m, 4m]), new("计划", LineKind.Planned, [1m, 2m, 3m]) },
        });

        chart.QuerySelectorAll("text.chart-tick").Select(tick => tick.TextContent).ShouldContain("0");
        chart.QuerySelectorAll("path.chart-line").Length.ShouldBe(2);
        chart.QuerySelectorAll("tbody tr")[0].TextContent.ShouldBe("实际12.54");
        chart.QuerySelectorAll("text.chart-label").Select(label => label.TextContent).ShouldBe(["实际", "计划"]);
    }

    [Fact]
    public async Task Names_of_lines_that_end_at_one_place_do_not_cover_each_other()
    {
        var chart = await DrawAsync<LineChart>(new()
        {
            ["Title"] = "就业",
            ["Labels"] = Months,
            ["Lines"] = new ChartLine[] { new("承诺", LineKind.Promise, [100m, 100m, 100m]), new("计划", LineKind.Planned, [30m, 60m, 100m]), new("实际", LineKind.Actual, [40m, null, null]) },
        });

        var labels = chart.QuerySelectorAll("text.chart-label").ToDictionary(l => l.TextContent, l => double.Parse(l.GetAttribute("y")!, System.Globalization.CultureInfo.InvariantCulture));
        Math.Abs(labels["承诺"] - labels["计划"]).ShouldBeGreaterThanOrEqualTo(24);
        labels["实际"].ShouldBeGreaterThan(labels["承诺"], "a line that ends elsewhere keeps its name beside it");
    }

    [Fact]
    public async Task A_missing_month_is_a_gap_and_not_a_zero()
    {
        var chart = await DrawAsync<LineChart>(new()
        {
            ["Title"] = "就业",
            ["Labels"] = Months,
            ["Lines"] = new ChartLine[] { new("实际", LineKind.Actual, [1m, null, 3m]) },
        });

        chart.QuerySelector("path.chart-line")!.GetAttribute("d")!.Count(c => c == 'M').ShouldBe(2);
    }

    [Fact]
    public async Task A_chart_without_any_number_is_still_drawn()
    {
        var chart = await DrawAsync<LineChart>(new() { ["Title"] = "就业", ["Labels"] = Months, ["Lines"] = new ChartLine[] { new("实际", LineKind.Actual, [null, null, null]) } });

        chart.QuerySelectorAll("text.chart-label").ShouldBeEmpty();
        chart.QuerySelectorAll("line.chart-grid").Length.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(304, "100", "32.9")]
    [InlineData(50, "50", "100")]
    [InlineData(0, "0", "100")]
    public async Task A_percentage_is_never_clamped(int percent, string length, string mark)
    {
        var bar = await DrawAsync<PercentBar>(new() { ["Value"] = (decimal)percent });

        bar.QuerySelector("rect.percent-fill")!.GetAttribute("width").ShouldBe(length);
        bar.QuerySelector("line.percent-mark")!.GetAttribute("x1").ShouldBe(mark);
        bar.QuerySelector(".percent-value")!.TextContent.ShouldBe($"{percent}%");
    }

    private static async Task<IElement> DrawAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<IHttpContextAccessor>(new HttpContextAccessor());
        services.AddSingleton(TimeProvider.System).AddScoped<UiContext>();
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return new HtmlParser().ParseDocument(html).Body!;
    }
}
