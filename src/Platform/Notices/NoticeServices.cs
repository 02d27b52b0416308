using Luoshi.Platform.Identity.Sessions;
using Luoshi.Platform.Jobs;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.Notices;

internal static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddHttpClient(WebhookSender.Client, client => client.Timeout = TimeSpan.FromSeconds(20))
            // A redirect would take the signed body to an address nobody set.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return services
            .AddScoped<NoticeBoard>()
            .AddSingleton<MailSender>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<Outbox>()
            .AddJob<OutboxJob>("platform.outbox", JobTime.Every(TimeSpan.FromMinutes(1)), new Words("发送邮件和接口通知", "Send mail and webhook messages"));
    }

    public static IEndpointRouteBuilder MapNotices(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/notices").RequireAuthorization();
        pages.MapGet("", async (CurrentUser user, NoticeBoard board, CancellationToken cancellation) =>
            Page.Of<NoticesPage>(new { Notices = await board.OfAsync(user.PersonId!.Value, cancellation: cancellation) }));
        pages.MapPost("/read", async (CurrentUser user, NoticeBoard board, CancellationToken cancellation) =>
        {
            await board.ReadAllAsync(user.PersonId!.Value, cancellation);
            return Results.Redirect("/notices");
        });
        return routes;
    }

    private sealed class OutboxJob(Outbox outbox) : Job
    {
        public override async Task RunAsync(DateTime due, CancellationToken cancellation)
        {
            while (await outbox.SendDueAsync(cancellation) > 0)
            {
                // More may have come meanwhile, or the first batch was full.
            }
        }
    }
}
