using Luoshi.Platform.Administration;
using Luoshi.Platform.Notices;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Luoshi.Platform.Jobs.Pages;

public sealed record JobLine(string Name, Words Title, Words Often, DateTime? FinishedAt, DateTime Next, string? Node, bool Running, int Failures, string? Error, DateTime? FailedAt);

/// <param name="GivenUp">After the last try; an administrator may start it anew.</param>
public sealed record FailedMessage(Guid Id, bool IsMail, string Address, string Subject, int Tries, string? Error, bool GivenUp);

public sealed record JobsView(IReadOnlyList<JobLine> Jobs, IReadOnlyList<FailedMessage> Failed, int Waiting, int Sent, bool SendsAnything, bool MayChange, Words? MailProblem);

/// <summary>What runs by the clock, and what did not go out.</summary>
internal static class JobRoutes
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPages("/admin/jobs").RequireAuthorization();
        pages.MapGet("", async (AdminSight sight, JobViews views, CancellationToken cancellation) =>
            await sight.RefusedAsync(cancellation) is { } refusal ? AdminAnswers.Denied(refusal) : Page.Of<JobsPage>(new { View = await views.OfAsync(Most, cancellation) }));
        pages.MapPost("/messages/{id:guid}/again", AgainAsync);
    }

    private static async Task<IResult> AgainAsync(Guid id, AdminDoor door, LuoshiDb db, TimeProvider clock, CancellationToken cancellation)
    {
        if ((await door.OverAllAsync(cancellation)).Refusal is { } refusal)
            return AdminAnswers.Denied(refusal);
        var now = clock.GetUtcNow().UtcDateTime;
        var begun = await db.Set<OutgoingMessage>().Where(m => m.Id == id && m.SentAt == null && m.FailedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.FailedAt, (DateTime?)null).SetProperty(m => m.Tries, 0).SetProperty(m => m.NextTry, now), cancellation);
        return begun == 1 ? Results.Redirect("/admin/jobs") : Page.NotFound();
    }
}

internal sealed class JobViews(LuoshiDb db, IEnumerable<JobEntry> timetable, AdminDoor door, IOptions<MailOptions> mail, IOptions<WebhookOptions> webhook, TimeProvider clock)
{
    public async Task<JobsView> OfAsync(int most, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var states = await db.Set<JobState>().AsNoTracking().ToDictionaryAsync(j => j.Name, StringComparer.Ordinal, cancellation);
        var failed = await db.Set<OutgoingMessage>().AsNoTracking().Where(m => m.SentAt == null && m.Error != null).OrderByDescending(m => m.Id).Take(most).ToListAsync(cancellation);
        return new JobsView(
            [.. timetable.Select(entry => Line(entry, states.GetValueOrDefault(entry.Name), now))],
            failed.ConvertAll(m => new FailedMessage(m.Id, m.Channel == Channel.Mail, m.Address, m.Subject, m.Tries, m.Error, m.FailedAt is not null)),
            await db.Set<OutgoingMessage>().CountAsync(m => m.SentAt == null && m.FailedAt == null, cancellation),
            await db.Set<OutgoingMessage>().CountAsync(m => m.SentAt != null, cancellation),
            mail.Value.IsWanted || webhook.Value.IsOn,
            (await door.OverAllAsync(cancellation)).IsOk,
            mail.Value.Problem);
    }

    private static JobLine Line(JobEntry entry, JobState? state, DateTime now)
    {
        var running = state is { Error: null } && state.LeaseUntil > now;
        // A failed job keeps its lease as the pause before its next try.
        var next = state is { Error: not null, LeaseUntil: { } retry } && retry > now ? retry : entry.Time.NextDue(now);
        return new JobLine(entry.Name, entry.Title, entry.Time.Told, state?.FinishedAt, next, state?.Node?.Split('/')[0], running, state?.Failures ?? 0, state?.Error, state?.FailedAt);
    }
}
