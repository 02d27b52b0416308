using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Luoshi.Platform.Identity.SingleSignOn;

/// <summary>The sign-on services that are set up: each has its button on the sign-in page and its own subjects.</summary>
public sealed partial record ExternalProviders(IReadOnlyList<ExternalSignInOptions> All)
{
    // Parts of addresses behind /sign-in/external/.
    private static readonly string[] Taken = ["done", "callback"];

    public bool IsOn => All.Count > 0;

    public ExternalSignInOptions? Find(string code) => All.FirstOrDefault(p => p.Code == code);

    /// <summary>The section is a list of services, or one by itself, as it was before there could be several.</summary>
    /// <exception cref="InvalidOperationException">Two services have one code, or a code is no word of an address.</exception>
    public static ExternalProviders From(IConfigurationSection section)
    {
        var one = section[nameof(ExternalSignInOptions.ClientId)] is not null;
        var all = (one ? [section] : section.GetChildren()).Select(s => s.Get<ExternalSignInOptions>()).OfType<ExternalSignInOptions>().Where(p => p.IsOn).ToList();
        if (all.Find(p => !Code().IsMatch(p.Code) || Taken.Contains(p.Code)) is { } odd)
            throw new InvalidOperationException($"{ExternalSignInOptions.Section}: the Code \"{odd.Code}\" of a service must be 1 to {ExternalLink.MaxProvider} small letters, digits and dashes, and none of {string.Join(", ", Taken)}.");
        if (all.CountBy(p => p.Code, StringComparer.Ordinal).FirstOrDefault(p => p.Value > 1).Key is { } twice)
            throw new InvalidOperationException($"{ExternalSignInOptions.Section}: two services have the Code \"{twice}\"; people are linked by it, so each needs its own.");
        return new ExternalProviders(all);
    }

    [GeneratedRegex("^[a-z0-9-]{1,30}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Code();
}
