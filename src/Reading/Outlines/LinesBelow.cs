namespace Luoshi.Reading.Outlines;

/// <summary>What the lines below a line say of it: whether it is a heading, an item or a promise that they answer.</summary>
internal sealed class LinesBelow(string text, List<Line> lines)
{
    private const int MostAnswerLines = 5;
    private const int MaxLabelled = 10;
    private const int MaxHeadingLine = 60;

    public bool IsPlain(int at) => at + 1 < lines.Count && !PrintedNumber.Read(lines[at + 1].Of(text)).IsNumbered && text[lines[at + 1].End - 1] == '。';

    /// <summary>3.建设公厕12座。/ 责任单位：… / 完成情况：…: below the task a line says by its label what came of it.</summary>
    public bool AnswerByLabel(int at)
    {
        for (var below = at + 1; below < lines.Count && below <= at + MostAnswerLines; below++)
        {
            var line = lines[below].Of(text);
            if (PrintedNumber.Read(line).IsNumbered || line.IndexOfAny(':', '：') is not (> 1 and < MaxLabelled))
                return false;
            if (Labels.Read(line, out var kind, out _) && kind == SectionKind.Review)
                return true;
        }

        return false;
    }

    public bool TellsResult(int at) =>
        at + 1 < lines.Count && !PrintedNumber.Read(lines[at + 1].Of(text)).IsNumbered && Counts.TellsResult(lines[at + 1].Of(text));

    public bool IsNarrower(int at, PrintedNumber number)
    {
        if (at + 1 >= lines.Count)
            return false;
        var next = PrintedNumber.Read(lines[at + 1].Of(text));
        return next.IsNumbered && (next.Style > number.Style || number.Style == NumberStyle.None);
    }

    public bool Answers(int at) =>
        at + 1 < lines.Count && !PrintedNumber.Read(lines[at + 1].Of(text)).IsNumbered
        && ((text[lines[at].End - 1] is not '。' && HeadingWords.Answers(lines[at + 1].Of(text))) || (Labels.Read(lines[at + 1].Of(text), out var kind, out _) && kind == SectionKind.Review));

    /// <summary>1. over a paragraph is a heading; 1. over 2. is an item.</summary>
    public bool IsText(int at, PrintedNumber number)
    {
        if (at + 1 >= lines.Count || text[lines[at].End - 1] is '。' or ';' or '；')
            return false;
        var next = PrintedNumber.Read(lines[at + 1].Of(text));
        return next.IsNumbered ? next.Style > number.Style : lines[at + 1].Length > MaxHeadingLine || text[lines[at + 1].End - 1] == '。';
    }

    /// <summary>目标任务：… right above 完成情况：…: the pair makes a card of any text.</summary>
    public bool IsAnswerLabel(int at) =>
        at + 1 < lines.Count && Labels.Read(lines[at + 1].Of(text), out var kind, out _) && kind == SectionKind.Review;
}
