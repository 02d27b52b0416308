using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Assessments.Rating;
using Luoshi.Ledger.Lists;
using Luoshi.Ledger.ReportCards.Publishing;
using Luoshi.Platform.Access;
using Luoshi.Platform.Attachments;
using Luoshi.Platform.Identity.Accounts;
using Luoshi.Platform.Journal;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Ledger.Demo.Contracts;

/// <summary>Somebody who can sign in to the demonstration.</summary>
/// <param name="Short">How a button calls them.</param>
public sealed record DemoSignIn(string UserName, string Password, string Post, Words Short, Role Role);

/// <summary>Two years of the fictional city's ledger: promises, monthly reports, figures and ratings, the same at every making.</summary>
public static class DemoLedger
{
    private const int Years = 2;

    /// <summary>The last month with reports; some of them are still on their way.</summary>
    private static readonly Period Now = Period.OfMonth(2026, 6);

    /// <summary>The demonstration's working day: June's reports are due today, and three bureaus have not sent theirs.</summary>
    public static DateOnly Today { get; } = new(2026, 6, 22);

    /// <summary>Who a visitor of the demonstration can be.</summary>
    public static IReadOnlyList<DemoSignIn> SignIns => DemoPeople.SignIns;

    /// <summary>Fills an empty ledger; one that has a list is left as it is.</summary>
    public static async Task FillAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LuoshiDb>();
        if (await db.Set<PromiseList>().AnyAsync(cancellation))
            return;
        var from = scope.ServiceProvider;
        var people = new DemoPeople(from.GetRequiredService<UnitRegister>(), from.GetRequiredService<PostRegister>(), from.GetRequiredService<RoleBindings>(), from.GetRequiredService<AccountRegister>());
        await people.MakeAsync(cancellation);
        for (var year = Now.Year - Years + 1; year <= Now.Year; year++)
        {
            db.ChangeTracker.Clear();
            await new DemoYear(db, people, new DemoProof(db, from.GetRequiredService<AttachmentStore>(), people), year, Now).MakeAsync(cancellation);
        }

        await RateAsync(services, cancellation);
        db.ChangeTracker.Clear();
        await new DemoCards(db, people, from.GetRequiredService<WriteCard>(), from.GetRequiredService<LocalRules>()).MakeAsync(Now, cancellation);
    }

    private static async Task RateAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var rules = scope.ServiceProvider.GetRequiredService<LocalRules>();
        var assess = scope.ServiceProvider.GetRequiredService<AssessPeriod>();
        for (var period = Period.OfMonth(Now.Year - Years + 1, 1); period <= Now; period = Period.OfMonth(period.LastDay.AddDays(1).Year, period.LastDay.AddDays(1).Month))
            await assess.AllAsync(period, reportsDue: period < Now, list => rules.Of(list, period.LastDay), Actor.System("每月评定"), cancellation);
    }
}
