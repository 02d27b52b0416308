using Luoshi.Kernel.Text;
using Luoshi.Reading.Claims.Sentences;
using Luoshi.Reading.Claims.Tables;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Claims;

/// <summary>Reads the claims of running text, block by block; tables by <see cref="TableClaims"/>.</summary>
internal static class ClaimReader
{
    // A text without a full stop is cut here, so that one endless line stays linear.
    private const int LongestSentence = 1000;

    /// <summary>Adds the claims of every block, in text order.</summary>
    public static void Read(CleanText clean, Outline outline, List<Claim> claims)
    {
        var text = clean.Text;
        var figures = new List<Figure>();
        var reader = new SentenceReader(clean, outline, claims);
        var table = -1;
        for (var block = 0; block < outline.Blocks.Count; block++)
        {
            var place = outline.Blocks[block];
            if (place.Table > table)
            {
                table = place.Table;
                TableClaims.Read(clean, outline, table, block, claims, (index, cell) => ReadCell(text, index, cell, figures, reader));
            }

            if (!IsRead(place.Kind))
                continue;
            figures.Clear();
            FigureScanner.Scan(text, place.BodyStart, place.Span.End, figures);
            CutNumbers.Mark(clean, figures);
            if (figures.Count > 0)
                ReadBlock(text, block, place, figures, reader);
        }

        reader.End();
    }

    /// <summary>A cell of words is a small text of its own.</summary>
    private static void ReadCell(string text, int block, SourceSpan cell, List<Figure> figures, SentenceReader reader)
    {
        figures.Clear();
        FigureScanner.Scan(text, cell.Start, cell.End, figures);
        if (figures.Count > 0)
            ReadBlock(text, block, new Block(BlockKind.Paragraph, cell, 0, null, cell.Start), figures, reader);
    }

    private static bool IsRead(BlockKind kind) =>
        kind is BlockKind.Title or BlockKind.Front or BlockKind.Heading or BlockKind.Promise or BlockKind.Paragraph;

    private static void ReadBlock(string text, int block, Block place, List<Figure> figures, SentenceReader reader)
    {
        reader.Begin(block, Topics.Find(text, place), Topics.Matter(text, place), place, place.BodyStart + PromiseHead.Length(text.AsSpan(place.BodyStart, place.Span.End - place.BodyStart)));
        var next = 0;
        var start = place.BodyStart;
        while (next < figures.Count)
        {
            start = reader.BehindLabel(start);
            var end = reader.TurnIn(start, SentenceEnd(text, start, place.Span.End));
            var first = next;
            while (next < figures.Count && figures[next].Start < end)
                next++;
            if (next > first)
                reader.Read(figures, first, next, start, Math.Max(end, figures[next - 1].To));
            start = Math.Max(end + 1, next > first ? figures[next - 1].To : 0);
        }
    }

    private static int SentenceEnd(string text, int start, int end)
    {
        var length = text.AsSpan(start, end - start).IndexOfAny(Marks.SentenceEnds);
        var stop = length < 0 ? end : start + length;
        if (stop - start <= LongestSentence)
            return stop;
        var cut = text.AsSpan(start, LongestSentence).LastIndexOfAny(Marks.ClauseEnds);
        return start + (cut > 0 ? cut : LongestSentence);
    }
}
