using Luoshi.Kernel.Text;

namespace Luoshi.Ledger.ReportCards;

/// <summary>What a printed number is.</summary>
internal enum PrintedAs
{
    Amount,

    /// <summary>A percentage of the plan.</summary>
    OfPlan,

    /// <summary>The plan or limit itself.</summary>
    Plan,

    /// <summary>A count of the opening: how many items are met, ahead, behind.</summary>
    Count,

    /// <summary>A part of an amount: 其中….</summary>
    Part,

    /// <summary>A percentage of the plan before a decision changed it.</summary>
    OfOriginal,
}

/// <summary>A number the card prints, with its place in its paragraph and the ledger entry it comes from.</summary>
/// <param name="Value">In base units; a percentage as printed.</param>
/// <param name="Unit">Bare unit, without 万 or 亿.</param>
internal sealed record PrintedNumber(Guid? Indicator, PrintedAs As, decimal Value, string Unit, SourceSpan Place)
{
    /// <summary>What the card calls it.</summary>
    public string? Name { get; init; }

    /// <summary>The headline a part belongs to.</summary>
    public Guid? PartOf { get; init; }

    /// <summary>Of a count: the numbers of the items counted.</summary>
    public IReadOnlyList<int>? Items { get; init; }
}

internal enum ParagraphKind
{
    Title,
    Opening,
    Promise,
    Item,
    Closing,
}

/// <param name="Item">The item an item paragraph tells of.</param>
internal sealed record CardParagraph(ParagraphKind Kind, string Text, IReadOnlyList<PrintedNumber> Numbers, Guid? Item = null);

/// <summary>A generated card: paragraphs, and where every number in them comes from.</summary>
internal sealed record CardText(IReadOnlyList<CardParagraph> Paragraphs)
{
    public string Title => Paragraphs[0].Text;

    /// <summary>One paragraph a line: how a card is stored, edited, and read back.</summary>
    public string Plain => string.Join('\n', Paragraphs.Select(p => p.Text));
}
