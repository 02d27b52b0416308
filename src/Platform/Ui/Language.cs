namespace Luoshi.Platform.Ui;

/// <summary>The two languages every page speaks. Chinese comes first.</summary>
public enum Language
{
    Chinese,
    English,
}

/// <summary>
/// A text of the interface in both languages. A module keeps its texts in one file of such values, so that a missing
/// translation is a compile error: <c>public static readonly Words Save = new("保存", "Save");</c>; texts with values in them
/// are methods returning <see cref="Words"/>.
/// </summary>
public readonly record struct Words(string Chinese, string English)
{
    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>A text that reads the same in both languages: a name, a number.</summary>
    public static Words Same(string text) => new(text, text);
}
