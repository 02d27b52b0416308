namespace Luoshi.Kernel.Places;

/// <summary>
/// The unified social credit code of an organisation (GB 32100-2015): 1 authority, 1 type, 6 division, 9 organisation, 1 check character.
/// A value of this type has a right check character. The alphabet has no I, O, S, V, Z, and its weights run over positions in that
/// alphabet: taking A for 10, B for 11 and so on to the end is a common mistake that passes some codes and fails others.
/// </summary>
public readonly record struct CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private readonly string? text;

    private CreditCode(string text) => this.text = text;

    public override string ToString() => text ?? "";

    /// <summary>Reads 18 characters; lower case letters are taken as upper case.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CreditCode code)
    {
        code = default;
        if (text.Length != 18)
            return false;
        Span<char> upper = stackalloc char[18];
        text.ToUpperInvariant(upper);
        var (sum, weight) = (0, 1);
        for (var i = 0; i < 17; i++)
        {
            var value = Alphabet.IndexOf(upper[i], StringComparison.Ordinal);
            if (value < 0)
                return false;
            sum += value * weight;
            weight = weight * 3 % 31;
        }

        if (upper[17] != Alphabet[(31 - (sum % 31)) % 31] || upper[2..8].ContainsAnyExceptInRange('0', '9'))
            return false;
        code = new CreditCode(upper.ToString());
        return true;
    }

    /// <exception cref="FormatException">Not a credit code, or its check character is wrong.</exception>
    public static CreditCode Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is no unified social credit code: 18 characters with a right check character.");
}
