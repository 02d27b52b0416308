namespace Luoshi.Kernel.Text;

/// <summary>A text the program says to people, in both languages of the interface.</summary>
public readonly record struct Words(string Chinese, string English)
{
    /// <summary>A text that reads the same in both languages: a name, a number.</summary>
    public static Words Same(string text) => new(text, text);

    /// <summary>Joins sentences: nothing between Chinese ones, a space between English ones.</summary>
    public static Words operator +(Words left, Words right) =>
        new(left.Chinese + right.Chinese, string.IsNullOrEmpty(left.English) || string.IsNullOrEmpty(right.English) ? left.English + right.English : $"{left.English} {right.English}");

    public override string ToString() => Chinese;
}
