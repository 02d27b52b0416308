using AngleSharp.Dom;
using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Documents.Html;

/// <summary>
/// Which elements of a page are not its text. Drops only what the page itself marks as such (tag, role, class) and blocks that are
/// nearly all links; never the element that holds most of the text. Whatever is left for a doubt is told apart later, by line.
/// </summary>
internal sealed class Furniture
{
    private const int FewestLinks = 5;
    private const double LinkShare = 0.75;

    private static readonly HashSet<string> DeadTags =
        ["script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "button", "textarea", "head", "audio", "video", "canvas", "dialog", "map"];

    private static readonly HashSet<string> FurnitureTags = ["nav", "footer", "aside", "menu"];
    private static readonly HashSet<string> Roles = ["navigation", "contentinfo", "search", "menu", "menubar", "complementary", "banner"];
    private static readonly HashSet<string> LinkBlocks = ["ul", "ol", "dl", "div", "table", "section", "p", "td", "header"];
    private static readonly Lazy<HashSet<string>> Words = new(LoadWords);

    private readonly Dictionary<IElement, Weight> weights = [];
    private readonly IElement body;

    public Furniture(IElement body)
    {
        this.body = body;
        Weigh(body, inLink: false);
    }

    public int Dropped { get; private set; }

    /// <summary>Scripts, pictures, hidden parts: never text for anybody.</summary>
    public static bool IsDead(IElement element) =>
        DeadTags.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || element.GetAttribute("style") is { } style && style.Contains("display", StringComparison.OrdinalIgnoreCase)
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    /// <summary>The one article or main element that holds most of the text outside links, or the body.</summary>
    public IElement MainElement()
    {
        var mains = body.QuerySelectorAll("article, main, [role=main]");
        var whole = weights[body].OwnText;
        foreach (var main in mains)
        {
            if (weights.TryGetValue(main, out var weight) && weight.OwnText * 2 > whole && !IsDead(main))
                return main;
        }

        return body;
    }

    public bool Drops(IElement element)
    {
        if (IsDead(element))
            return true;
        if (!IsMarked(element) && !IsLinkBlock(element))
            return false;
        if (weights.TryGetValue(element, out var weight) && weight.Text * 2 > weights[body].Text)
            return false;
        Dropped++;
        return true;
    }

    private static bool IsMarked(IElement element) =>
        FurnitureTags.Contains(element.LocalName)
        || element.GetAttribute("role") is { } role && Roles.Contains(role)
        || element.LocalName is not ("body" or "html" or "article" or "main" or "td" or "tr" or "table" or "p" or "span")
            && (HasWord(element.ClassName) || HasWord(element.Id));

    private static bool HasWord(string? names)
    {
        if (string.IsNullOrEmpty(names))
            return false;
        var lookup = Words.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[32];
        foreach (var range in names.AsSpan().SplitAny(' ', '-', '_', '\t', '\n'))
        {
            var word = names.AsSpan(range);
            if (word.Length is > 0 and <= 32 && lookup.Contains(lower[..word.ToLowerInvariant(lower)]))
                return true;
        }

        return false;
    }

    private bool IsLinkBlock(IElement element) =>
        LinkBlocks.Contains(element.LocalName) && weights.TryGetValue(element, out var weight)
        && weight.Links >= FewestLinks && weight.LinkText >= weight.Text * LinkShare;

    private Weight Weigh(IElement element, bool inLink)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        inLink |= element.LocalName == "a";
        var weight = new Weight(0, 0, element.LocalName == "a" ? 1 : 0);
        foreach (var child in element.ChildNodes)
        {
            if (child is IText text)
            {
                var length = text.Data.AsSpan().Trim().Length;
                weight = weight.Plus(new Weight(length, inLink ? length : 0, 0));
            }
            else if (child is IElement inner && !IsDead(inner))
            {
                weight = weight.Plus(Weigh(inner, inLink));
            }
        }

        weights[element] = weight;
        return weight;
    }

    private static HashSet<string> LoadWords()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var words = new DataWords("html.furniture");
        while (words.MoveNext())
            found.Add(words.Current.ToString());
        return found;
    }

    private readonly record struct Weight(int Text, int LinkText, int Links)
    {
        public int OwnText => Text - LinkText;

        public Weight Plus(Weight other) => new(Text + other.Text, LinkText + other.LinkText, Links + other.Links);
    }
}
