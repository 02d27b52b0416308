using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Luoshi.Platform.Ui;

/// <summary>What a page must know about the person looking at it: language, theme, and where they are.</summary>
public sealed class UiContext(IHttpContextAccessor http, TimeProvider time)
{
    internal const string LanguageKey = "lang";
    internal const string ThemeKey = "theme";

    public Language Language => Choice(LanguageKey) == "en" ? Language.English : Language.Chinese;

    /// <summary>The value of the <c>lang</c> attribute.</summary>
    public string HtmlLanguage => Language == Language.English ? "en" : "zh-CN";

    /// <summary><c>light</c>, <c>dark</c>, or <c>auto</c> to follow the device.</summary>
    public string Theme => Choice(ThemeKey) is "light" or "dark" ? Choice(ThemeKey)! : "auto";

    public PathString Path => http.HttpContext?.Request.Path ?? PathString.Empty;

    public QueryString Query => http.HttpContext?.Request.QueryString ?? QueryString.Empty;

    /// <summary>True when htmx asks for a part of a page.</summary>
    public bool IsPartial => http.HttpContext?.Request.Headers.ContainsKey("HX-Request") ?? false;

    public System.Security.Claims.ClaimsPrincipal? User => http.HttpContext?.User;

    public string this[Words words] => words.In(Language);

    public string Say(Refusal refusal) => Language == Language.Chinese ? refusal.Chinese : refusal.English;

    public string Pick(string chinese, string english) => Language == Language.Chinese ? chinese : english;

    /// <summary>今天 15:20 / today 15:20, else the day and the time.</summary>
    public string Moment(DateTime utc)
    {
        var local = LocalTime.Told(utc, time);
        var today = LocalTime.Today(time);
        var clock = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        var day = DateOnly.FromDateTime(local);
        return day == today ? Pick($"今天 {clock}", $"today {clock}") : Day(day, today.Year) + " " + clock;
    }

    /// <summary>2026年6月30日 / 30 June 2026: for what is read long after.</summary>
    public string FullDay(DateTime utc)
    {
        var day = LocalTime.Day(utc, time);
        return Pick(day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
    }

    /// <summary>6月30日 / 30 Jun, with the year when it is another one.</summary>
    public string Day(DateOnly day) => Day(day, LocalTime.Today(time).Year);

    /// <summary>The same address with some query values replaced; a null value takes the key out.</summary>
    public string Here(params ReadOnlySpan<(string Key, string? Value)> changes) => Path + Link.Change(Query, changes);

    private string Day(DateOnly day, int thisYear)
    {
        if (Language == Language.Chinese)
            return day.ToString(day.Year == thisYear ? "M月d日" : "yyyy年M月d日", CultureInfo.InvariantCulture);
        return day.ToString(day.Year == thisYear ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
    }

    private string? Choice(string key)
    {
        var request = http.HttpContext?.Request;
        if (request is null)
            return null;
        return request.Query.TryGetValue(key, out var asked) ? asked.ToString() : request.Cookies[key];
    }
}
