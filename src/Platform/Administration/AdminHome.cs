using Luoshi.Platform.Identity;
using Luoshi.Platform.Jobs;
using Luoshi.Platform.Notices;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Platform.Administration;

/// <summary>A count that leads to its list.</summary>
public sealed record AdminCount(int Count, Words Of, string Href, bool Burns);

internal static class AdminHome
{
    public static IEndpointRouteBuilder MapAdminHome(this IEndpointRouteBuilder routes)
    {
        routes.MapPages("/admin").RequireAuthorization().MapGet("", async (AdminSight sight, LuoshiDb db, TimeProvider clock, CancellationToken cancellation) =>
            await sight.RefusedAsync(cancellation) is { } refusal
                ? AdminAnswers.Denied(refusal)
                : Page.Of<AdminPage>(new { Counts = await CountAsync(db, clock, cancellation) }));
        return routes;
    }

    private static async Task<IReadOnlyList<AdminCount>> CountAsync(LuoshiDb db, TimeProvider clock, CancellationToken cancellation)
    {
        var (today, now) = (LocalTime.Today(clock), clock.GetUtcNow().UtcDateTime);
        var held = db.Set<PostHolding>().Where(h => h.From <= today && (h.Until == null || h.Until >= today));
        var counts = new (int Count, Words Of, string Href, bool Burns)[]
        {
            (await db.Set<OrgUnit>().CountAsync(u => u.From <= today && (u.Until == null || u.Until >= today), cancellation), AdminTexts.UnitsCount, "/admin/units", false),
            (await db.Set<Post>().CountAsync(p => p.From <= today && (p.Until == null || p.Until >= today) && !held.Any(h => h.PostId == p.Id), cancellation), AdminTexts.VacantPosts, "/admin/units?vacant=on", true),
            (await db.Set<Account>().CountAsync(a => !a.IsDisabled, cancellation), AdminTexts.AccountsCount, "/admin/users", false),
            (await held.Select(h => h.PersonId).Distinct().CountAsync(p => !db.Set<Account>().Any(a => a.PersonId == p), cancellation), AdminTexts.WithoutAccount, "/admin/people?without=on", true),
            (await db.Set<Account>().CountAsync(a => a.LockedUntil != null && a.LockedUntil > now, cancellation), AdminTexts.LockedCount, "/admin/users?state=locked", true),
            (await db.Set<JobState>().CountAsync(j => j.Error != null, cancellation), AdminTexts.FailingJobs, "/admin/jobs", true),
            (await db.Set<OutgoingMessage>().CountAsync(m => m.FailedAt != null, cancellation), AdminTexts.FailedMessages, "/admin/jobs", true),
        };
        return [.. counts.Select(c => new AdminCount(c.Count, c.Of, c.Href, c.Burns && c.Count > 0))];
    }
}
