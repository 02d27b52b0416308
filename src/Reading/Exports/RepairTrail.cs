using System.Text.Json;
using Luoshi.Kernel.Text;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Exports;

/// <summary>Finds the repairs inside a figure, and the characters that were guessed in its clause, without walking the whole list for each.</summary>
internal sealed class RepairTrail(IReadOnlyList<Repair> repairs)
{
    private readonly bool hasGuesses = repairs.Any(repair => repair.Kind == RepairKind.Guessed);

    /// <summary>Writes <c>repairs</c>, with places in the raw line, or nothing where the figure and the words around it stand as they were printed.</summary>
    public void Write(Utf8JsonWriter json, ReadingResult reading, Claim claim)
    {
        var clause = hasGuesses ? Clause(reading, claim) : claim.Raw;
        var begun = false;
        for (var at = FirstEndingBehind(clause.Start); at < repairs.Count && repairs[at].Raw.Overlaps(clause); at++)
        {
            var repair = repairs[at];
            if (!repair.Raw.Overlaps(claim.Raw) && repair.Kind != RepairKind.Guessed)
                continue;
            if (!begun)
                json.WriteStartArray("repairs");
            begun = true;
            Write(json, reading, repair);
        }

        if (begun)
            json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ReadingResult reading, Repair repair)
    {
        var start = reading.Document.ColumnOf(repair.Raw.Start);
        json.WriteStartObject();
        json.WriteString("kind", repair.Kind.Word());
        json.WriteNumber("start", start);
        json.WriteNumber("end", start + repair.Raw.Length);
        if (repair.Kind == RepairKind.Guessed)
        {
            var (chinese, english) = ExportWords.GuessNote(repair, reading.Clean);
            json.WriteString("read_as", repair.Clean.Of(reading.Clean.Text));
            json.WriteString("note", chinese);
            json.WriteString("note_en", english);
        }

        json.WriteEndObject();
    }

    // On the figure's own line: places count in that line.
    private static SourceSpan Clause(ReadingResult reading, Claim claim)
    {
        var (text, sentence) = (reading.Clean.Text, claim.Sentence);
        if (sentence.IsEmpty || claim.Clean.Start < sentence.Start || claim.Clean.End > sentence.End)
            return claim.Raw;
        var front = text.AsSpan(sentence.Start, claim.Clean.Start - sentence.Start);
        var start = sentence.Start + Math.Max(front.LastIndexOfAny(Marks.ClauseEnds), front.LastIndexOf('\n')) + 1;
        var behind = text.AsSpan(claim.Clean.End, sentence.End - claim.Clean.End);
        var (mark, line) = (behind.IndexOfAny(Marks.ClauseEnds), behind.IndexOf('\n'));
        var end = Math.Min(mark < 0 ? behind.Length : mark, line < 0 ? behind.Length : line);
        var raw = reading.Clean.ToRaw(new SourceSpan(start, claim.Clean.End + end));
        return new SourceSpan(Math.Min(raw.Start, claim.Raw.Start), Math.Max(raw.End, claim.Raw.End));
    }

    private int FirstEndingBehind(int offset)
    {
        var (low, high) = (0, repairs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (repairs[middle].Raw.End > offset)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
