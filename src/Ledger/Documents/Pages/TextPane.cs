using Luoshi.Kernel.Text;
using Luoshi.Ledger.Documents.Read;
using Luoshi.Platform.Ui;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Outlines;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Luoshi.Ledger.Documents.Pages;

/// <summary>
/// One page of the original text, line by line, with its figures (or its repairs) marked. Written by hand because
/// Razor markup would put blanks between a figure and the words around it.
/// </summary>
public sealed class TextPane : ComponentBase
{
    private TextMarks marks = TextMarks.None;
    private bool placed;

    [Inject]
    private ReaderModel Model { get; set; } = default!;

    [Inject]
    private UiContext Ui { get; set; } = default!;

    private OpenDocument Document => Model.Document;

    private string Raw => Document.Current.Document.Text;

    protected override void OnParametersSet() =>
        marks = Model.Query.Tab == ReaderTab.Repairs ? TextMarks.OfRepairs(Document, Model.TextPage) : TextMarks.OfFigures(Model);

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        placed = false;
        var table = new List<TextLine>();
        foreach (var line in Document.Text.Lines(Model.TextPage))
        {
            var isRow = IsPipedRow(line);
            if (isRow)
            {
                table.Add(line);
                continue;
            }

            Table(builder, table);
            Paragraph(builder, line);
        }

        Table(builder, table);
    }

    private void Paragraph(RenderTreeBuilder builder, TextLine line)
    {
        builder.OpenElement(0, IsHeading(line.Kind) ? "h2" : "p");
        Describe(builder, line);
        Marked(builder, line.Raw);
        builder.CloseElement();
        Notes(builder, line);
    }

    /// <summary>Rows of the document become a table of the page, with what does not add up below it.</summary>
    private void Table(RenderTreeBuilder builder, List<TextLine> rows)
    {
        if (rows.Count == 0)
            return;
        builder.OpenElement(30, "div");
        builder.AddAttribute(31, "class", "t-grid");
        builder.OpenElement(32, "table");
        builder.OpenElement(33, "tbody");
        foreach (var row in rows)
            Row(builder, row);
        builder.CloseElement();
        builder.CloseElement();
        builder.CloseElement();
        foreach (var row in rows)
            Notes(builder, row);
        rows.Clear();
    }

    private void Row(RenderTreeBuilder builder, TextLine line)
    {
        if (IsRule(line))
            return;
        builder.OpenElement(0, "tr");
        Describe(builder, line);
        var header = IsHeaderRow(line);
        foreach (var cell in Cells(line.Raw))
        {
            builder.OpenElement(1, header ? "th" : "td");
            Marked(builder, cell);
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    private void Describe(RenderTreeBuilder builder, TextLine line)
    {
        var conflict = marks.HasConflict(line.Raw);
        builder.AddAttribute(2, "class", $"t t-{line.Kind.ToString().ToLowerInvariant()}{(conflict ? " t-conflict" : "")}");
        builder.AddAttribute(3, "data-line", line.Number);
        builder.AddAttribute(4, "id", line.Section >= 0 ? $"s{line.Section}" : $"l{line.Number}-{line.Raw.Start}");
    }

    private void Marked(RenderTreeBuilder builder, SourceSpan span)
    {
        var at = span.Start;
        foreach (var mark in marks.Within(span))
        {
            if (mark.Raw.Start < at)
                continue;
            Plain(builder, at, mark.Raw.Start);
            builder.OpenElement(11, mark.Href is null ? "mark" : "a");
            builder.AddAttribute(12, "class", mark.Class);
            builder.AddAttribute(13, "id", mark.Id);
            if (mark.Href is not null)
                builder.AddAttribute(14, "href", mark.Href);
            builder.AddAttribute(15, "data-tip", Ui[mark.Tip]);
            if (mark.IsChosen)
                builder.AddAttribute(16, "aria-current", "true");
            builder.AddContent(17, Raw[mark.Raw.Start..mark.Raw.End]);
            builder.CloseElement();
            at = mark.Raw.End;
        }

        Plain(builder, at, span.End);
    }

    /// <summary>Words between marks; those of the place somebody was sent to are shaded.</summary>
    private void Plain(RenderTreeBuilder builder, int from, int to)
    {
        if (Model.Query.Place is not { } place || to <= place.Start || from >= place.End)
        {
            builder.AddContent(10, Raw[from..to]);
            return;
        }

        var (start, end) = (Math.Max(from, place.Start), Math.Min(to, place.End));
        builder.AddContent(40, Raw[from..start]);
        builder.OpenElement(41, "mark");
        builder.AddAttribute(42, "class", "place");
        if (!placed)
            builder.AddAttribute(43, "id", "place");
        placed = true;
        builder.AddContent(44, Raw[start..end]);
        builder.CloseElement();
        builder.AddContent(45, Raw[end..to]);
    }

    /// <summary>What does not add up, beside the sentence, as a proof-reader would write it.</summary>
    private void Notes(RenderTreeBuilder builder, TextLine line)
    {
        if (Model.Query.Tab == ReaderTab.Repairs)
            return;
        foreach (var finding in Document.Findings)
        {
            if (finding.Verdict != Verdict.Inconsistent || !line.Raw.Contains(Document.Claims[finding.Subject].Raw.Start))
                continue;
            builder.OpenElement(20, "p");
            builder.AddAttribute(21, "class", "proof");
            builder.AddContent(22, Ui.Pick(finding.Chinese, finding.English));
            builder.CloseElement();
        }
    }

    private IEnumerable<SourceSpan> Cells(SourceSpan row)
    {
        var start = row.Start + 1;
        for (var at = start; at < row.End; at++)
        {
            if (Raw[at] != '|')
                continue;
            yield return Trim(start, at);
            start = at + 1;
        }
    }

    private SourceSpan Trim(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Raw[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Raw[end - 1]))
            end--;
        return new SourceSpan(start, end);
    }

    private bool IsPipedRow(TextLine line) => line.Raw.Length > 2 && Raw[line.Raw.Start] == '|' && Raw[line.Raw.End - 1] == '|';

    /// <summary>The line of dashes under a table's header.</summary>
    private bool IsRule(TextLine line) => Raw.AsSpan(line.Raw.Start, line.Raw.Length).IndexOfAnyExcept("|-: ") < 0;

    private bool IsHeaderRow(TextLine line)
    {
        if (line.Block < 0)
            return false;
        var blocks = Document.Current.Outline.Blocks;
        var table = blocks[line.Block].Table;
        if (table < 0 || table >= Document.Current.Outline.Tables.Count)
            return false;
        var rows = Document.Current.Outline.Tables[table].HeaderRows;
        var first = line.Block;
        while (first > 0 && line.Block - first <= rows && blocks[first - 1].Table == table)
            first--;
        return line.Block - first < rows;
    }

    private static bool IsHeading(BlockKind kind) => kind is BlockKind.Title or BlockKind.Heading or BlockKind.Promise;
}
