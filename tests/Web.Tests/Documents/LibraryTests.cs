using System.Net;
using System.Text;

namespace Luoshi.Web.Tests.Documents;

public sealed class LibraryTests(RunningServer server)
{
    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A text no other test sends: the same bytes would be the same document.</summary>
    private static string Unique(string sentence) => $"海岳市民生实事办理情况 {Guid.NewGuid():N}\n{sentence}\n";

    [Fact]
    public async Task A_file_is_read_and_gets_a_permanent_address()
    {
        using var visitor = new Visitor(server);

        var reading = await visitor.UploadAsync(("上半年情况.txt", Bytes(Unique("1.新增养老床位1200张，占年计划的60%。"))));

        reading.Status.ShouldBe(HttpStatusCode.OK);
        reading.Address.AbsolutePath.ShouldMatch("^/documents/[0-9a-f-]{36}$");
        reading.Text(".fig").ShouldContain("1200张");
        (await visitor.OpenAsync(reading.Address.AbsolutePath)).Title.ShouldBe(reading.Title);
    }

    [Fact]
    public async Task The_same_bytes_twice_are_one_document()
    {
        using var visitor = new Visitor(server);
        var content = Bytes(Unique("今年计划新建公园12处。"));

        var first = await visitor.UploadAsync(("甲.txt", content));
        var second = await visitor.UploadAsync(("乙.txt", content));

        second.Address.AbsolutePath.ShouldBe(first.Address.AbsolutePath);
    }

    [Fact]
    public async Task Several_files_each_get_an_answer()
    {
        using var visitor = new Visitor(server);

        var page = await visitor.UploadAsync(("好.txt", Bytes(Unique("改造老旧小区20个。"))), ("空.txt", []));

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.All(".upload-lines li").Count.ShouldBe(2);
        page.Text(".upload-lines").ShouldContain("文件是空的");
        page.One(".upload-lines a").GetAttribute("href").ShouldNotBeNull().ShouldStartWith("/documents/");
    }

    [Fact]
    public async Task Sending_no_file_says_what_to_do()
    {
        using var visitor = new Visitor(server);

        var page = await visitor.UploadAsync();

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text(".field-error").ShouldContain("没有选择文件");
    }

    [Fact]
    public async Task Pasted_text_is_read()
    {
        using var visitor = new Visitor(server);
        var page = await visitor.OpenAsync("/documents");

        var reading = await visitor.SubmitAsync(page, "form[action='/documents/paste']", ("text", Unique("发放补贴3.5亿元。")), ("title", "粘贴试读"));

        reading.Text(".fig").ShouldContain("3.5亿元");
        reading.Text("dl.facts").ShouldContain("粘贴试读.txt");
    }

    [Fact]
    public async Task What_was_typed_survives_a_refusal()
    {
        using var visitor = new Visitor(server);
        var page = await visitor.OpenAsync("/documents");

        var refused = await visitor.SubmitAsync(page, "form[action='/documents/paste']", ("text", "   "), ("title", "写了一半"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.One("input[name=title]").GetAttribute("value").ShouldBe("写了一半");
        refused.Text(".field-error").ShouldContain("没有文字");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var visitor = new Visitor(server);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Bytes("新增就业1人。")), "files", "x.txt" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/documents") { Content = form };

        var page = await Seen.OfAsync(await visitor.SendAsync(request));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Title.ShouldBe("页面已过期");
    }

    [Fact]
    public async Task A_form_that_breaks_off_is_refused_and_no_fault()
    {
        using var visitor = new Visitor(server);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/documents") { Content = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nabc"u8.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");

        (await Seen.OfAsync(await visitor.SendAsync(request))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData(@"C:\报告\清单.txt", "清单.txt")]
    public async Task A_path_in_a_file_name_is_cut_off(string sent, string shown)
    {
        using var visitor = new Visitor(server);

        var reading = await visitor.UploadAsync((sent, Bytes(Unique("新建学校3所。"))));

        reading.Text("dl.facts").ShouldContain(shown);
        reading.Text("dl.facts").ShouldNotContain("..");
    }

    [Fact]
    public async Task Search_takes_its_words_as_they_are()
    {
        using var visitor = new Visitor(server);

        var found = await visitor.OpenAsync("/documents?q=" + Uri.EscapeDataString("民生实事清单"));
        var wildcard = await visitor.OpenAsync("/documents?q=" + Uri.EscapeDataString("%_%"));

        found.Text("table.library").ShouldContain("海岳市2026年民生实事清单");
        wildcard.Text(".empty").ShouldContain("没有符合的文件");
    }

    [Fact]
    public async Task The_list_says_how_many_conflicts_a_document_has()
    {
        using var visitor = new Visitor(server);

        var page = await visitor.OpenAsync("/documents?q=" + Uri.EscapeDataString("成绩单"));

        page.Text("table.library .badge").ShouldContain("处不符");
    }
}
