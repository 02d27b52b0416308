using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Figures;

namespace Luoshi.Reading.Claims;

/// <summary>Numbers right behind a character that was lost and guessed: their first digit may have gone with it (占年度任?000个).</summary>
internal static class CutNumbers
{
    public static void Mark(CleanText clean, List<Figure> figures)
    {
        if (clean.Guesses.Count == 0)
            return;
        figures.RemoveAll(figure => LacksDigit(clean, figure));
        for (var i = 0; i < figures.Count; i++)
        {
            if (clean.LosesDigits && IsBehindGuess(clean, figures[i]))
                figures[i] = figures[i] with { Optional = true };
        }
    }

    private static bool IsBehindGuess(CleanText clean, Figure figure) => IsGuess(clean, figure.Start - 1);

    private static bool IsGuess(CleanText clean, int at) => clean.Guesses.BinarySearch(at) >= 0;

    // No count begins with 0 or a point; what is left of this one says nothing.
    private static bool LacksDigit(CleanText clean, Figure figure)
    {
        var (text, at) = (clean.Text, figure.Start);
        if (at > 1 && text[at - 1] == '.')
            return IsGuess(clean, at - 2);
        return text[at] == '0' && (at + 1 >= text.Length || text[at + 1] != '.') && IsBehindGuess(clean, figure);
    }
}
