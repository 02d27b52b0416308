using Luoshi.Kernel.Outcomes;

namespace Luoshi.Ledger;

/// <summary>Whether typed texts fit where they are kept; the first that does not is told at its field.</summary>
internal static class Lengths
{
    public static Refusal? Fault(params ReadOnlySpan<(string Field, string? Text, int Most)> texts)
    {
        foreach (var (field, text, most) in texts)
        {
            if (text?.Length > most)
                return LedgerRefusals.TooLong(field, most);
        }

        return null;
    }
}
