namespace Luoshi.Reading.Outlines;

/// <summary>What the marks of a line tell of it: whether it ends a sentence, who answers for it, how far its words are a heading.</summary>
internal static class LineShape
{
    /// <summary>实施易地搬迁4260人。（责任单位：…）: a task and who answers for it, above what came of it.</summary>
    public static bool IsOwned(ReadOnlySpan<char> body)
    {
        var owner = body.IndexOf("责任单位", StringComparison.Ordinal);
        return owner > 4 && body[owner - 1] is '(' or '（' or '【' && Counts.Any(body[..owner]) && !Counts.TellsResult(body[..owner]);
    }

    /// <summary>A closing stop, also inside a closing quotation mark.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        var last = line.TrimEnd("”\"’』」)）");
        return last.Length > 0 && last[^1] is '。' or ';' or '；' or ',' or '，' or '？' or '?';
    }

    /// <summary>The words of a heading: up to the first sentence stop or colon. Also how far its words may tell what the section is.</summary>
    public static int HeadingPart(ReadOnlySpan<char> body, out int label)
    {
        var stop = body.IndexOfAny("。;；");
        var colon = body.IndexOfAny(':', '：');
        label = stop < 0 ? body.Length : stop;
        if (colon > 0 && colon < label)
            label = colon;
        return stop < 0 ? body.Length : stop;
    }
}
