using System.Globalization;
using System.Text;

namespace Luoshi.Reading.Cleaning.Tags;

/// <summary>A cell of a table whose tags stand in the text.</summary>
/// <param name="Start">Raw offset behind its tag.</param>
/// <param name="End">Raw offset of the tag that ends it.</param>
/// <param name="First">The tag that opens it, among all.</param>
internal sealed record TagCell(int Start, int End, int First, int Columns, int Rows, string Words)
{
    private string? clean;

    /// <summary>Its words as they are written where the cell itself stands.</summary>
    public string Clean => clean ??= Cleaner.Clean(Words).Text;
}

/// <summary>What stands at one place of a table: a cell, the words of one that reaches over it (none where they stand elsewhere), or nothing.</summary>
internal readonly record struct TagPlace(TagCell? Own, string? Repeated)
{
    public bool IsEmpty => Own is null or { Words.Length: 0 } && string.IsNullOrEmpty(Repeated);
}

/// <summary>
/// The rows of a table whose tags stand in the text, laid out as one read from a page is: a head over several columns stands over each of
/// them, words beside several rows in each of these, and figures once.
/// </summary>
internal sealed class TagTable
{
    private const int WidestSpan = 40;
    private const int TallestSpan = 1000;
    private const int MostColumns = 60;
    private const int LongestWords = 200;

    // Longer cells are columns of a page, not cells of a table.
    private const int LongestCell = 2000;

    private readonly List<List<TagCell>> rows = [];

    /// <summary>Raw place of what is written above the table; empty where nothing is.</summary>
    public (int Start, int End, int First) Caption { get; set; }

    /// <summary>One cell a row, or cells of many lines, lay out a page.</summary>
    public bool HoldsData => rows.Sum(row => row.Count) > rows.Count && rows.TrueForAll(row => row.TrueForAll(cell => cell.End - cell.Start <= LongestCell));

    public bool IsEmpty => rows.Count == 0;

    public void NextRow() => rows.Add([]);

    public void Add(string raw, List<Tag> tags, int first, int start, int end)
    {
        if (rows.Count == 0)
            NextRow();
        rows[^1].Add(new TagCell(start, end, first, tags[first].Span(raw, "colspan", WidestSpan), tags[first].Span(raw, "rowspan", TallestSpan), WordsOf(raw, tags, first + 1, start, end)));
    }

    /// <summary>The places of every row that holds a word; a lone title, remark or heading across the table is a row of one place.</summary>
    /// <param name="spare">How many characters may be written a second time; what is written is taken off.</param>
    public List<List<TagPlace>> Laid(ref int spare)
    {
        var laid = new List<List<TagPlace>>(rows.Count);
        var head = HeadRows();
        var open = new List<(TagCell Cell, int Column, int Until)>();
        var width = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var places = Row(row, head, open, ref spare);
            laid.Add(places);
            width = Math.Max(width, places.FindLastIndex(place => !place.IsEmpty) + 1);
        }

        for (var row = 0; row < laid.Count; row++)
            Trim(laid[row], width, row < head || row == laid.Count - 1, ref spare);
        laid.RemoveAll(row => row.TrueForAll(place => place.IsEmpty));
        return laid;
    }

    private List<TagPlace> Row(int row, int head, List<(TagCell Cell, int Column, int Until)> open, ref int spare)
    {
        open.RemoveAll(cell => cell.Until <= row);
        var (above, places) = (open.Count, new List<TagPlace>());
        foreach (var cell in rows[row])
        {
            Pass(places, row < head, open, above, ref spare);
            if (cell.Rows > 1 && places.Count < MostColumns)
                open.Add((cell, places.Count, row + cell.Rows));
            places.Add(new TagPlace(cell, null));
            for (var more = 1; more < cell.Columns && places.Count < MostColumns; more++)
                places.Add(new TagPlace(null, row < head ? Again(cell, ref spare) : null));
        }

        Pass(places, row < head, open, above, ref spare);
        return places;
    }

    /// <summary>Passes the places that cells of rows above hold.</summary>
    private static void Pass(List<TagPlace> places, bool head, List<(TagCell Cell, int Column, int Until)> open, int above, ref int spare)
    {
        while (places.Count < MostColumns)
        {
            var column = places.Count;
            var found = open.FindIndex(0, above, cell => cell.Column <= column && column < cell.Column + cell.Cell.Columns);
            if (found < 0)
                return;
            var cell = open[found].Cell;
            places.Add(new TagPlace(null, !head && column == open[found].Column ? Again(cell, ref spare) ?? "" : ""));
        }
    }

    private static string? Again(TagCell cell, ref int spare)
    {
        if (cell.Words.Length > spare || HoldsDigits(cell.Words))
            return null;
        spare -= cell.Words.Length;
        return cell.Clean;
    }

    private static void Trim(List<TagPlace> row, int width, bool atEdge, ref int spare)
    {
        var lone = row.Count > 0 && row[0].Own is { Words.Length: > 0 } own && !IsNumber(own.Words) && (own.Columns >= width || atEdge)
            && row.TrueForAll(place => place.Own == own || place == default || (place.Own is { Words.Length: 0 } && atEdge) || place.Repeated == own.Clean);
        if (lone && width > 1)
            row.RemoveRange(1, row.Count - 1);
        else if (row.Count > width)
            row.RemoveRange(width, row.Count - width);
        else if (width - row.Count is var missing && missing <= spare)
        {
            // One row of thousands of cells does not make thousands of each of the others.
            spare -= missing;
            row.AddRange(new TagPlace[missing]);
        }
    }

    /// <summary>Rows above the first one that has a number for a cell.</summary>
    private int HeadRows()
    {
        var first = rows.FindIndex(row => row.Exists(cell => IsNumber(cell.Words) && cell.Words is not (['1', '9', _, _] or ['2', '0', _, _])));
        return first < 0 ? Math.Min(1, rows.Count) : first;
    }

    private static bool IsNumber(string words) => decimal.TryParse(words.AsSpan().TrimEnd("%％"), NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static bool HoldsDigits(string words) => words.AsSpan().ContainsAnyInRange('0', '9') || words.AsSpan().ContainsAnyInRange('０', '９');

    /// <summary>The words of a stretch without its tags, on one line.</summary>
    private static string WordsOf(string raw, List<Tag> tags, int next, int start, int end)
    {
        var words = new StringBuilder();
        for (var at = start; at < end && words.Length < LongestWords; at++)
        {
            if (next < tags.Count && tags[next].Start == at)
            {
                at = tags[next++].End - 1;
            }
            else if (raw[at] == '&' && Entities.LengthAt(raw, at, out var meant) is var length and > 0)
            {
                words.Append(meant);
                at += length - 1;
            }
            else if (!Glyphs.IsLineEnd(raw[at]))
            {
                words.Append(raw[at] is '|' or '｜' ? '/' : raw[at]);
            }
        }

        return words.ToString().Trim();
    }
}
