using Luoshi.Kernel.Text;
using Luoshi.Kernel.Time;

namespace Luoshi.Reading.Outlines;

/// <summary>What sort of document it is, as its title and headings say.</summary>
public enum DocumentKind
{
    /// <summary>News and everything that does not say.</summary>
    Other,

    /// <summary>Results, perhaps against a plan: report card, bulletin, statistics, summary of work.</summary>
    Card,

    /// <summary>A government work report: a review of one year and the plan of the next.</summary>
    WorkReport,

    /// <summary>A list, plan or task sheet that sets out work.</summary>
    List,

    /// <summary>Questions and answers.</summary>
    Interview,
}

/// <summary>The shape of a document: what it is called, when it speaks of, and which line is what.</summary>
public sealed class Outline
{
    public DocumentKind Kind { get; init; }

    /// <summary>Clean span of the title, empty when none was found. A title over two lines holds the line break.</summary>
    public required SourceSpan Title { get; init; }

    /// <summary>The place that issued it, such as 海岳市 or 青岛市崂山区, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Day of issue, or null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The year whose list, plan or results the document gives, or null when the text does not say.</summary>
    public int? Year { get; init; }

    /// <summary>What results stand for when the text does not say: 2021-H1 for a half-year card.</summary>
    public Period? ReportPeriod { get; init; }

    /// <summary>The time the body opens with, where neither title nor date says what results stand for: 2018年7月，… of a bulletin.</summary>
    public Period? OpeningPeriod { get; init; }

    /// <summary>What promises and targets stand for when the text does not say: the year of a half-year card, the coming year of a list.</summary>
    public Period? PlanPeriod { get; init; }

    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>In text order, not overlapping; together they hold every character that is no blank.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    public required IReadOnlyList<Table> Tables { get; init; }

    /// <summary>The document as a whole sets out work, so that its figures are planned where nothing else is said.</summary>
    public bool ListIsPlan => Kind == DocumentKind.List;

    /// <summary>What the block tells: a promise is a plan wherever it stands, otherwise its section says.</summary>
    public SectionKind KindOf(int block) =>
        Blocks[block].Kind == BlockKind.Promise ? SectionKind.Plan : Sections[Blocks[block].Section].Kind;

    /// <summary>The period of a figure of the block that names none itself, for what its section tells.</summary>
    public Period? PeriodOf(int block) =>
        Blocks[block].Kind == BlockKind.Promise ? PlanPeriod ?? Sections[Blocks[block].Section].Period : Sections[Blocks[block].Section].Period;
}
