namespace Luoshi.Platform.Identity.SingleSignOn;

/// <summary>
/// The section <c>SingleSignOn</c> of settings.json: any service with the OAuth 2.0 / OpenID Connect code flow and a user-information
/// address. The identity token is not read: what counts is fetched from the service itself over TLS with the access token.
/// </summary>
public sealed record ExternalSignInOptions
{
    public const string Section = "SingleSignOn";

    /// <summary>The code of a service nobody gave another one.</summary>
    public const string DefaultCode = "default";

    /// <summary>Short and for good: people are linked by it.</summary>
    public string Code { get; init; } = DefaultCode;

    /// <summary>What its button says; empty for the usual words.</summary>
    public string Name { get; init; } = "";

    public string EnglishName { get; init; } = "";

    public Words Label => Name.Length == 0 ? IdentityTexts.ExternalSignIn : new Words(Name, EnglishName.Length > 0 ? EnglishName : Name);

    /// <summary>Where the service sends people back to, to be registered there.</summary>
    public string CallbackPath => Code == DefaultCode ? "/sign-in/external/callback" : $"/sign-in/external/callback/{Code}";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    public string AuthorizationEndpoint { get; init; } = "";

    public string TokenEndpoint { get; init; } = "";

    public string UserInformationEndpoint { get; init; } = "";

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile"];

    /// <summary>The field of the user information that never changes for a person.</summary>
    public string SubjectField { get; init; } = "sub";

    public bool IsOn => ClientId.Length > 0 && AuthorizationEndpoint.Length > 0 && TokenEndpoint.Length > 0 && UserInformationEndpoint.Length > 0;
}
