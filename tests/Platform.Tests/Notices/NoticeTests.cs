using System.Net;
using System.Net.Sockets;
using System.Text;
using Luoshi.Platform.Notices;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Tests.OrgUnits;
using Luoshi.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Tests.Notices;

public sealed class NoticeTests
{
    private static readonly Words Text = new("老旧小区改造：6 月报告后天截止", "Old estates: the June report is due in two days");

    [Theory, DatabaseData]
    public async Task A_person_sees_what_they_were_told_until_they_have_looked(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var person = await PersonAsync(city);

        await TellAsync(city, person);
        var board = city.Get<NoticeBoard>();

        (await board.UnreadAsync(person, TestContext.Current.CancellationToken)).ShouldBe(1);
        var notice = (await board.OfAsync(person, cancellation: TestContext.Current.CancellationToken)).Single();
        notice.Text.ShouldBe(Text);
        notice.Link.ShouldBe("/reports");
        await board.ReadAllAsync(person, TestContext.Current.CancellationToken);
        (await board.UnreadAsync(person, TestContext.Current.CancellationToken)).ShouldBe(0);
        (await city.Get<LuoshiDb>().Set<OutgoingMessage>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0, "neither mail nor webhook is set up");
    }

    [Theory, DatabaseData]
    public async Task A_change_that_is_not_saved_tells_nobody(DatabaseKind kind)
    {
        await using var city = await City.FoundAsync(kind);
        var person = await PersonAsync(city);

        await city.Get<NoticeBoard>().TellAsync([person], Text, "/reports", TestContext.Current.CancellationToken);

        await using var db = city.Database.Open();
        (await db.Set<Notice>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Theory, DatabaseData]
    public async Task The_webhook_is_called_once_with_a_signature_the_receiver_can_check(DatabaseKind kind)
    {
        using var receiver = new Receiver(HttpStatusCode.OK);
        await using var city = await CityAsync(kind, receiver);
        await TellAsync(city, await PersonAsync(city));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => city.Get<Outbox>().SendDueAsync(TestContext.Current.CancellationToken))));

        var call = receiver.Calls.Single();
        call.Body.ShouldContain("老旧小区改造");
        call.Signature.ShouldBe(WebhookSender.Sign("shared secret", call.Timestamp, call.Body));
        call.Signature.ShouldNotBe(WebhookSender.Sign("other", call.Timestamp, call.Body));
        (await city.Get<Outbox>().SendDueAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Theory, DatabaseData]
    public async Task A_receiver_that_is_down_is_asked_again_later_and_given_up_at_last(DatabaseKind kind)
    {
        using var receiver = new Receiver(HttpStatusCode.InternalServerError);
        await using var city = await CityAsync(kind, receiver);
        await TellAsync(city, await PersonAsync(city));

        for (var i = 0; i < Outbox.MostTries + 2; i++)
        {
            await city.Get<Outbox>().SendDueAsync(TestContext.Current.CancellationToken);
            (await city.Get<Outbox>().SendDueAsync(TestContext.Current.CancellationToken)).ShouldBe(0, "not twice in a row");
            city.Clock.Advance(TimeSpan.FromDays(1));
        }

        receiver.Calls.Count.ShouldBe(Outbox.MostTries);
        await using var db = city.Database.Open();
        var message = await db.Set<OutgoingMessage>().SingleAsync(TestContext.Current.CancellationToken);
        message.FailedAt.ShouldNotBeNull();
        message.Error!.ShouldContain("500");
    }

    [Theory, DatabaseData]
    public async Task A_mail_goes_out_in_chinese_with_the_whole_address(DatabaseKind kind)
    {
        using var post = new PostOffice();
        await using var city = await City.FoundAsync(kind, services => services.Configure<MailOptions>(mail =>
        {
            (mail.Host, mail.Port, mail.From, mail.PublicAddress) = ("127.0.0.1", post.Port, "luoshi@haiyue.example", "https://luoshi.example");
        }));
        await TellAsync(city, await PersonAsync(city));

        (await city.Get<Outbox>().SendDueAsync(TestContext.Current.CancellationToken)).ShouldBe(1);

        var letter = await post.Letter;
        letter.ShouldContain("To: yuewen@haiyue.example");
        Encoding.UTF8.GetString(Convert.FromBase64String(letter.Split("\r\n\r\n")[1].Replace("\r\n", "").TrimEnd('.'))).ShouldContain("https://luoshi.example/reports");
    }

    /// <summary>A section with a host and no sender made every mail fail until it was given up, and told nobody why.</summary>
    [Theory, DatabaseData]
    public async Task Without_a_senders_address_mail_waits_and_goes_out_once_there_is_one(DatabaseKind kind)
    {
        using var post = new PostOffice();
        using var receiver = new Receiver(HttpStatusCode.OK);
        await using var city = await City.FoundAsync(kind, services => services
            .Configure<MailOptions>(mail => (mail.Host, mail.Port, mail.From) = ("127.0.0.1", post.Port, ""))
            .Configure<WebhookOptions>(webhook => (webhook.Url, webhook.Secret) = (receiver.Url, "shared secret")));
        var settings = city.Get<Microsoft.Extensions.Options.IOptions<MailOptions>>().Value;
        settings.Problem.ShouldNotBeNull().Chinese.ShouldContain("settings.json 的 Mail");
        await TellAsync(city, await PersonAsync(city));

        for (var i = 0; i < Outbox.MostTries + 2; i++)
        {
            (await city.Get<Outbox>().SendDueAsync(TestContext.Current.CancellationToken)).ShouldBe(i == 0 ? 1 : 0, "the webhook alone, once");
            city.Clock.Advance(TimeSpan.FromDays(1));
        }

        receiver.Calls.Count.ShouldBe(1);
        settings.From = "luoshi@haiyue.example";
        settings.Problem.ShouldBeNull();
        (await city.Get<Outbox>().SendDueAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await post.Letter).ShouldContain("From: luoshi@haiyue.example");
        await using var db = city.Database.Open();
        (await db.Set<OutgoingMessage>().CountAsync(m => m.SentAt == null || m.Error != null, TestContext.Current.CancellationToken)).ShouldBe(0, "nothing was lost");
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData("smtp.example", "", true)]
    [InlineData("smtp.example", "落实系统", true)]
    [InlineData("smtp.example", "luoshi@haiyue.example", false)]
    [InlineData("smtp.example", "落实 <luoshi@haiyue.example>", false)]
    public void What_is_wrong_with_the_mail_settings_is_said_with_what_to_do(string host, string from, bool wrong)
    {
        var mail = new MailOptions { Host = host, From = from };

        (mail.Problem is not null, mail.CanSend).ShouldBe((wrong, host.Length > 0 && !wrong));
        if (wrong)
            mail.Problem.ToString()!.ShouldContain("luoshi@example.gov.cn", customMessage: "an example of what belongs there");
    }

    private static Task<City> CityAsync(DatabaseKind kind, Receiver receiver) => City.FoundAsync(kind, services => services
        .Configure<WebhookOptions>(webhook => (webhook.Url, webhook.Secret) = (receiver.Url, "shared secret")));

    private static async Task<Guid> PersonAsync(City city) =>
        City.Ok(await city.Get<PostRegister>().AddPersonAsync("岳文", phone: null, "yuewen@haiyue.example", City.Admin, TestContext.Current.CancellationToken));

    private static async Task TellAsync(City city, Guid person)
    {
        await city.Get<NoticeBoard>().TellAsync([person], Text, "/reports", TestContext.Current.CancellationToken);
        await city.Get<LuoshiDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>An address that answers every call with one status and remembers it.</summary>
    private sealed class Receiver : IDisposable
    {
        private readonly HttpListener listener = new();

        public Receiver(HttpStatusCode answer)
        {
            Url = $"http://127.0.0.1:{FreePort()}/hook/";
            listener.Prefixes.Add(Url);
            listener.Start();
            _ = Task.Run(async () =>
            {
                while (listener.IsListening)
                {
                    var context = await listener.GetContextAsync();
                    using var reader = new StreamReader(context.Request.InputStream);
                    var body = await reader.ReadToEndAsync();
                    lock (Calls)
                        Calls.Add((body, context.Request.Headers["X-Luoshi-Timestamp"]!, context.Request.Headers["X-Luoshi-Signature"]!));
                    context.Response.StatusCode = (int)answer;
                    context.Response.Close();
                }
            });
        }

        public string Url { get; }

        public List<(string Body, string Timestamp, string Signature)> Calls { get; } = [];

        public void Dispose() => listener.Close();

        private static int FreePort()
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
    }

    /// <summary>A mail server that takes one letter.</summary>
    private sealed class PostOffice : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public PostOffice()
        {
            listener.Start();
            Letter = Task.Run(TakeAsync);
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public Task<string> Letter { get; }

        public void Dispose() => listener.Stop();

        private async Task<string> TakeAsync()
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(client.GetStream());
            await using var writer = new StreamWriter(client.GetStream()) { AutoFlush = true, NewLine = "\r\n" };
            await writer.WriteLineAsync("220 test");
            var letter = new StringBuilder();
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line != "DATA")
                {
                    await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 ok");
                    continue;
                }

                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } text && text != ".")
                    letter.Append(text).Append("\r\n");
                await writer.WriteLineAsync("250 taken");
                return letter.ToString();
            }

            return letter.ToString();
        }
    }
}
