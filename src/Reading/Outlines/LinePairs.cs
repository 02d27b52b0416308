using System.Buffers;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines;

/// <summary>
/// Promise and answer as two lines below each other. Either both begin with a label (承诺一　… / 兑现　…), or a numbered promise stands
/// over a line that opens with how far it had come by then (1．新建公厕20座。 / 上半年，建成12座。), item after item.
/// </summary>
/// <param name="lines">The lines of the document.</param>
internal sealed class LinePairs(string text, List<Line> lines)
{
    private const int LongestLabel = 12;
    private const int LongestPromise = 300;
    private const int FewestItems = 2;

    private static readonly Dictionary<string, List<string>> Words = WordFile.Load("headings");
    private static readonly WordMap<bool> Promises = Map("pair.promise");
    private static readonly WordMap<bool> Answers = Map("pair.answer");
    private static readonly WordMap<bool> Openers = Map("pair.opener");
    private static readonly WordFinder Told = new((Words["pair.told"], 0));
    private static readonly SearchValues<char> Numerals = SearchValues.Create("一二三四五六七八九十百0123456789（）()①②③④⑤⑥⑦⑧⑨⑩");

    private bool? itemsAreAnswered;

    /// <summary>The line is the promise of a labelled pair.</summary>
    /// <param name="number">The number behind the label, or null.</param>
    /// <param name="behind">Where the words behind the label begin.</param>
    public bool IsPromise(int at, ReadOnlySpan<char> line, out string? number, out int behind)
    {
        number = null;
        return (behind = LabelEnd(line, Promises, out number)) > 0 && at + 1 < lines.Count && LabelEnd(lines[at + 1].Of(text), Answers, out _) > 0;
    }

    /// <summary>Where the words begin behind the label of an answer, or 0.</summary>
    public static int AnswerStart(ReadOnlySpan<char> line) => LabelEnd(line, Answers, out _);

    /// <summary>The numbered line is a promise that the line below it answers, and the document goes on like that.</summary>
    public bool IsAnsweredItem(int at) => IsPair(at) && (itemsAreAnswered ??= Count() >= FewestItems);

    private int Count()
    {
        var found = 0;
        for (var at = 0; at + 1 < lines.Count && found < FewestItems; at++)
            found += IsPair(at) ? 1 : 0;
        return found;
    }

    private bool IsPair(int at)
    {
        if (at + 1 >= lines.Count)
            return false;
        var line = lines[at].Of(text);
        if (line.Length > LongestPromise || PrintedNumber.Read(line) is not { IsNumbered: true, Style: >= NumberStyle.HanBracket } number)
            return false;
        var body = line[number.BodyStart..];
        var next = lines[at + 1].Of(text);
        return Counts.Any(body) && !Told.Any(body) && !OpensWithTime(body) && !PrintedNumber.Read(next).IsNumbered && OpensWithTime(next) && Counts.Any(next);
    }

    /// <summary>上半年，… / 截至9月底，… / 1—6月，… / 目前，…</summary>
    private static bool OpensWithTime(ReadOnlySpan<char> words)
    {
        if (Openers.AtStart(words) > 0)
            return true;
        var at = SpokenTime.YearAt(words, 0, out var year) > 0 ? year : 0;
        if (at == words.Length || SpokenTime.LengthAt(words, at) is not (> 0 and var part))
            return false;
        at += part;
        return at < words.Length && words[at] is '，' or ',' or '：' or ':' or '底' or '末';
    }

    /// <summary>The label, its number if it has one, and the mark that parts it from its words: 承诺一　, 【兑现】, 目标：, 任务(2)—.</summary>
    private static int LabelEnd(ReadOnlySpan<char> line, WordMap<bool> labels, out string? number)
    {
        number = null;
        var at = line.Length > 0 && line[0] is '【' or '[' or '〖' or '●' or '◆' or '■' or '▲' or '★' or '☆' or '◎' or '○' ? 1 : 0;
        while (at < line.Length && Lines.IsBlank(line[at]))
            at++;
        var label = labels.AtStart(line[at..]);
        if (label == 0)
            return 0;
        at += label;
        var from = at;
        while (at < line.Length && at < LongestLabel && Numerals.Contains(line[at]))
            at++;
        if (at > from)
            number = line[from..at].Trim("（）()").ToString();
        var end = at;
        while (at < line.Length && (Lines.IsBlank(line[at]) || line[at] is '：' or ':' or '】' or ']' or '〗' or '—' or '－' or '|' or '｜' or '、'))
            at++;
        return at > end && at < line.Length ? at : 0;
    }

    private static WordMap<bool> Map(string group) => new(Words[group].Select(word => KeyValuePair.Create(word, value: true)));
}
