using System.Buffers;
using Luoshi.Kernel.Text;
using Luoshi.Reading;
using Luoshi.Reading.Outlines;

namespace Luoshi.Ledger.Documents.Read;

/// <summary>A printed line (or a piece of a very long one) as the page shows it.</summary>
/// <param name="Block">Index in the outline's blocks, or -1.</param>
/// <param name="Section">Index of the section whose heading stands here, or -1.</param>
internal readonly record struct TextLine(int Number, SourceSpan Raw, int Block, BlockKind Kind, int Section);

/// <summary>
/// Cuts the raw text into pages that a browser shows at once. A page ends at a line end, at a first-level heading when one is near,
/// and inside a line only where the line is longer than a page.
/// </summary>
internal sealed class TextWindow
{
    private const int PageLength = 14_000;
    private const int ShortPage = 8_000;
    private static readonly SearchValues<char> CutBehind = SearchValues.Create("。；;，、 ");

    private readonly ReadingResult reading;
    private readonly List<int> starts = [0];
    private readonly int[] blockStarts;
    private readonly Dictionary<int, int> headings = [];

    public TextWindow(ReadingResult reading)
    {
        this.reading = reading;
        var outline = reading.Outline;
        blockStarts = [.. outline.Blocks.Select(block => reading.Clean.ToRaw(block.Span.Start))];
        for (var i = 0; i < outline.Sections.Count; i++)
        {
            if (!outline.Sections[i].Heading.IsEmpty)
                headings.TryAdd(reading.Document.LineOf(reading.Clean.ToRaw(outline.Sections[i].Heading.Start)), i);
        }

        Cut();
    }

    public int Pages => starts.Count;

    private string Text => reading.Document.Text;

    /// <summary>Raw span of a page, counted from 0.</summary>
    public SourceSpan this[int page] => new(starts[page], page + 1 < starts.Count ? starts[page + 1] : Text.Length);

    public int PageOf(int rawOffset)
    {
        var at = starts.BinarySearch(rawOffset);
        return at >= 0 ? at : ~at - 1;
    }

    public int BlockAt(int rawOffset)
    {
        var at = Array.BinarySearch(blockStarts, rawOffset);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>The lines of a page that have text.</summary>
    public IEnumerable<TextLine> Lines(int page)
    {
        var span = this[page];
        for (var start = span.Start; start < span.End;)
        {
            var number = reading.Document.LineOf(start);
            var end = Math.Min(LineEnd(number), span.End);
            if (!Text.AsSpan(start, end - start).IsWhiteSpace())
                yield return Line(number, new SourceSpan(start, end));
            start = end;
        }
    }

    private TextLine Line(int number, SourceSpan raw)
    {
        var first = raw.Start;
        while (first < raw.End && char.IsWhiteSpace(Text[first]))
            first++;
        var trimmed = new SourceSpan(first, first + Text.AsSpan(first, raw.End - first).TrimEnd().Length);
        var block = BlockAt(first);
        var blocks = reading.Outline.Blocks;
        var belongs = block >= 0 && reading.Clean.ToRaw(blocks[block].Span).End > first;
        return new TextLine(
            number,
            trimmed,
            belongs ? block : -1,
            belongs ? blocks[block].Kind : BlockKind.Paragraph,
            headings.GetValueOrDefault(number, -1));
    }

    private int LineEnd(int number)
    {
        var lines = reading.Document.LineStarts;
        return number < lines.Length ? lines[number] : Text.Length;
    }

    private void Cut()
    {
        var lines = reading.Document.LineStarts;
        for (var i = 0; i < lines.Length; i++)
        {
            var length = lines[i] - starts[^1];
            var end = i + 1 < lines.Length ? lines[i + 1] : Text.Length;
            if (length > 0 && (end - starts[^1] > PageLength || (length >= ShortPage && StartsChapter(i + 1))))
                starts.Add(lines[i]);
            while (end - starts[^1] > PageLength)
                starts.Add(SentenceCut(starts[^1] + PageLength));
        }
    }

    private bool StartsChapter(int line) => headings.TryGetValue(line, out var section) && reading.Outline.Sections[section].Level == 1;

    /// <summary>A place at or shortly before an offset where a long line may be cut without splitting a figure or a character.</summary>
    private int SentenceCut(int offset)
    {
        var stop = Text.AsSpan(offset - 2_000, 2_000).LastIndexOfAny(CutBehind);
        var cut = stop < 0 ? offset : offset - 2_000 + stop + 1;
        return char.IsLowSurrogate(Text[cut]) ? cut - 1 : cut;
    }
}
