using Luoshi.Ledger.Documents.Read;

namespace Luoshi.Ledger.Documents.Pages;

/// <summary>The figures a filter leaves, in the order asked for, cut into pages.</summary>
internal sealed class FigureList
{
    public const int PageSize = 100;

    private readonly OpenDocument document;
    private readonly ReaderQuery query;
    private readonly List<int> shown;

    public FigureList(OpenDocument document, ReaderQuery query)
    {
        this.document = document;
        this.query = query;
        shown = Order([.. Enumerable.Range(0, document.Claims.Count).Where(Matches)]);
        Page = query.Page is { } asked ? Math.Clamp(asked, 1, Pages) : PageOfChosen();
    }

    public int Count => shown.Count;

    /// <summary>Counted from 1.</summary>
    public int Page { get; }

    public IEnumerable<int> OnPage => shown.Skip((Page - 1) * PageSize).Take(PageSize);

    private int Pages => Math.Max(1, (shown.Count + PageSize - 1) / PageSize);

    private int PageOfChosen()
    {
        var at = shown.IndexOf(query.At);
        return at < 0 ? 1 : (at / PageSize) + 1;
    }

    private bool Matches(int index)
    {
        var claim = document.Claims[index];
        if (query.Stance is { } stance && claim.Stance != stance)
            return false;
        if (query.Measure is { } measure && claim.Measure != measure)
            return false;
        if (query.Verdict is { } verdict && document.VerdictOf(index) != verdict)
            return false;
        if (query.Section is { } section && !Within(document.SectionOf(index), section))
            return false;
        return query.Search.Length == 0 || Says(index, query.Search);
    }

    private bool Says(int index, string words)
    {
        var claim = document.Claims[index];
        return claim.Indicator.Contains(words, StringComparison.OrdinalIgnoreCase)
            || claim.Unit.Contains(words, StringComparison.OrdinalIgnoreCase)
            || document.Printed(index).Contains(words, StringComparison.OrdinalIgnoreCase)
            || document.Current.Clean.Text.AsSpan(claim.Sentence.Start, claim.Sentence.Length).Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A chapter holds the figures of its parts.</summary>
    private bool Within(int section, int wanted)
    {
        var sections = document.Current.Outline.Sections;
        for (var steps = 0; section >= 0 && section < sections.Count && steps < 32; steps++)
        {
            if (section == wanted)
                return true;
            section = sections[section].Parent;
        }

        return false;
    }

    private List<int> Order(List<int> indexes)
    {
        var descending = query.Sort.StartsWith('-');
        var ordered = query.Sort.TrimStart('-') switch
        {
            "indicator" => indexes.OrderBy(index => document.Claims[index].Indicator, StringComparer.Ordinal),
            "value" => indexes.OrderBy(index => document.Claims[index].Value),
            "stance" => indexes.OrderBy(index => document.Claims[index].Stance),
            "verdict" => indexes.OrderBy(index => document.VerdictOf(index) is { } verdict ? OpenDocument.Severity(verdict) : int.MaxValue),
            _ => indexes.OrderBy(index => document.Claims[index].Raw.Start),
        };
        var list = ordered.ThenBy(index => document.Claims[index].Raw.Start).ToList();
        if (descending)
            list.Reverse();
        return list;
    }
}
