using System.Globalization;
using Luoshi.Kernel.Outcomes;
using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Reports.Checks;

/// <summary>
/// Reads what a reporter typed into a number field: <c>18.44</c> (in the unit of the field), <c>18.44万人</c>, <c>184400人</c>, <c>1,200</c>, full-width digits.
/// A power of its own is converted; another unit is refused, since nobody can know what was meant.
/// </summary>
internal static class TypedFigure
{
    public static Outcome<decimal?> Parse(string? typed, PrintedUnit unit)
    {
        var text = Fold(typed);
        if (text.Length == 0)
            return (decimal?)null;
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ',' or '-' or '+'))
            end++;
        if (!decimal.TryParse(text[..end], NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return new Refusal("report.no_number", $"“{typed}”不是数字，请只填数字，例如 18.44。", $"\"{typed}\" is no number; type digits only, such as 18.44.");
        var tail = text[end..];
        if (tail.Length == 0)
            return Scale(number, unit.Power);
        var own = PrintedUnit.Parse(tail);
        if (own.Unit.Length > 0 && own.Unit != Fold(unit.Unit))
            return new Refusal("report.unit_mismatch", $"单位应为“{unit}”，填报的是“{tail}”。", $"The unit must be {unit}; \"{tail}\" was typed.");
        return Scale(number, own.Power);
    }

    private static Outcome<decimal?> Scale(decimal number, decimal power)
    {
        try
        {
            return (decimal?)(number * power);
        }
        catch (OverflowException)
        {
            return new Refusal("report.too_big", "数字过大，请核对。", "The number is too big; please check.");
        }
    }

    /// <summary>Half-width, without blanks: what was typed with a Chinese keyboard counts the same.</summary>
    private static string Fold(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return "";
        Span<char> folded = typed.Length <= 256 ? stackalloc char[typed.Length] : new char[typed.Length];
        var length = 0;
        foreach (var character in typed)
        {
            if (char.IsWhiteSpace(character))
                continue;
            folded[length++] = character is > '\uFF00' and < '\uFF5F' ? (char)(character - 0xFEE0) : character;
        }

        return new string(folded[..length]);
    }
}
