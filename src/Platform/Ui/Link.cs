using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Luoshi.Platform.Ui;

/// <summary>Addresses whose query strings carry the state of a page: filters, sort, page, chosen row.</summary>
public static class Link
{
    /// <summary>The query with some keys replaced (null takes a key out). The one-time keys for language and theme are dropped.</summary>
    public static string Change(QueryString query, params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var values = QueryHelpers.ParseQuery(query.Value);
        values.Remove(UiContext.LanguageKey);
        values.Remove(UiContext.ThemeKey);
        foreach (var (key, value) in changes)
        {
            values.Remove(key);
            if (!string.IsNullOrEmpty(value))
                values[key] = value;
        }

        return QueryString.Create(values).ToUriComponent();
    }

    /// <summary>A path on this installation that is safe to send a browser back to; anything else becomes <paramref name="fallback"/>.</summary>
    public static string Local(string? target, string fallback = "/") =>
        target is ['/', not ('/' or '\\'), ..] or "/" && !target.AsSpan().ContainsAny('\r', '\n') ? target : fallback;
}
