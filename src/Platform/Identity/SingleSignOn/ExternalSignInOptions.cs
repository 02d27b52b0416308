namespace Luoshi.Platform.Identity.SingleSignOn;

/// <summary>
/// The section <c>SingleSignOn</c> of settings.json: any service with the OAuth 2.0 / OpenID Connect code flow and a user-information
/// address. The identity token is not read: what counts is fetched from the service itself over TLS with the access token.
/// </summary>
public sealed record ExternalSignInOptions
{
    public const string Section = "SingleSignOn";

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

/// <summary>Whether the sign-in page offers the other way in.</summary>
public sealed record ExternalSignInState(bool IsOn);
