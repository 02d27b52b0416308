using System.Text;
using AngleSharp.Html.Parser;
using Luoshi.Reading.Documents;
using Luoshi.Reading.Exports;
using Luoshi.Reading.Exports.Html;

namespace Luoshi.Reading.Tests.Exports;

public sealed class ReadingHtmlTests
{
    private const string Card = "海岳市2026年民生实事上半年成绩单\n第一件：建成口袋公园30个。\n1. 建成口袋公园18个，占年计划的90%。\n";

    [Fact]
    public void The_text_of_the_page_is_the_text_of_the_document()
    {
        using var page = new HtmlParser().ParseDocument(Page(Card));
        string.Concat(page.QuerySelectorAll("#text p[data-line]").Select(line => line.TextContent + "\n")).TrimEnd('\n').ShouldBe(Card.TrimEnd('\n'));
    }

    [Fact]
    public void A_lost_character_stays_as_printed_with_what_it_was_read_as()
    {
        const string Text = "2026年新建口袋公园，年度目?30个，途经临?县。\n";
        using var page = new HtmlParser().ParseDocument(Page(Text));
        page.QuerySelector("#text p[data-line]").ShouldNotBeNull().TextContent.ShouldBe(Text.TrimEnd('\n'));
        page.QuerySelectorAll("#text del").Select(loss => loss.GetAttribute("data-read")).ShouldBe(["标", null]);
        page.QuerySelector("#text del").ShouldNotBeNull().GetAttribute("title").ShouldBe("缺一字，按上下文读作“标”");
        page.QuerySelector("header .losses").ShouldNotBeNull().TextContent.ShouldContain("2 处");
    }

    [Fact]
    public void Every_row_of_the_tables_leads_to_a_mark_in_the_text()
    {
        using var page = new HtmlParser().ParseDocument(Page(Card));
        var links = page.QuerySelectorAll("#tables a").Select(link => link.GetAttribute("href")!).ToList();
        links.ShouldNotBeEmpty();
        links.ShouldAllBe(link => page.QuerySelector(link) != null);
    }

    [Fact]
    public void A_conflict_is_explained_under_its_line()
    {
        using var page = new HtmlParser().ParseDocument(Page(Card));
        var note = page.QuerySelector("p.note").ShouldNotBeNull();
        note.PreviousElementSibling!.Id.ShouldBe("L3");
        note.TextContent.ShouldContain("60.0%");
    }

    [Fact]
    public void Markup_in_a_document_stays_text()
    {
        using var page = new HtmlParser().ParseDocument(Page("<script>alert(1)</script><img src=x onerror=y>新建公园3个。\n\"'&amp;\0\u000c"));
        page.QuerySelectorAll("script").Length.ShouldBe(1);
        page.QuerySelectorAll("img").ShouldBeEmpty();
        page.QuerySelector("#L1")!.TextContent.ShouldStartWith("<script>alert(1)</script>");
    }

    private static string Page(string text)
    {
        var reading = LuoshiReader.Read(new SourceDocument("x.txt", DocumentFormat.Text, "utf-8", text, []));
        using var stream = new MemoryStream();
        ReadingHtml.Write(stream, reading, LuoshiReader.Audit([reading])[0], ExportLanguage.Chinese);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
