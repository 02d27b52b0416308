using System.Runtime.CompilerServices;

namespace Luoshi.Reading.Lexicons;

/// <summary>Cuts certain characters off the ends of a text.</summary>
/// <remarks>
/// Done several times for every number, and mostly there is nothing to cut: half a kilobyte of bits tells that,
/// where the trimming of the library compares with each of the characters.
/// </remarks>
internal sealed class Trimmer
{
    private const int FilterWords = 64;

    private readonly string characters;
    private readonly ulong[] filter = new ulong[FilterWords];

    public Trimmer(string characters)
    {
        this.characters = characters;
        foreach (var c in characters)
            filter[(c >> 6) & (FilterWords - 1)] |= 1UL << c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<char> Start(ReadOnlySpan<char> text) => text.IsEmpty || !MayHold(text[0]) ? text : text.TrimStart(characters);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<char> End(ReadOnlySpan<char> text) => text.IsEmpty || !MayHold(text[^1]) ? text : text.TrimEnd(characters);

    public ReadOnlySpan<char> Both(ReadOnlySpan<char> text) => Start(End(text));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MayHold(char c) => ((filter[(c >> 6) & (FilterWords - 1)] >> c) & 1) != 0;
}
