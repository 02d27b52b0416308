namespace Luoshi.Reading.Outlines;

/// <summary>
/// Follows the furniture of a page through the body: single lines of it, and the lists of other pages and comments behind the text.
/// A list of other pages may stand in the middle of a text, so the body may resume behind it; comments end the document.
/// </summary>
internal sealed class BodyTail(string text, List<Line> lines)
{
    private const int LongEnough = 30;

    private PageLine state = PageLine.Text;
    private int lastHan;

    /// <summary>The line belongs to furniture in which no table is looked for.</summary>
    public bool Holds(int at, SectionStack stack) => state != PageLine.Text && stack is not null && !Resumes(at, lines[at].Of(text));

    /// <summary>Says whether the line is furniture.</summary>
    public bool Takes(int at, ReadOnlySpan<char> line)
    {
        var page = Furniture.Classify(line);
        if (page is PageLine.ListOfOthers or PageLine.Comments)
        {
            // Comments stay comments: the next list of other pages ends nothing more.
            state = page;
            return true;
        }

        if (page == PageLine.Furniture)
            return true;
        if (state != PageLine.Text && !Resumes(at, line))
            return true;
        state = PageLine.Text;
        var number = PrintedNumber.Read(line);
        if (number.Style == NumberStyle.Han)
            lastHan = number.Value;
        return false;
    }

    /// <summary>The body goes on with a full sentence that is not the summary of another page, or with the next number of its headings.</summary>
    private bool Resumes(int at, ReadOnlySpan<char> line)
    {
        if (state == PageLine.Comments)
            return false;
        var number = PrintedNumber.Read(line);
        if (number.Style == NumberStyle.Han && number.Value == lastHan + 1 && lastHan > 0)
            return true;
        if (line.Length < LongEnough || line[^1] is not ('。' or '；') || line.IndexOfAny("，,、") < 0)
            return false;
        return at + 1 >= lines.Count || !IsDateLine(lines[at + 1].Of(text));
    }

    private static bool IsDateLine(ReadOnlySpan<char> line) => line.Length <= 40 && PrintedDate.Find(line) is not null;
}
