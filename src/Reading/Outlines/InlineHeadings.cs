namespace Luoshi.Reading.Outlines;

/// <summary>
/// A whole report on one line, as sites that keep documents print it: …请予审议。一、过去一年的工作…。(一)产业升级。…二、今年的安排…
/// Cut in front of the headings whose numbers run on, so that each is met at the beginning of a line.
/// </summary>
internal static class InlineHeadings
{
    /// <summary>A paragraph that is shorter may count its points: 一、…；二、….</summary>
    private const int Shortest = 600;

    /// <summary>Fewer numbers that run on may stand in any paragraph.</summary>
    private const int Fewest = 3;

    public static List<Line> Cut(string text, List<Line> lines)
    {
        List<Line>? cut = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var places = lines[i].Length < Shortest ? [] : Places(lines[i].Of(text));
            if (places.Count < Fewest)
            {
                cut?.Add(lines[i]);
                continue;
            }

            cut ??= [.. lines[..i]];
            var start = lines[i].Start;
            foreach (var place in places)
            {
                Add(text, start, lines[i].Start + place, start == lines[i].Start && lines[i].AfterGap, cut);
                start = lines[i].Start + place;
            }

            Add(text, start, lines[i].End, gap: false, cut);
        }

        return cut ?? lines;
    }

    private static void Add(string text, int start, int end, bool gap, List<Line> lines)
    {
        var (from, to) = Lines.Trim(text, start, end);
        if (from < to)
            lines.Add(new Line(from, to, gap));
    }

    /// <summary>Where a sentence is over and the number that is due begins the next one.</summary>
    private static List<int> Places(ReadOnlySpan<char> line)
    {
        var places = new List<int>();
        var (wide, narrow) = (0, 0);
        for (var at = 0; at >= 0 && at + 2 < line.Length; at = Next(line, at))
        {
            var printed = PrintedNumber.Read(line[at..]);
            // The words of the heading before reach as far as here.
            if (places.Count > 0 && at <= places[^1])
                continue;
            if (printed.Style == NumberStyle.Han && printed.Value == wide + 1)
                (wide, narrow) = (printed.Value, 0);
            else if (printed.Style == NumberStyle.HanBracket && printed.Value == narrow + 1)
                narrow = printed.Value;
            else
                continue;
            places.Add(at);
            // 一、过去一年的工作回顾过去一年，…: nothing parts the heading from its text.
            if (HeadingWords.TurnEnd(line[(at + printed.BodyStart)..]) is var end and > 0)
                places.Add(at + printed.BodyStart + end);
        }

        return places;
    }

    private static int Next(ReadOnlySpan<char> line, int at)
    {
        var stop = line[(at + 1)..].IndexOfAny("。！!…”");
        return stop < 0 ? -1 : at + stop + 2;
    }
}
