namespace Luoshi.Reading.Outlines;

/// <summary>What stands before the body: menus of the page, title, subtitle, bylines, date.</summary>
internal sealed class FrontMatter
{
    private const int MaxLines = 60;
    private const int MaxTitle = 100;

    /// <summary>A title told twice may end the front before the line that names the meeting.</summary>
    private const int LinesOfMeeting = 4;

    /// <summary>Lines <c>[0, BodyLine)</c> are described by <see cref="Kinds"/>.</summary>
    public int BodyLine { get; private init; }

    public IReadOnlyList<BlockKind> Kinds { get; private init; } = [];

    /// <summary>First and last line of the title, or -1.</summary>
    public int TitleFirst { get; private init; } = -1;

    public int TitleLast { get; private init; } = -1;

    public DateOnly? Date { get; private init; }

    /// <summary>The day a report was given, where a line of the front names the meeting: （2025年1月9日在…会议上）. A page may print the day it was put online.</summary>
    public DateOnly? Meeting { get; private init; }

    public static FrontMatter Find(string text, List<Line> lines)
    {
        var kinds = new List<BlockKind>();
        var candidates = new List<int>();
        DateOnly? date = null;
        var byline = -1;
        var end = 0;
        for (; end < lines.Count && end < MaxLines; end++)
        {
            var line = lines[end].Of(text);
            var page = Furniture.Classify(line);
            if (page is PageLine.ListOfOthers or PageLine.Comments)
                break;
            if (page == PageLine.Furniture)
            {
                date ??= byline < 0 ? PrintedDate.Find(line) : null;
                kinds.Add(BlockKind.Furniture);
                continue;
            }

            if (BeginsBody(line))
                break;
            if (Bylines.InFront(line) || IsSubtitle(line, candidates.Count))
            {
                date ??= PrintedDate.Find(line);
                byline = candidates.Count > 0 && byline < 0 ? end : byline;
                kinds.Add(BlockKind.Front);
                continue;
            }

            if (byline >= 0)
                break;
            if (IsLetterhead(line))
            {
                kinds.Add(BlockKind.Front);
                continue;
            }

            candidates.Add(end);
            kinds.Add(BlockKind.Heading);
        }

        return Choose(text, lines, kinds, candidates, byline, date, DayOfMeeting(text, lines, end));
    }

    private static FrontMatter Choose(string text, List<Line> lines, List<BlockKind> kinds, List<int> candidates, int byline, DateOnly? date, DateOnly? meeting)
    {
        if (candidates.Count == 0)
            return new FrontMatter { BodyLine = LastFurnitureOrFront(kinds, 0), Kinds = kinds, Date = date, Meeting = meeting };
        var (title, best) = (candidates[0], int.MinValue);
        for (var i = 0; i < candidates.Count; i++)
        {
            // Without a byline behind it, every later line may as well be the first heading of the body.
            var score = Score(lines[candidates[i]].Of(text)) - (i * (byline >= 0 ? 1 : 6));
            if (score > best)
                (title, best) = (candidates[i], score);
        }

        var (first, last) = Join(text, lines, kinds, title);
        for (var i = 0; i < first; i++)
        {
            if (kinds[i] == BlockKind.Heading && !(i == first - 1 && HasCount(lines[i].Of(text))))
                kinds[i] = BlockKind.Furniture;
        }

        for (var i = first; i <= last; i++)
            kinds[i] = BlockKind.Title;
        for (var i = last + 1; i < kinds.Count; i++)
        {
            if (kinds[i] == BlockKind.Heading && byline > i && !HasCount(lines[i].Of(text)))
                kinds[i] = BlockKind.Front;
        }

        // Behind the title only a byline keeps the front going; other short lines are headings of the body.
        var body = Math.Max(last + 1, byline < 0 ? last + 1 : LastFurnitureOrFront(kinds, last + 1));
        return new FrontMatter { BodyLine = body, Kinds = kinds, TitleFirst = first, TitleLast = last, Date = date, Meeting = meeting };
    }

    private static DateOnly? DayOfMeeting(string text, List<Line> lines, int end)
    {
        for (var i = 0; i < lines.Count && i < end + LinesOfMeeting; i++)
        {
            var line = lines[i].Of(text);
            if (line.Length <= MaxTitle && line[0] is '(' or '（' or '—' or '－' && PrintedDate.Find(line, out _, out var behind) is { } day && line[behind..].TrimStart(" 　") is ['在', ..])
                return day;
        }

        return null;
    }

    /// <summary>The line behind the last one that is no heading.</summary>
    private static int LastFurnitureOrFront(List<BlockKind> kinds, int least)
    {
        var end = kinds.Count;
        while (end > least && kinds[end - 1] == BlockKind.Heading)
            end--;
        return end;
    }

    private static (int First, int Last) Join(string text, List<Line> lines, List<BlockKind> kinds, int title)
    {
        if (title > 0 && kinds[title - 1] == BlockKind.Heading && LeavesOpen(lines[title - 1].Of(text)))
            return (title - 1, title);
        if (title + 1 < kinds.Count && kinds[title + 1] == BlockKind.Heading && LeavesOpen(lines[title].Of(text))
            && HeadingWords.KindOfTitle(lines[title].Of(text)) == DocumentKind.Other)
            return (title, title + 1);
        return (title, title);
    }

    /// <summary>海岳市人民政府 / 2024年工作报告: the first line of a title that goes on.</summary>
    private static bool LeavesOpen(ReadOnlySpan<char> line)
    {
        if (line.Length is < 3 or > 30)
            return false;
        foreach (var ending in (ReadOnlySpan<string>)["人民政府", "委员会", "办公室", "办公厅", "关于", "局", "厅", "领导小组", "指挥部", "中心"])
        {
            if (line.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return line.StartsWith("关于", StringComparison.Ordinal) && line[^1] == '的';
    }

    private static int Score(ReadOnlySpan<char> line)
    {
        var score = Math.Min(line.Length, 40);
        if (HeadingWords.KindOfTitle(line) != DocumentKind.Other)
            score += 20;
        if (SpokenTime.Read(line).Year > 0)
            score += 10;
        if (line.Length < 5)
            score -= 30;
        if (line[^1] is ':' or '：')
            score -= 15;
        return score;
    }

    private static bool BeginsBody(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxTitle || line[^1] is '。' or ';' or '；' || (line[^1] is ':' or '：' && line.IndexOf('。') > 0))
            return true;
        if (line[0] is '|' or '｜' || line.Count('\t') > 1 || (line.Count('|') > 2 && line.Contains("序号", StringComparison.Ordinal)))
            return true;
        if (Tables.AlignedTable.IsHead(line))
            return true;
        // 序号 项目名称 补助金额(万元): heads of a table that single blanks set apart are no title.
        if (line.StartsWith("序号 ", StringComparison.Ordinal) && line.Count(' ') > 2)
            return true;
        // 单位：万元 | is the first row of a table.
        if (line[^1] is '|' or '｜' && Captions.IsUnitLine(line))
            return true;
        if (line.Length <= 4 && Tables.ColumnHead.RoleOfWords(line.ToString()) == Tables.ColumnRole.Serial)
            return true;
        return PrintedNumber.Read(line).IsNumbered;
    }

    private static bool IsSubtitle(ReadOnlySpan<char> line, int candidates) =>
        candidates > 0 && line.Length > 2 && line[0] is '—' or '－' && line[1] is '—' or '－';

    /// <summary>海岳市人民政府文件: the red head of a document, whose title comes below its number.</summary>
    private static bool IsLetterhead(ReadOnlySpan<char> line) =>
        line.Length is > 4 and < 30 && (line.EndsWith("文件", StringComparison.Ordinal) || line.EndsWith("文 件", StringComparison.Ordinal));

    private static bool HasCount(ReadOnlySpan<char> line) => line.Length >= 8 && line.IndexOfAnyInRange('0', '9') >= 0;
}
