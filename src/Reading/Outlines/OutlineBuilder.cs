using Luoshi.Kernel.Text;
using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Outlines;

/// <summary>Walks the lines once and says of each what it is.</summary>
/// <param name="stack">The sections that open and close while the lines go by.</param>
internal sealed class OutlineBuilder(string text, List<Line> lines, FrontMatter front, DocumentKind document, SectionStack stack)
{
    private const int MaxHeadingLine = 60;
    private const int MaxPromise = 300;
    private const int LongestLabel = 6;

    private readonly ParagraphLeads leads = new(stack);
    private readonly List<Block> blocks = new(lines.Count);
    private readonly List<Table> tables = [];
    private readonly TableFinder finder = new(text, lines);
    private readonly BodyTail tail = new(text, lines);
    private readonly LinesBelow below = new(text, lines);
    private readonly LinePairs pairs = new(text, lines);
    private int promise = -1;
    private int labelAbove = -1;
    private bool promiseIsLabelled;
    private bool pairIsOpen;
    private NumberStyle promiseStyle;
    private int noteUntil = -1;
    private bool? tellsProgress;

    public IReadOnlyList<Section> Sections => stack.Sections;

    public IReadOnlyList<Block> Blocks => blocks;

    public IReadOnlyList<Table> Tables => tables;

    public void Run()
    {
        var at = 0;
        for (; at < front.BodyLine && at < lines.Count; at++)
            Add(front.Kinds[at], at);
        while (at < lines.Count)
        {
            if (!tail.Holds(at, stack) && finder.TryRead(at, out var table, out var after))
            {
                AddTable(table, at, after);
                at = after;
                continue;
            }

            Take(at++);
        }
    }

    private void Take(int at)
    {
        var line = lines[at].Of(text);
        if (tail.Takes(at, line))
        {
            Add(BlockKind.Furniture, at);
            return;
        }

        if (TakePair(at, line))
            return;
        if (Bylines.InBody(line))
            Add(Bylines.CountsReaders(line) ? BlockKind.Furniture : BlockKind.Front, at);
        else if (Captions.IsNote(line, at <= noteUntil))
            Add(BlockKind.Note, at);
        else if (Captions.IsCaption(line) || Captions.IsUnitLine(line))
            Add(BlockKind.Caption, at);
        else if (PrintedNumber.Read(line) is { } number && (number.IsNumbered || number.Hashes > 0))
            TakeNumbered(at, line, number);
        else
            TakePlain(at, line);
    }

    /// <summary>承诺一　新建公厕20座。 / 兑现　建成22座。: the labels say which is promise and which answer, whatever the text around them tells.</summary>
    private bool TakePair(int at, ReadOnlySpan<char> line)
    {
        if (pairs.IsPromise(at, line, out var number, out var behind))
        {
            stack.CloseLead();
            Add(BlockKind.Promise, at, number, behind);
            (promise, promiseStyle, pairIsOpen) = (blocks.Count - 1, NumberStyle.Arabic, true);
            return true;
        }

        if (!pairIsOpen)
            return false;
        pairIsOpen = false;
        if (blocks[^1].Kind == BlockKind.Promise && LinePairs.AnswerStart(line) is > 0 and var start)
        {
            stack.OpenLead(SectionKind.Review, new SourceSpan(lines[at].Start, lines[at].Start + start), null);
            Add(BlockKind.Paragraph, at, null, start);
            pairIsOpen = true;
            return true;
        }

        // What follows the last answer is of no pair.
        stack.CloseLead();
        promise = -1;
        return false;
    }

    private void TakeNumbered(int at, ReadOnlySpan<char> line, PrintedNumber number)
    {
        stack.CloseLead();
        if (promise >= 0 && number.Style <= promiseStyle)
            promise = -1;
        var body = line[number.BodyStart..];
        var place = LineShape.HeadingPart(body, out var label);
        var kind = KindOfNumbered(at, body, number);
        var printed = number.IsNumbered ? line[number.Start..number.End].ToString() : null;
        if (kind != BlockKind.Paragraph || number.Style < NumberStyle.Arabic || number.Hashes > 0)
        {
            var start = lines[at].Start + number.BodyStart;
            // A statement with figures says nothing of its neighbours, whatever words it holds.
            var tells = kind == BlockKind.Heading || !Counts.Any(body[..label]);
            stack.Open(number, printed, new SourceSpan(start, start + place), tells ? body[..label] : default);
        }

        Add(kind, at, printed, number.BodyStart);
        if (kind != BlockKind.Promise)
            return;
        promise = blocks.Count - 1;
        promiseStyle = number.IsNumbered ? number.Style : NumberStyle.Han;
    }

    private BlockKind KindOfNumbered(int at, ReadOnlySpan<char> body, PrintedNumber number)
    {
        var stop = body.IndexOfAny("。;；");
        var single = stop < 0 || stop == body.Length - 1;
        var counts = Counts.Any(body);
        if (!counts && single && body.Length <= MaxHeadingLine && number.Style < NumberStyle.Arabic)
            return number.Style == NumberStyle.Piece && body.Length > 0 ? BlockKind.Promise : BlockKind.Heading;
        if (counts && (below.AnswerByLabel(at) || (stack.Kind != SectionKind.Plan && document != DocumentKind.List && pairs.IsAnsweredItem(at))))
            return BlockKind.Promise;
        if (LineShape.IsOwned(body) && stack.Kind != SectionKind.Plan && document != DocumentKind.List && (below.IsNarrower(at, number) || below.TellsResult(at)))
            return BlockKind.Promise;
        // A promise may be a title and its sentences, when its numbered results follow at once.
        var promises = single || (number.Style == NumberStyle.Piece && counts && below.IsNarrower(at, number));
        if (promises && body.Length <= MaxPromise && !Counts.TellsResult(body) && stack.Kind != SectionKind.Plan)
        {
            if (number.Style == NumberStyle.Piece)
                return BlockKind.Promise;
            if (document != DocumentKind.List && counts && (stop < 0 || stop == body.Length - 1) && body.Length <= MaxPromise / 2 && ((stop < 0 && below.IsNarrower(at, number)) || below.Answers(at)))
                return BlockKind.Promise;
        }

        // 二、新建日间照料中心2所 in a card of how far promises have come, and the words below it say how far.
        if (TellsProgress && counts && number.Style == NumberStyle.Han && body[^1] is not '。' && body.Length <= MaxPromise / 2 && !Counts.TellsResult(body) && below.IsPlain(at))
            return BlockKind.Promise;

        if (counts || !single || body.Length > MaxHeadingLine / 2 || body.IndexOfAny("，,") >= 0)
            return BlockKind.Paragraph;
        return number.Style < NumberStyle.Arabic || below.IsText(at, number) ? BlockKind.Heading : BlockKind.Paragraph;
    }

    /// <summary>A card that tells month by month how far promises have come.</summary>
    private bool TellsProgress => tellsProgress ??= document == DocumentKind.Card && front.TitleFirst >= 0 && HeadingWords.TellsProgress(text.AsSpan(lines[front.TitleFirst].Start, lines[front.TitleLast].End - lines[front.TitleFirst].Start));

    private void TakePlain(int at, ReadOnlySpan<char> line)
    {
        if (labelAbove == at - 1 && labelAbove >= 0 && Counts.Any(line))
        {
            Add(BlockKind.Promise, at);
            (promise, promiseStyle, promiseIsLabelled) = (blocks.Count - 1, NumberStyle.Arabic, true);
            return;
        }

        if (document == DocumentKind.Card && Labels.StandsAlone(line))
            labelAbove = at;
        // 过去五年，…。全县生产总值由2005年的: the first line of a paragraph that a page break cut.
        if (line.Length > MaxHeadingLine || LineShape.EndsSentence(line) || (line.IndexOfAny("，,") >= 0 && line.IndexOf('。') is > 0 and var stop && stop < line.Length - 8))
        {
            TakeParagraph(at, line);
            return;
        }

        var (kind, _) = stack.Judge(line, numbered: false);
        if (line[^1] is ':' or '：')
        {
            if (document != DocumentKind.Card && HeadingWords.AnnouncesTargets(line))
            {
                stack.OpenLead(SectionKind.Plan, new SourceSpan(lines[at].Start, lines[at].End), null);
                Add(BlockKind.Heading, at);
                return;
            }

            // A speaker, or words that lead to a list or table: they name no section.
            if (line.IndexOfAny("，,") >= 0 || kind != SectionKind.Plan)
            {
                stack.Tell(line, new SourceSpan(lines[at].Start, lines[at].End));
                Add(line.IndexOfAny("，,") >= 0 ? BlockKind.Paragraph : BlockKind.Heading, at);
                return;
            }
        }
        else if (IsTableCaption(at, line))
        {
            Add(BlockKind.Caption, at);
            return;
        }
        else if (kind == SectionKind.Unknown && IsPhotoLine(at, line))
        {
            Add(BlockKind.Caption, at);
            return;
        }
        else if (kind == SectionKind.Unknown && Counts.Any(line) && promise >= 0)
        {
            TakeParagraph(at, line);
            return;
        }

        // 项目名称 / … / 进展情况 / …: a label leads to the answer.
        if (!promiseIsLabelled || line.Length > LongestLabel || labelAbove == at)
            (promise, promiseIsLabelled) = (-1, false);
        stack.CloseLead();
        // 总投入52亿元,超预算安排3亿元: a headline with figures in it tells nothing of the lines below.
        var tells = line.IndexOfAny("，,") < 0 || !Counts.Any(line);
        stack.Open(default, null, new SourceSpan(lines[at].Start, lines[at].End), tells ? line : default);
        Add(BlockKind.Heading, at);
    }

    /// <summary>表1 …, or any short line without a count right above a table.</summary>
    private bool IsTableCaption(int at, ReadOnlySpan<char> line)
    {
        var named = (line[0] == '表' && line.Length > 2 && HanCount.Read(line[1..], out _) > 0) || line.StartsWith("附表", StringComparison.Ordinal);
        return named || (!Counts.Any(line) && at + 1 < lines.Count && finder.TryRead(at + 1, out _, out _));
    }

    /// <summary>Between the items of a card a short line without a count is what stands under a photo.</summary>
    private bool IsPhotoLine(int at, ReadOnlySpan<char> line)
    {
        if (Counts.Any(line))
            return false;
        if (promise >= 0)
            return true;
        if (blocks.Count == 0 || blocks[^1] is not { Kind: BlockKind.Paragraph, Number: not null } || at + 1 >= lines.Count)
            return false;
        return PrintedNumber.Read(lines[at + 1].Of(text)).Style is NumberStyle.Arabic or NumberStyle.Piece;
    }

    private void TakeParagraph(int at, ReadOnlySpan<char> line)
    {
        var bodyStart = leads.Open(line, lines[at].Start, out var leavesPromise);
        if (leavesPromise)
            promise = -1;
        stack.Tell(line, new SourceSpan(lines[at].Start, lines[at].End));
        // 【目标任务】 is the promise that the paragraphs up to the next heading answer.
        if (bodyStart > 0 && stack.Kind == SectionKind.Plan && (document == DocumentKind.Card || below.IsAnswerLabel(at)) && Labels.IsPromise(line))
        {
            Add(BlockKind.Promise, at, null, bodyStart);
            promise = blocks.Count - 1;
            promiseStyle = NumberStyle.Arabic;
            return;
        }

        Add(BlockKind.Paragraph, at, null, bodyStart);
    }

    private void AddTable(Table table, int from, int after)
    {
        var index = tables.Count;
        tables.Add(Captions.Name(table, text, blocks, stack.Sections));
        for (var at = from; at < after; at++)
            blocks.Add(new Block(BlockKind.Table, new SourceSpan(lines[at].Start, lines[at].End), stack.Current, null, lines[at].Start, -1, index));
        noteUntil = after + 5;
    }

    private void Add(BlockKind kind, int at, string? number = null, int bodyStart = 0)
    {
        var answers = kind is BlockKind.Paragraph or BlockKind.Heading ? promise : -1;
        blocks.Add(new Block(kind, new SourceSpan(lines[at].Start, lines[at].End), stack.Current, number, lines[at].Start + bodyStart, answers));
    }
}
