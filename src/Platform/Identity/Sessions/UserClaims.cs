using System.Security.Claims;

namespace Luoshi.Platform.Identity.Sessions;

/// <summary>What the cookie says about the person; roles are added at each request, since posts and deputies change by the day.</summary>
internal static class UserClaims
{
    public const string Scheme = "luoshi";
    public const string Session = "session";
    public const string Account = "account";
    public const string Person = "person";
    public const string Method = "method";

    public static ClaimsPrincipal Make(Guid session, Guid account, Guid person, string userName, string name, string method) => new(new ClaimsIdentity(
        [
            new Claim(Session, session.ToString("N")),
            new Claim(Account, account.ToString("N")),
            new Claim(Person, person.ToString("N")),
            new Claim(ClaimTypes.NameIdentifier, userName),
            new Claim(ClaimTypes.Name, name),
            new Claim(Method, method),
        ],
        Scheme,
        ClaimTypes.Name,
        ClaimTypes.Role));

    public static Guid? Id(this ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}
