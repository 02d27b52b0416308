namespace Luoshi.Ledger.Pages;

/// <summary>Hands a route's findings to its page without making them public: components are public, what they show is not.</summary>
internal sealed class PageModel<T>
{
    private T? value;

    public T Value
    {
        get => value ?? throw new InvalidOperationException($"The route did not set the {typeof(T).Name} its page shows.");
        set => this.value = value;
    }
}
