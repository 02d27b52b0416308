using System.Globalization;

namespace Luoshi.Kernel.Text;

/// <summary>A text the program says to people, in both languages of the interface.</summary>
public readonly record struct Words(string Chinese, string English)
{
    /// <summary>English for an English culture, Chinese for every other.</summary>
    public string In(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return string.Equals(culture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? English : Chinese;
    }

    /// <summary>In the language of the current request.</summary>
    public string Current => In(CultureInfo.CurrentUICulture);

    /// <summary>Joins sentences: nothing between Chinese ones, a space between English ones.</summary>
    public static Words operator +(Words left, Words right) =>
        new(left.Chinese + right.Chinese, string.IsNullOrEmpty(left.English) || string.IsNullOrEmpty(right.English) ? left.English + right.English : $"{left.English} {right.English}");

    public override string ToString() => Chinese;
}
