namespace Luoshi.Platform.Ui;

/// <summary>The two languages every page speaks. Chinese comes first.</summary>
public enum Language
{
    Chinese,
    English,
}

/// <summary>
/// A module keeps its texts in one file of <see cref="Words"/>, so that a missing translation is a compile error:
/// <c>public static readonly Words Save = new("保存", "Save");</c>; texts with values in them are methods returning <see cref="Words"/>.
/// </summary>
public static class WordsInLanguage
{
    public static string In(this Words words, Language language) => language == Language.Chinese ? words.Chinese : words.English;
}
