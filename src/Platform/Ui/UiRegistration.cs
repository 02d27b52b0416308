using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Luoshi.Platform.Ui;

public static class UiRegistration
{
    /// <summary>Server-rendered pages, languages, the shell and its navigation.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "luoshi-form";
            options.Cookie.HttpOnly = true;
            options.HeaderName = "X-Form-Token";
        });
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<UiContext>();
        // The default encoder would write every Chinese character as a numeric entity.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services;
    }

    /// <summary>A link in the staff shell's navigation.</summary>
    public static IServiceCollection AddNavItem(this IServiceCollection services, NavItem item) => services.AddSingleton(item);

    /// <summary>A component in a slot of the staff shell, such as the account menu.</summary>
    public static IServiceCollection AddShellPart<TComponent>(this IServiceCollection services, ShellSlot slot)
        where TComponent : Microsoft.AspNetCore.Components.IComponent =>
        services.AddSingleton(new ShellPart(slot, typeof(TComponent)));

    public static IApplicationBuilder UseUi(this IApplicationBuilder app) => app.UseMiddleware<UiPreferences>();
}
