using System.Security.Claims;

namespace Luoshi.Platform.Ui;

/// <summary>A module's entry in the staff shell. Items stand in order of <see cref="Order"/>.</summary>
/// <param name="Href">A path on this installation; the item is current on it and below it.</param>
/// <param name="Visible">Who sees it; everybody when null.</param>
public sealed record NavItem(Words Label, string Href, int Order, Func<ClaimsPrincipal, bool>? Visible = null);

public enum ShellSlot
{
    /// <summary>The right end of the top bar: account menu, notices.</summary>
    BarEnd,

    /// <summary>A strip above the page: maintenance, demo data.</summary>
    Banner,
}

/// <summary>A component a module puts into the shell.</summary>
public sealed record ShellPart(ShellSlot Slot, Type Component);

/// <summary>Where the built style sheet and script are served: logical name (<c>app.css</c>) → path with its content hash.</summary>
public sealed record AssetPaths(IReadOnlyDictionary<string, string> Paths)
{
    public string this[string name] => Paths[name];
}
