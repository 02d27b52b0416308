using System.Globalization;
using Luoshi.Ledger.Documents.Read;
using Luoshi.Reading;
using Luoshi.Reading.Claims;

namespace Luoshi.Ledger.ReportCards.Gate;

/// <summary>Where in a card a figure that was read stands: in the opening, in an item, in a quoted promise, or somewhere else.</summary>
internal sealed class CardPlaces(ReadingResult reading)
{
    private const int Opening = 2;
    private const int LongestSentence = 120;

    public ReadingResult Reading { get; } = reading;

    /// <summary>第三件：…</summary>
    public static bool IsPromiseLine(string line) => line.StartsWith('第') && (line.IndexOf("件：", StringComparison.Ordinal) is > 0 and < 12 || line.IndexOf("类：", StringComparison.Ordinal) is > 0 and < 12);

    /// <summary>The number at the head of an item's paragraph, or 0.</summary>
    public static int NumberOf(ReadOnlySpan<char> line)
    {
        var dot = line.IndexOf('.');
        return dot is > 0 and < 5 && int.TryParse(line[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>The item a figure's line tells of, 0 for the opening; null for lines people added.</summary>
    public int? Item(Claim claim)
    {
        var line = Reading.Document.LineOf(claim.Raw.Start);
        if (line == Opening)
            return 0;
        return NumberOf(Line(line)) is > 0 and var number ? number : null;
    }

    public bool IsPromise(Claim claim) => IsPromiseLine(Line(Reading.Document.LineOf(claim.Raw.Start)));

    /// <summary>In the title of the paper the item's plan was changed by: its numbers and years are no results.</summary>
    public bool IsDecision(Claim claim, IReadOnlyList<ExpectedNumber> expected)
    {
        var item = Item(claim);
        var number = Reading.Document.LineOf(claim.Raw.Start);
        var (line, at) = (Line(number), claim.Raw.Start - Reading.Document.LineStarts[number - 1]);
        foreach (var paper in expected.Where(e => e.Paragraph == item && e.Decision is { Length: > 0 }).Select(e => $"（{e.Decision}）"))
        {
            for (var start = line.IndexOf(paper, StringComparison.Ordinal); start >= 0; start = line.IndexOf(paper, start + 1, StringComparison.Ordinal))
            {
                if (at > start && at < start + paper.Length)
                    return true;
            }
        }

        return false;
    }

    public string Sentence(Claim claim) => Cut(OpenDocument.Readable(Reading, claim.Sentence).Trim());

    public string Printed(Claim claim) => claim.Raw.Of(Reading.Document.Text);

    public static string Cut(string text) => text.Length <= LongestSentence ? text : text[..(LongestSentence - 1)] + "…";

    private string Line(int line)
    {
        var document = Reading.Document;
        var text = document.Text.AsSpan(document.LineStarts[line - 1]);
        var end = text.IndexOf('\n');
        return (end < 0 ? text : text[..end]).ToString();
    }
}
