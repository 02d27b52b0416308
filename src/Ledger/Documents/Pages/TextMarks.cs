using System.Globalization;
using Luoshi.Kernel.Text;
using Luoshi.Ledger.Documents.Read;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Cleaning;

namespace Luoshi.Ledger.Documents.Pages;

/// <summary>A marked place of the text.</summary>
internal sealed record TextMark(SourceSpan Raw, string Class, string Id, string? Href, Words Tip, bool IsChosen = false, bool IsConflict = false);

/// <summary>The marks of one page of text, in text order.</summary>
internal sealed class TextMarks(IReadOnlyList<TextMark> marks)
{
    public static TextMarks None { get; } = new([]);

    public static TextMarks OfFigures(ReaderModel model)
    {
        var document = model.Document;
        var page = document.Text[model.TextPage];
        return new([.. Enumerable.Range(0, document.Claims.Count)
            .Where(index => page.Contains(document.Claims[index].Raw.Start))
            .OrderBy(index => document.Claims[index].Raw.Start)
            .Select(index => OfFigure(model, index))]);
    }

    public static TextMarks OfRepairs(OpenDocument document, int page)
    {
        var span = document.Text[page];
        var repairs = document.Current.Clean.Repairs;
        return new([.. Enumerable.Range(0, repairs.Count)
            .Where(index => span.Contains(repairs[index].Raw.Start))
            .Select(index => OfRepair(document, repairs[index], index))]);
    }

    public IEnumerable<TextMark> Within(SourceSpan span)
    {
        for (var i = FirstFrom(span.Start); i < marks.Count && marks[i].Raw.End <= span.End; i++)
            yield return marks[i];
    }

    public bool HasConflict(SourceSpan span) => Within(span).Any(mark => mark.IsConflict);

    private int FirstFrom(int offset)
    {
        var (low, high) = (0, marks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (marks[middle].Raw.Start < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static TextMark OfFigure(ReaderModel model, int index)
    {
        var (document, claim) = (model.Document, model.Document.Claims[index]);
        var verdict = document.VerdictOf(index);
        var chosen = index == model.At;
        var look = verdict == Verdict.Implied ? "implied" : claim.Stance == Stance.Planned ? "planned" : "done";
        var css = $"fig {look}{(verdict is { } known ? $" v-{ReaderQuery.Word(known)}" : "")}{(chosen ? " chosen" : "")}{(document.Corrections.Of(claim.Raw) is null ? "" : " corrected")}";
        return new TextMark(claim.Raw, css, $"c{index}", model.ToTable(index), Tip(claim, verdict), chosen, verdict == Verdict.Inconsistent);
    }

    private static Words Tip(Claim claim, Verdict? verdict)
    {
        var (stance, check) = (ReaderTexts.Look(claim.Stance).Label, verdict is { } known ? ReaderTexts.Look(known).Label : (Words?)null);
        var exact = FigureWords.Exact(claim);
        return new(
            $"{claim.Indicator} {exact} · {stance.Chinese}{(check is null ? "" : " · " + check.Value.Chinese)}",
            $"{claim.Indicator} {exact} · {stance.English}{(check is null ? "" : " · " + check.Value.English)}");
    }

    private static TextMark OfRepair(OpenDocument document, Repair repair, int index)
    {
        var kind = ReaderTexts.Name(repair.Kind);
        var read = repair.Clean.IsEmpty ? "" : " → " + repair.Clean.Of(document.Current.Clean.Text);
        var css = ReaderTexts.IsLoss(repair.Kind) ? "rep damage" : "rep";
        return new TextMark(repair.Raw, css, string.Create(CultureInfo.InvariantCulture, $"p{index}"), Href: null, new(kind.Chinese + read, kind.English + read));
    }
}
