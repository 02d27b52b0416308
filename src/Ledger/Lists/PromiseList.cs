using Luoshi.Kernel.Time;
using Luoshi.Platform.Storage;

namespace Luoshi.Ledger.Lists;

/// <summary>Where a list comes from. Local names are data; code only tells these apart.</summary>
internal enum ListKind
{
    /// <summary>民生实事、市办实事.</summary>
    Livelihood,

    /// <summary>政府工作报告任务分解.</summary>
    WorkReport,

    /// <summary>上级交办.</summary>
    Assigned,

    /// <summary>专项清单.</summary>
    Special,
}

/// <summary>A year's promises to the public, or another list of tasks that is chased the same way.</summary>
internal sealed class PromiseList : EditableEntity
{
    public const int MaxTitle = 200;

    public required string Title { get; set; }

    /// <summary>Beside others of its year, which need not be said again.</summary>
    public string TitleInYear => Title.Replace($"{Year}年度", "", StringComparison.Ordinal).Replace($"{Year}年", "", StringComparison.Ordinal);

    public ListKind Kind { get; set; }

    /// <summary>What the promises are for, usually a year.</summary>
    public required Period Plan { get; init; }

    /// <summary>First year of <see cref="Plan"/>, for queries.</summary>
    public int Year { get; init; }

    /// <summary>The government that promised, as it calls itself: 海岳市.</summary>
    public required string Place { get; set; }

    public string? DivisionCode { get; set; }

    /// <summary>The document the list was published in.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>Nothing is reported on a closed list any more; its cards stay.</summary>
    public bool Closed { get; set; }
}
