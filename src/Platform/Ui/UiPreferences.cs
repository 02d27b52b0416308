using Microsoft.AspNetCore.Http;

namespace Luoshi.Platform.Ui;

/// <summary>Remembers a language or theme asked for in the address (<c>?lang=en</c>, <c>?theme=dark</c>) in a cookie.</summary>
internal sealed class UiPreferences(RequestDelegate next)
{
    private static readonly CookieOptions Kept = new()
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
    };

    public Task InvokeAsync(HttpContext context)
    {
        Remember(context, UiContext.LanguageKey, "zh", "en");
        Remember(context, UiContext.ThemeKey, "auto", "light", "dark");
        return next(context);
    }

    private static void Remember(HttpContext context, string key, params ReadOnlySpan<string> allowed)
    {
        if (context.Request.Query.TryGetValue(key, out var asked) && allowed.Contains(asked.ToString()))
            context.Response.Cookies.Append(key, asked.ToString(), Kept);
    }
}
