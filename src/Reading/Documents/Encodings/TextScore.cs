using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Documents.Encodings;

/// <summary>How much a decoded text looks like Chinese: common characters speak for it, rare and lost ones against it.</summary>
internal static class TextScore
{
    /// <summary>Average over the characters: 0 and below is no text.</summary>
    public static double Of(ReadOnlySpan<char> text)
    {
        var common = CommonCharacters.Shared;
        var (sum, counted) = (0.0, 0);
        foreach (var c in text)
        {
            if (c is >= ' ' and < '\u007F' or '\r' or '\n' or '\t')
            {
                // Latin letters are alike in all encodings and say little.
                sum += 0.1;
                counted++;
                continue;
            }

            counted++;
            sum += common[c] ? 1.0 : WeightOf(c);
        }

        return counted == 0 ? 0 : sum / counted;
    }

    private static double WeightOf(char c) => c switch
    {
        '\uFFFD' => -3.0,
        < ' ' or >= '\u007F' and < '\u00A0' => -3.0,
        >= '\uE000' and <= '\uF8FF' => -1.0,
        >= '\u3001' and <= '\u3017' or >= '\uFF01' and <= '\uFF5E' or '“' or '”' or '—' or '…' or '·' or '\u3000' => 0.7,
        >= '\u4E00' and <= '\u9FFF' => 0.0,
        >= '\uD800' and <= '\uDFFF' => -1.0,
        _ => -0.7,
    };
}
