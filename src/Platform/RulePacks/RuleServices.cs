using Luoshi.Kernel.Places;
using Luoshi.Platform.Calendars;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Luoshi.Platform.RulePacks;

internal static class RuleServices
{
    internal static IServiceCollection AddRules(this IServiceCollection services) => services
        .AddSingleton(provider => CalendarFile.Load(provider.GetRequiredService<StorageOptions>().DataFolder))
        .AddSingleton<DivisionNames>()
        .AddSingleton(provider => RulePackLibrary.Load(provider.GetRequiredService<StorageOptions>().DataFolder).Value)
        .AddSingleton<RuleEditions>()
        .AddHostedService(provider => provider.GetRequiredService<RuleEditions>());

    /// <summary>The rules are public: whoever is judged by them, or reads the judgement, may read them.</summary>
    internal static IEndpointRouteBuilder MapRules(this IEndpointRouteBuilder routes)
    {
        routes.MapPages("/rules").AllowAnonymous().MapGet("", Show);
        return routes;
    }

    private static async Task<IResult> Show(RulePackLibrary library, DivisionNames names, UiContext ui, TimeProvider clock, LuoshiDb db, string? division, string? version, CancellationToken cancellation)
    {
        // Without a division, or with one that is none, the rules of the whole country are shown.
        var place = DivisionCode.TryParse(division, out var asked) ? asked : default;
        var pack = version is null ? library.InForce(place, LocalTime.Today(clock)) : library.Find(version);
        if (pack is null)
            return Page.NotFound();
        var named = pack.Division == default ? ui[RuleTexts.WholeCountry] : $"{names.FullName(pack.Division)} {pack.Division}";
        var edition = await db.Set<RuleEdition>().Where(e => e.Version == pack.Version).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancellation);
        return Page.Of<RulesPage>(new { Pack = pack, Place = named, Edition = edition, Others = library.All.Where(other => other.Version != pack.Version).ToList() });
    }
}
