using System.Collections;

namespace Luoshi.Reading.Cleaning;

/// <summary>The characters that Chinese text is mostly made of, in both scripts.</summary>
internal static class CommonCharacters
{
    private static readonly Lazy<BitArray> Common = new(Load);

    public static BitArray Shared => Common.Value;

    public static bool Has(char c) => Common.Value[c];

    private static BitArray Load()
    {
        var common = new BitArray(char.MaxValue + 1);
        var words = new DataWords("encodings.common-characters");
        while (words.MoveNext())
        {
            foreach (var c in words.Current)
                common[c] = true;
        }

        CharacterTable.Shared.AddTraditionalOf(common);
        return common;
    }
}
