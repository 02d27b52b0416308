using System.Text;

namespace Luoshi.Reading.Cleaning.Tags;

/// <summary>
/// A text in which a copy of a page left its tables with all their tags is read as the page would be: a row a line, its cells between bars,
/// and no tags. What stands in the cells keeps its place in the raw text.
/// </summary>
internal sealed class TagReader
{
    private readonly string raw;
    private readonly List<Tag> tags;
    private readonly List<Leftover> found = [];
    private int spare;
    private int depth;
    private int plainUntil;
    private bool isLastStyle;

    // Line ends that close what was written so far; what stands in front of a text is as good as a blank line.
    private int ends = 2;
    private int written;

    private TagReader(string raw, List<Tag> tags) => (this.raw, this.tags, spare) = (raw, tags, raw.Length);

    /// <summary>What is to be written in place of the tags, in text order; null where the text holds no tags of a table.</summary>
    public static List<Leftover>? Find(string raw)
    {
        if (Tag.All(raw) is not { } tags)
            return null;
        var reader = new TagReader(raw, tags);
        for (var at = 0; at < tags.Count;)
            at = reader.Next(at);
        return reader.found;
    }

    private int Next(int at)
    {
        if (tags[at].Part == TagPart.Verbatim)
            return Verbatim(at);
        // Rows whose table was cut off in front begin one by themselves, unless they are those of a table that holds others.
        var begins = !tags[at].Closes && (tags[at].Part == TagPart.Table || (depth == 0 && tags[at].Part is TagPart.Row or TagPart.Cell));
        if (begins && at >= plainUntil)
        {
            var table = new TagTableFinder(raw, tags).Read(at, out plainUntil, out var end);
            if (table is not null)
            {
                Write(table, tags[at].Start, end);
                return plainUntil;
            }
        }

        if (tags[at].Part == TagPart.Table)
            depth = Math.Max(0, depth + (tags[at].Closes ? -1 : 1));
        return Line(at);
    }

    /// <summary>Tags outside a table: those that stand side by side go together, and part lines where one of them does.</summary>
    private int Line(int at)
    {
        var (first, next, parts) = (at, at, false);
        do
        {
            parts |= tags[next].Part != TagPart.Inline;
            next++;
        }
        while (next < tags.Count && tags[next].Part != TagPart.Verbatim && tags[next].Part != TagPart.Table && (depth > 0 || !tags[next].IsOfTable) && IsBlank(tags[next - 1].End, tags[next].Start));

        var (start, end) = (tags[first].Start, tags[next - 1].End);
        Put(start, end, parts && Ends(start) == 0 && !EndsLine(end) ? "\n" : "");
        return next;
    }

    /// <summary>A style or a comment, with all it holds; a style without an end is only a tag.</summary>
    private int Verbatim(int at)
    {
        var next = at + 1;
        if (!tags[at].Closes && !isLastStyle)
        {
            var end = tags.FindIndex(next, tag => tag is { Part: TagPart.Verbatim, Closes: true });
            isLastStyle = end < 0;
            next = Math.Max(next, end + 1);
        }

        Put(tags[at].Start, tags[next - 1].End, "");
        return next;
    }

    private void Write(TagTable table, int start, int end)
    {
        var between = new StringBuilder(Ends(start) switch { 0 => "\n\n", 1 => "\n", _ => "" });
        var from = start;
        if (table.Caption is { End: > 0 } caption)
        {
            from = Content(between, from, caption.Start, caption.End, caption.First);
            between.Append('\n');
        }

        foreach (var row in table.Laid(ref spare))
        {
            var bar = row.Count > 1 ? "|" : "";
            between.Append(bar);
            foreach (var place in row)
            {
                if (place.Own is { Words.Length: > 0 } own)
                    from = Content(between, from, own.Start, own.End, own.First + 1);
                else
                    between.Append(place.Repeated);
                between.Append(bar);
            }

            between.Append('\n');
        }

        Put(from, end, between.ToString());
    }

    /// <summary>Writes what stands in front of a cell, and takes tags, line ends and bars out of it. Returns where it ends.</summary>
    private int Content(StringBuilder between, int from, int start, int end, int next)
    {
        while (start < end && (Glyphs.IsLineEnd(raw[start]) || Glyphs.IsSpace(raw[start])))
            start++;
        while (end > start && (Glyphs.IsLineEnd(raw[end - 1]) || Glyphs.IsSpace(raw[end - 1])))
            end--;
        Put(from, start, between.ToString());
        between.Clear();
        for (var at = start; at < end;)
        {
            while (next < tags.Count && tags[next].Start < at)
                next++;
            if (next < tags.Count && tags[next].Start == at)
            {
                var parted = tags[next].Part == TagPart.Block && !tags[next].Closes && at > start;
                Put(at, Math.Min(end, tags[next].End), parted ? " " : "");
                at = tags[next].End;
            }
            else if (Glyphs.IsLineEnd(raw[at]))
            {
                var stop = at;
                while (stop < end && (Glyphs.IsLineEnd(raw[stop]) || Glyphs.IsSpace(raw[stop])))
                    stop++;
                Put(at, stop, at > 0 && Glyphs.IsHan(raw[at - 1]) && Glyphs.IsHan(Glyphs.At(raw, stop)) ? "" : " ");
                at = stop;
            }
            else
            {
                if (raw[at] is '|' or '｜' or '│' or '┃' or '¦')
                    Put(at, at + 1, "/");
                at++;
            }
        }

        ends = 0;
        return end;
    }

    private void Put(int start, int end, string with)
    {
        ends = Ends(start);
        foreach (var c in with)
            ends = c == '\n' ? ends + 1 : 0;
        if (end > start)
            found.Add(new Leftover(start, end, with));
        written = end;
    }

    /// <summary>How many line ends stand in front of a place of what will be written.</summary>
    private int Ends(int at)
    {
        var (count, back) = (0, at - 1);
        while (back >= written && (Glyphs.IsLineEnd(raw[back]) || Glyphs.IsSpace(raw[back])))
        {
            count += raw[back] == '\n' || (raw[back] == '\r' && Glyphs.At(raw, back + 1) != '\n') ? 1 : 0;
            back--;
        }

        return back < written ? ends + count : count;
    }

    private bool EndsLine(int at)
    {
        while (at < raw.Length && Glyphs.IsSpace(raw[at]))
            at++;
        return at >= raw.Length || Glyphs.IsLineEnd(raw[at]);
    }

    private bool IsBlank(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!Glyphs.IsSpace(raw[at]))
                return false;
        }

        return true;
    }
}
