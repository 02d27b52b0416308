namespace Luoshi.Reading.Cleaning.Tags;

/// <summary>Follows the tags of one table from its first to its last; a table that holds another lays out a page and is none.</summary>
internal sealed class TagTableFinder(string raw, List<Tag> tags)
{
    private readonly TagTable table = new();
    private int cell = -1;
    private int caption = -1;

    /// <param name="next">The tag behind the table.</param>
    /// <param name="end">Raw offset behind the table.</param>
    public TagTable? Read(int first, out int next, out int end)
    {
        end = tags[first].Start;
        for (next = first; next < tags.Count; next++)
        {
            var tag = tags[next];
            // Words in no cell, and no table end in front of them: what follows is the text behind a table that was cut.
            if (cell < 0 && caption < 0 && next > first && !IsBlank(end, tag.Start) && !TakeTitle(next, tag.Start))
                return Done();
            if (tag.Part == TagPart.Table && next > first)
            {
                var nested = !tag.Closes && cell >= 0;
                CloseCell(tag.Start);
                if (tag.Closes)
                    end = tags[next++].End;
                return nested ? null : Done();
            }

            Take(tag, next);
            end = tag.End;
        }

        // The text broke off in a cell: what is left of its line is in it.
        if (cell >= 0 || caption >= 0)
        {
            end = EndOfLine(tags[Math.Max(cell, caption)].End);
            CloseCell(end);
        }

        return Done();
    }

    private void Take(Tag tag, int at)
    {
        switch (tag.Part)
        {
            case TagPart.Row when !tag.Closes:
                CloseCell(tag.Start);
                table.NextRow();
                break;
            case TagPart.Row or TagPart.Rows:
                CloseCell(tag.Start);
                break;
            case TagPart.Cell:
                CloseCell(tag.Start);
                if (!tag.Closes)
                    cell = at;
                break;
            case TagPart.Caption:
                var opens = !tag.Closes && cell < 0 && caption < 0 && table.IsEmpty && table.Caption.End == 0;
                CloseCell(tag.Start);
                caption = opens ? at : -1;
                break;
        }
    }

    /// <summary>Words behind the tag of the table, in front of its first row.</summary>
    private bool TakeTitle(int next, int at)
    {
        if (!table.IsEmpty || table.Caption.End > 0 || tags[next - 1].Part != TagPart.Table)
            return false;
        table.Caption = (tags[next - 1].End, at, next);
        return true;
    }

    private void CloseCell(int at)
    {
        if (cell >= 0)
            table.Add(raw, tags, cell, tags[cell].End, at);
        else if (caption >= 0)
            table.Caption = (tags[caption].End, at, caption + 1);
        (cell, caption) = (-1, -1);
    }

    private TagTable? Done() => table.HoldsData ? table : null;

    private int EndOfLine(int at)
    {
        while (at < raw.Length && (Glyphs.IsLineEnd(raw[at]) || Glyphs.IsSpace(raw[at])))
            at++;
        var found = raw.AsSpan(at).IndexOfAny('\n', '\r');
        return found < 0 ? raw.Length : at + found;
    }

    private bool IsBlank(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!Glyphs.IsLineEnd(raw[at]) && !Glyphs.IsSpace(raw[at]))
                return false;
        }

        return true;
    }
}
