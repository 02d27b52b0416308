namespace Luoshi.Reading.Cleaning;

/// <summary>
/// Clean offset → raw offset, stored as the points where the difference changes.
/// Between two points both texts run one character for one.
/// </summary>
internal sealed class OffsetMap
{
    // Parallel and sorted by clean offset: from cleanStarts[i] on, raw = clean + shifts[i].
    private readonly List<int> cleanStarts = [0];
    private readonly List<int> shifts = [0];

    // Clean characters that stand for more than one raw character, and where the raw ones end. Nearly always empty.
    private readonly List<int> wide = [];
    private readonly List<int> wideEnds = [];

    public static OffsetMap Identity { get; } = new();

    /// <summary>From <paramref name="clean"/> on, characters stand at <paramref name="raw"/> onwards. Calls come in rising order.</summary>
    public void Align(int clean, int raw)
    {
        var shift = raw - clean;
        if (shifts[^1] == shift)
            return;
        if (cleanStarts[^1] == clean)
        {
            shifts[^1] = shift;
            return;
        }

        cleanStarts.Add(clean);
        shifts.Add(shift);
    }

    /// <summary>The character at <paramref name="clean"/> stands for everything up to <paramref name="rawEnd"/>. Calls come in rising order.</summary>
    public void Widen(int clean, int rawEnd)
    {
        wide.Add(clean);
        wideEnds.Add(rawEnd);
    }

    public int ToRaw(int clean)
    {
        var at = cleanStarts.BinarySearch(clean);
        return clean + shifts[at >= 0 ? at : ~at - 1];
    }

    /// <summary>The raw offset just behind the character at <paramref name="clean"/>.</summary>
    public int ToRawEnd(int clean)
    {
        var at = wide.Count == 0 ? -1 : wide.BinarySearch(clean);
        return at >= 0 ? wideEnds[at] : ToRaw(clean) + 1;
    }
}
