using Luoshi.Ledger.Documents.Read;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Documents.Pages;

internal sealed record FindingGroup(string Name, IReadOnlyList<int> Findings);

/// <summary>Checks by item of the report, items with a conflict first, inside an item the conflict first.</summary>
internal sealed class FindingList
{
    /// <summary>Items on a page.</summary>
    public const int PageSize = 40;

    private readonly List<FindingGroup> groups;

    public FindingList(OpenDocument document, ReaderQuery query, UiContext ui)
    {
        groups = [.. Enumerable.Range(0, document.Findings.Count)
            .Where(index => query.Verdict is not { } wanted || document.Findings[index].Verdict == wanted)
            .GroupBy(index => Name(document, index, ui), StringComparer.Ordinal)
            .Select(group => (Group: group, Worst: group.Min(index => Rank(document, index)), First: group.Min(index => Place(document, index))))
            .OrderBy(each => each.Worst == 0 ? 0 : 1)
            .ThenBy(each => each.First)
            .Select(each => new FindingGroup(each.Group.Key, [.. each.Group.OrderBy(index => Rank(document, index)).ThenBy(index => Place(document, index))]))];
        var pages = Math.Max(1, (groups.Count + PageSize - 1) / PageSize);
        Page = Math.Clamp(query.Page ?? PageOf(query.At, document), 1, pages);
    }

    public int Count => groups.Count;

    public int Page { get; }

    public IEnumerable<FindingGroup> OnPage => groups.Skip((Page - 1) * PageSize).Take(PageSize);

    private int PageOf(int figure, OpenDocument document)
    {
        var at = groups.FindIndex(group => group.Findings.Any(index => document.Findings[index].Subject == figure));
        return at < 0 ? 1 : (at / PageSize) + 1;
    }

    private static string Name(OpenDocument document, int index, UiContext ui)
    {
        var finding = document.Findings[index];
        var section = document.SectionName(document.SectionOf(finding.Subject));
        if (finding.Item is not { Length: > 0 } item)
            return section.Length > 0 ? section : ui[ReaderTexts.Ungrouped];
        var name = char.IsAsciiDigit(item[0]) ? ui[ReaderTexts.Item(item)] : item;
        return section.Length == 0 || section.StartsWith(item, StringComparison.Ordinal) ? (section.Length > 0 ? section : name) : $"{name} · {section}";
    }

    private static int Rank(OpenDocument document, int index) => OpenDocument.Severity(document.Findings[index].Verdict);

    private static int Place(OpenDocument document, int index) => document.Claims[document.Findings[index].Subject].Raw.Start;
}
