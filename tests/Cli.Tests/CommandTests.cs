using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Luoshi.Cli.Tests;

/// <summary>The command line as other programs see it: files, standard output, exit codes.</summary>
public sealed class CommandTests : IDisposable
{
    private const string Honest = "海岳市2026年民生实事上半年成绩单\n2026年7月15日\n第一件：建成口袋公园30个。\n1. 建成口袋公园18个，占年计划的60%。\n";
    private const string Wrong = "海岳市2026年民生实事上半年成绩单\n2026年7月15日\n第一件：建成口袋公园30个。\n1. 建成口袋公园18个，占年计划的90%。\n";

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Read_writes_one_line_of_json_a_figure_with_its_place()
    {
        var document = folder.WriteText("card.txt", Honest);
        var run = LuoshiProcess.Run("read", document, "--format", "jsonl", "--out", folder.At("out"));
        run.Code.ShouldBe(0, run.Errors);
        var figures = Json(folder.At("out/card.jsonl"));
        var percent = figures.Single(figure => figure.GetProperty("text").GetString() == "60%");
        percent.GetProperty("line").GetInt32().ShouldBe(4);
        percent.GetProperty("value").GetDecimal().ShouldBe(60m);
        percent.GetProperty("measure").GetString().ShouldBe("of_plan");
        percent.GetProperty("stance").GetString().ShouldBe("done");
        var line = Honest.Split('\n')[3];
        line[percent.GetProperty("start").GetInt32()..percent.GetProperty("end").GetInt32()].ShouldBe("60%");
        folder.Files().Where(file => file.StartsWith("out", StringComparison.Ordinal)).ShouldBe([Path.Combine("out", "card.jsonl")]);
    }

    [Fact]
    public void An_audit_that_finds_nothing_wrong_ends_with_0() => LuoshiProcess.Run("audit", folder.WriteText("card.txt", Honest)).Code.ShouldBe(0);

    [Fact]
    public void An_audit_that_finds_a_conflict_ends_with_1_and_says_what_would_be_right()
    {
        var run = LuoshiProcess.Run("audit", folder.WriteText("card.txt", Wrong));
        run.Code.ShouldBe(1, run.Errors);
        run.Output.ShouldContain("不符");
        run.Output.ShouldContain("60.0%");
    }

    [Fact]
    public void Interrupted_half_way_it_leaves_whole_files_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Ctrl-C reaches another process by a signal, which Windows has not.");
        var text = string.Concat(Enumerable.Repeat(Honest, 200));
        for (var i = 0; i < 400; i++)
            folder.WriteText($"in/{i}.txt", text);
        var output = folder.At("out");
        var code = LuoshiProcess.Interrupt(
            () => Directory.Exists(output) && Directory.EnumerateFiles(output, "*.xlsx").Any(),
            "read", folder.At("in"), "--format", "xlsx", "--out", output);
        code.ShouldBe(130);
        var files = Directory.GetFiles(output);
        files.Length.ShouldBeInRange(1, 399);
        files.ShouldAllBe(file => !file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh", "一次性密码", "已备份到", "的备份完好", "0 处异常")]
    [InlineData("en", "it must be changed", "Backed up to", "is whole", "0 fault(s)")]
    public void Upkeep_answers_in_the_language_asked_for_and_in_no_other(string language, params string[] expected)
    {
        string[] data = ["--data", folder.At("data"), "--lang", language];
        var backup = folder.At("backup.zip");
        string[][] commands = [["user", "create", "admin"], ["backup", backup], ["restore", backup, "--check"], ["journal", "verify"]];
        foreach (var (command, words) in commands.Zip(expected))
        {
            var run = LuoshiProcess.Run([.. command, .. data]);
            run.Code.ShouldBe(0, run.Errors);
            run.Output.ShouldContain(words);
            run.Output.Trim().Split('\n').Length.ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("zh", "缺少", "密钥已更换")]
    [InlineData("en", "is missing", "The keys are new")]
    public void Lost_keys_are_renewed_and_only_then_the_server_opens_again(string language, string missing, string renewed)
    {
        string[] data = ["--data", folder.At("data"), "--lang", language];
        LuoshiProcess.Run(["user", "create", "admin", .. data]).Code.ShouldBe(0);
        Serve(data).ShouldBe(0);
        File.Delete(folder.At("data/protection.key"));

        var refused = LuoshiProcess.Run(["serve", "--urls", "http://127.0.0.1:0", .. data]);
        refused.Code.ShouldBe(2);
        refused.Errors.ShouldContain(missing);
        refused.Errors.ShouldContain("luoshi keys renew");
        var run = LuoshiProcess.Run(["keys", "renew", .. data]);
        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain(renewed);
        run.Output.Trim().Split('\n').Length.ShouldBe(1);
        Serve(data).ShouldBe(0);
        LuoshiProcess.Run(["journal", "verify", .. data]).Code.ShouldBe(0);
    }

    /// <summary>Until the first page was answered, then Ctrl-C.</summary>
    private static int Serve(string[] data)
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        var url = new Uri($"http://{port.LocalEndpoint}");
        port.Stop();
        using var client = new HttpClient();
        return LuoshiProcess.Interrupt(Answers, ["serve", "--urls", url.ToString(), .. data]);

        bool Answers()
        {
            try
            {
                using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(url, "/sign-in"));
                using var answer = client.Send(asked);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    [Fact]
    public void Rows_of_the_card_and_figures_are_files_of_their_own()
    {
        var run = LuoshiProcess.Run("audit", folder.WriteText("card.txt", Wrong), "--format", "jsonl", "--out", folder.At("out"));
        run.Code.ShouldBe(1, run.Errors);
        var row = Json(folder.At("out/card.rows.jsonl")).ShouldHaveSingleItem();
        row.GetProperty("verdict").GetString().ShouldBe("inconsistent");
        row.GetProperty("actual").GetDecimal().ShouldBe(18m);
        row.GetProperty("plan").GetDecimal().ShouldBe(30m);
        row.GetProperty("percent").GetDecimal().ShouldBe(90m);
        File.Exists(folder.At("out/card.jsonl")).ShouldBeTrue();
    }

    [Fact]
    public void One_file_that_cannot_be_read_is_told_and_the_others_are_written()
    {
        folder.WriteText("in/good.txt", Honest);
        File.WriteAllBytes(folder.At("in/broken.docx"), [0x50, 0x4B, 3, 4, 0, 0, 1, 2, 3]);
        var run = LuoshiProcess.Run("read", folder.At("in"), "--format", "jsonl", "--out", folder.At("out"));
        run.Code.ShouldBe(2);
        run.Errors.ShouldContain("broken.docx");
        folder.Files().Where(file => file.StartsWith("out", StringComparison.Ordinal)).ShouldBe([Path.Combine("out", "good.jsonl")]);
    }

    [Fact]
    public void A_dash_reads_standard_input()
    {
        var run = LuoshiProcess.Feed(Honest, "read", "-", "--format", "csv");
        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("口袋公园");
        run.Output.ShouldContain("30个");
    }

    [Fact]
    public void Several_documents_in_one_stream_name_themselves()
    {
        var run = LuoshiProcess.Run("read", folder.WriteText("a.txt", Honest), folder.WriteText("b.txt", Wrong), "--format", "jsonl");
        var names = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("document").GetString());
        names.Distinct().ShouldBe(["a.txt", "b.txt"]);
    }

    [Fact]
    public void Results_never_replace_what_is_read()
    {
        var table = folder.WriteText("table.csv", "项目,数量\n公园,3\n");
        var run = LuoshiProcess.Run("read", table, "--format", "csv", "--out", folder.Path);
        run.Code.ShouldBe(2);
        File.ReadAllText(table).ShouldStartWith("项目");
    }

    [Theory]
    [InlineData("没有这个文件", "read", "nowhere.txt")]
    [InlineData("no such file", "read", "nowhere.txt", "--lang", "en")]
    [InlineData("xml", "read", "x", "--format", "xml")]
    [InlineData("PATH", "audit")]
    public void A_wrong_command_line_ends_with_2_and_says_why(string told, params string[] args)
    {
        var run = LuoshiProcess.Run(args);
        run.Code.ShouldBe(2);
        (run.Errors + run.Output).ShouldContain(told);
    }

    [Fact]
    public void The_page_holds_the_text_the_table_and_no_address_to_fetch_from()
    {
        LuoshiProcess.Run("audit", folder.WriteText("card.txt", Wrong), "--format", "html", "--out", folder.At("out")).Code.ShouldBe(1);
        var page = File.ReadAllText(folder.At("out/card.html"));
        page.ShouldContain("18个</mark>");
        page.ShouldContain("class=\"conflict\"");
        page.ShouldNotContain("://");
        page.ShouldNotContain(" src=");
    }

    public void Dispose() => folder.Dispose();

    private static List<JsonElement> Json(string path) => [.. File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement)];
}
