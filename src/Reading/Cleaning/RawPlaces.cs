using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Cleaning;

/// <summary>
/// The raw places of many clean spans of one text. Claims come nearly in text order, so each look-up goes on from the one before
/// instead of searching the whole map.
/// </summary>
internal sealed class RawPlaces(CleanText text)
{
    private int near = -1;

    public SourceSpan Of(SourceSpan clean) => text.ToRaw(clean, ref near);
}
