using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Claims.Sentences;

/// <param name="At">Where the words begin that are planned or done.</param>
/// <param name="Label">Where the label in front of them begins; the same place when they have none.</param>
/// <param name="IsPromise">Planned in the past, for what is reported; 下一步 is planned for what comes behind it.</param>
internal readonly record struct Turn(int Label, int At, Stance Stance, bool IsPromise);

/// <summary>
/// 承诺：新装路灯300盏。兑现：装好276盏: labels inside a paragraph that turn it from what was promised to what came of it, and back.
/// Where only the promise has a label, the first sentence behind it that tells results answers it.
/// </summary>
internal static class Turns
{
    private const int LongestLabel = 16;
    private const int ShortestPromise = 8;

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create(":：】]〗");
    private static readonly System.Buffers.SearchValues<char> Before = System.Buffers.SearchValues.Create("。；;！？!?，,、.．)） 　\n】]〗：:①②③④⑤⑥⑦⑧⑨⑩");
    private static readonly System.Buffers.SearchValues<char> SentenceEnds = System.Buffers.SearchValues.Create("。！？!");

    /// <summary>The turns of a block, in its order; empty for nearly every one.</summary>
    public static void Find(string text, Block place, List<Turn> turns)
    {
        turns.Clear();
        if (place.Kind is BlockKind.Title or BlockKind.Heading)
            return;
        var words = text.AsSpan(place.Span.Start, place.Span.End - place.Span.Start);
        for (var from = 0; words[from..].IndexOfAny(Ends) is >= 0 and var found; from += found + 1)
        {
            var mark = from + found;
            if (LabelStart(words, mark) is not (>= 0 and var start) || KindOf(words[start..mark]) is not { } kind)
                continue;
            // What ends the paragraph labels nothing; behind 截至9月底进展： the sentence begins with its time.
            var behind = mark + 1 + Blanks(words[(mark + 1)..]);
            if (behind + 2 < words.Length)
                turns.Add(new Turn(place.Span.Start + start, place.Span.Start + (words[start..mark].IndexOfAnyInRange('0', '9') < 0 ? behind : start), kind == Kind.Answer ? Stance.Done : Stance.Planned, kind == Kind.Promise));
        }

        if (turns.Count > 0)
            Complete(text, place, turns);
    }

    /// <summary>The last turn whose words begin at a place or in front of it; -1 when none do.</summary>
    public static int At(List<Turn> turns, int place) => Count(turns, place, static turn => turn.At) - 1;

    /// <summary>How many labels begin at a place or in front of it.</summary>
    public static int Labels(List<Turn> turns, int place) => Count(turns, place, static turn => turn.Label);

    // A paragraph may hold as many turns as sentences, and each of these asks.
    private static int Count(List<Turn> turns, int place, Func<Turn, int> where)
    {
        var (from, to) = (0, turns.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (where(turns[middle]) <= place)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }

    private static int Blanks(ReadOnlySpan<char> words) => words.Length - words.TrimStart(" 　:：").Length;

    // The label behind a stop, a number or nothing at all.
    private static int LabelStart(ReadOnlySpan<char> words, int mark)
    {
        var label = words[Math.Max(0, mark - LongestLabel)..mark];
        var first = mark - label.Length;
        if (words[mark] is '】' or ']' or '〗')
            return label.LastIndexOfAny('【', '[', '〖') is >= 0 and var open ? first + open : -1;
        var stop = label.LastIndexOfAny(Before);
        return stop < 0 && first > 0 ? -1 : first + stop + 1;
    }

    private enum Kind
    {
        Promise,
        Answer,
        Ahead,
    }

    private static Kind? KindOf(ReadOnlySpan<char> label)
    {
        var words = ClaimWords.Shared;
        label = label.Trim("【[〖 　“”");
        while (label.Length > 1)
        {
            if (words.TurnsPlanned.AtStart(label) == label.Length)
                return Kind.Promise;
            if (words.TurnsDone.AtStart(label) == label.Length)
                return Kind.Answer;
            if (words.TurnsAhead.AtStart(label) == label.Length)
                return Kind.Ahead;
            var lead = Math.Max(words.TurnLeads.AtStart(label), Phrases.LeadingDate(label));
            if (lead == 0)
                return null;
            label = label[lead..];
        }

        return null;
    }

    // What no label says: where a promise without an answer's label ends, and that what stands in front of an answer was promised.
    private static void Complete(string text, Block place, List<Turn> turns)
    {
        var labelled = turns.ToArray();
        turns.Clear();
        var head = text.AsSpan(place.BodyStart, Math.Max(0, labelled[0].Label - place.BodyStart));
        if (labelled[0].Stance == Stance.Done && head.Length > ShortestPromise && !ClaimWords.Shared.Done.Contains(head))
            turns.Add(new Turn(place.BodyStart, place.BodyStart, Stance.Planned, IsPromise: true));
        for (var i = 0; i < labelled.Length; i++)
        {
            var turn = labelled[i];
            turns.Add(turn);
            if (!turn.IsPromise || (i + 1 < labelled.Length && labelled[i + 1].Stance == Stance.Done))
                continue;
            var end = i + 1 < labelled.Length ? labelled[i + 1].Label : place.Span.End;
            if (Answer(text.AsSpan(turn.At, end - turn.At)) is > 0 and var at)
                turns.Add(new Turn(turn.At + at, turn.At + at, Stance.Done, IsPromise: false));
        }
    }

    /// <summary>Where the first sentence behind the promise begins that tells what came of it; 0 when none does.</summary>
    private static int Answer(ReadOnlySpan<char> words)
    {
        var start = words.IndexOfAny(SentenceEnds) + 1;
        while (start > 0 && start + 4 < words.Length)
        {
            var end = words[start..].IndexOfAny(SentenceEnds);
            if (PromiseHead.TellsResult(words[start..(end < 0 ? words.Length : start + end)].Trim(" 　\n”")))
                return start;
            start = end < 0 ? 0 : start + end + 1;
        }

        return 0;
    }
}
