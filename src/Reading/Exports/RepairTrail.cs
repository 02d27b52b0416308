using System.Text.Json;
using Luoshi.Kernel.Text;
using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Exports;

/// <summary>Finds the repairs inside a figure without walking the whole list for each.</summary>
internal sealed class RepairTrail(IReadOnlyList<Repair> repairs)
{
    /// <summary>Writes <c>repairs</c>, with places in the raw line, or nothing where the figure stands as it was printed.</summary>
    public void Write(Utf8JsonWriter json, ReadingResult reading, SourceSpan raw)
    {
        var at = FirstEndingBehind(raw.Start);
        if (at == repairs.Count || !repairs[at].Raw.Overlaps(raw))
            return;
        json.WriteStartArray("repairs");
        for (; at < repairs.Count && repairs[at].Raw.Overlaps(raw); at++)
        {
            var start = reading.Document.ColumnOf(repairs[at].Raw.Start);
            json.WriteStartObject();
            json.WriteString("kind", repairs[at].Kind.Word());
            json.WriteNumber("start", start);
            json.WriteNumber("end", start + repairs[at].Raw.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
