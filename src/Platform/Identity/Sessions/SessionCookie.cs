namespace Luoshi.Platform.Identity.Sessions;

/// <summary>The cookie of somebody who is signed in. Whoever keeps pages ready for everybody must look for it.</summary>
public static class SessionCookie
{
    public const string Name = "luoshi";
}
