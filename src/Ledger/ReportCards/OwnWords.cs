using System.Text;
using System.Text.RegularExpressions;

namespace Luoshi.Ledger.ReportCards;

/// <summary>A unit's words beside the sentence the ledger writes: what only says the same number again is left out.</summary>
internal static partial class OwnWords
{
    /// <param name="said">The paragraph so far.</param>
    public static string Fresh(string words, string said)
    {
        var known = Plain(said);
        var text = new StringBuilder();
        foreach (var sentence in words.Split(['。', '；', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var kept = sentence.Split('，').Where(clause => !Repeats(clause, known)).ToArray();
            // Alone, 截至6月底 says nothing any more.
            if (kept.All(clause => Filler().Replace(clause, "").Trim().Length == 0))
                continue;
            text.Append(string.Join('，', kept)).Append('。');
        }

        return text.ToString();
    }

    /// <summary>Only a clause with a number can say it again; 进展顺利 is nobody's repetition.</summary>
    private static bool Repeats(string clause, string known) => clause.Any(char.IsAsciiDigit) && Plain(clause) is { Length: > 0 } plain && known.Contains(plain, StringComparison.Ordinal);

    private static string Plain(string text) => Filler().Replace(text, "").Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex("截至[0-9年月日底前末]+|截止[0-9年月日底前末]+|目前|累计|已经|已|共计|共|了|全市|全年", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Filler();
}
