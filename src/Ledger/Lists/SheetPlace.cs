namespace Luoshi.Ledger.Lists;

/// <summary>Where a promise stood in the spreadsheet it was imported from, and the words it was made in: the file itself is not kept.</summary>
internal sealed record SheetPlace
{
    public const int MaxFile = 255;
    public const int MaxWords = 4000;

    public required string File { get; init; }

    /// <summary>As the spreadsheet numbers its rows.</summary>
    public required int Row { get; init; }

    /// <summary>The cell that states the goal, else the one that tells the content.</summary>
    public required string Words { get; init; }
}
