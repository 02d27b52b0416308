using Luoshi.Ledger.Documents.Read;
using Luoshi.Platform.Ui;

namespace Luoshi.Ledger.Documents.Pages;

/// <summary>
/// What the reading page shows in this request. The endpoint fills it, the components take it by injection:
/// components are public, and so would have to be everything they are handed as parameters.
/// </summary>
internal sealed class ReaderModel(UiContext ui)
{
    private OpenDocument? document;
    private FigureList? figures;

    public OpenDocument Document
    {
        get => document ?? throw new InvalidOperationException("The endpoint has not opened a document.");
        set => document = value;
    }

    public ReaderQuery Query { get; set; } = new();

    /// <summary>A correction that was refused, with what was typed.</summary>
    public FormState? Refused { get; set; }

    public FigureList Figures => figures ??= new FigureList(Document, Query);

    /// <summary>The chosen figure when it exists, or -1.</summary>
    public int At => Query.At < Document.Claims.Count ? Query.At : -1;

    /// <summary>The shown page of the text, counted from 0.</summary>
    public int TextPage
    {
        get
        {
            if (Query.Text is { } asked)
                return Math.Clamp(asked - 1, 0, Document.Text.Pages - 1);
            if (At < 0 && Query.Place is { } place && place.Start < Document.Current.Document.Text.Length)
                return Document.Text.PageOf(place.Start);
            return At < 0 ? 0 : Document.Text.PageOf(Document.Claims[At].Raw.Start);
        }
    }

    /// <summary>Chooses a figure and shows it in the text, which on a phone comes to the front.</summary>
    public string ToText(int claim) => ui.Here(("at", $"{claim}"), ("text", null), ("pane", "text")) + $"#c{claim}";

    /// <summary>Chooses a figure and shows it in the table.</summary>
    public string ToTable(int claim) => ui.Here(("at", $"{claim}"), ("text", null), ("page", null), ("pane", null)) + $"#r{claim}";

    /// <summary>Shows a place of the text.</summary>
    public string ToPlace(int rawOffset, string anchor) =>
        ui.Here(("text", $"{Document.Text.PageOf(rawOffset) + 1}"), ("at", null), ("pane", "text")) + "#" + anchor;
}
