namespace Luoshi.Kernel.Text;

/// <summary>
/// A half-open place <c>[Start, End)</c> in a text, counted in UTF-16 code units from 0.
/// Which text it counts in (raw or cleaned) is told by the member that carries it.
/// </summary>
public readonly record struct SourceSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    /// <summary>True when <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(SourceSpan other) => Start <= other.Start && other.End <= End;

    public bool Contains(int position) => Start <= position && position < End;

    public bool Overlaps(SourceSpan other) => Start < other.End && other.Start < End;

    /// <summary>The text under the span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span leaves the text.</exception>
    public string Of(string text) => text[Start..End];

    public override string ToString() => $"[{Start},{End})";
}
