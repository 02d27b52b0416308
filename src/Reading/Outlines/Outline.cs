using Luoshi.Kernel.Text;
using Luoshi.Kernel.Time;

namespace Luoshi.Reading.Outlines;

/// <summary>What a run of lines is in the document.</summary>
public enum BlockKind
{
    Title,

    /// <summary>Subtitle, byline, date line, document number, addressee: standing text around the body.</summary>
    Front,

    /// <summary>A heading without a sentence of its own (一、2023年工作回顾).</summary>
    Heading,

    /// <summary>A heading that is itself a promise with figures (第一件:…实现城镇新增就业35万人).</summary>
    Promise,
    Paragraph,

    /// <summary>A row of a piped or aligned table, or one cell of a table flattened to a cell a line.</summary>
    Table,

    /// <summary>Caption of a photo or table.</summary>
    Caption,

    /// <summary>A note on how a table was made (说明、注).</summary>
    Note,

    /// <summary>Menus, view counts, related news, comments, footers: not read.</summary>
    Furniture,
}

/// <summary>What a section tells: what was done, what will be done, a list of work, or text that is neither.</summary>
public enum SectionKind
{
    Unknown,
    Review,
    Plan,
    List,
    Standing,
}

/// <param name="Kind">What it tells.</param>
/// <param name="Level">1 for the outermost printed numbering.</param>
/// <param name="Number">As printed: 第一件, 一, （一）, 1.</param>
/// <param name="Heading">Clean span of the heading's words, without the number; empty for the text before the first heading.</param>
/// <param name="Parent">Index in <see cref="Outline.Sections"/>, or -1.</param>
/// <param name="Period">The period its figures speak of when they do not say: the review year or the plan year.</param>
public sealed record Section(SectionKind Kind, int Level, string? Number, SourceSpan Heading, int Parent, Period? Period);

/// <summary>One line or paragraph of the cleaned text.</summary>
/// <param name="Span">Clean span without the line break and without leading blanks.</param>
/// <param name="Section">Index in <see cref="Outline.Sections"/>.</param>
/// <param name="Number">The printed number in front (<c>1.</c> → <c>1</c>, 第一件 → <c>第一件</c>, （一） → <c>一</c>), or null.</param>
/// <param name="BodyStart">Clean offset behind the number.</param>
/// <param name="Promise">Index in <see cref="Outline.Blocks"/> of the promise heading this block answers, or -1.</param>
/// <param name="Table">Index in <see cref="Outline.Tables"/>, or -1.</param>
public readonly record struct Block(BlockKind Kind, SourceSpan Span, int Section, string? Number, int BodyStart, int Promise = -1, int Table = -1);

/// <summary>One cell of a table, wherever its text stands.</summary>
/// <param name="Span">Clean span of its trimmed text; empty for an empty cell.</param>
public readonly record struct Cell(int Row, int Column, SourceSpan Span);

/// <summary>A table of the document, from whatever shape it was printed in.</summary>
/// <param name="Cells">Row by row, then column by column; lost cells of flattened rows stay empty.</param>
/// <param name="HeaderRows">Rows at the top that name the columns.</param>
/// <param name="Caption">Clean span of its caption or of the heading that names it; may be empty.</param>
public sealed record Table(IReadOnlyList<Cell> Cells, int Rows, int Columns, int HeaderRows, SourceSpan Caption, bool Flattened)
{
    public Cell this[int row, int column] => Cells[(row * Columns) + column];
}

/// <summary>The shape of a document: what it is called, when it speaks of, and which line is what.</summary>
public sealed class Outline
{
    /// <summary>Clean span of the title, empty when none was found.</summary>
    public required SourceSpan Title { get; init; }

    /// <summary>The place that issued it, such as 海岳市 or 青岛市崂山区, or null.</summary>
    public string? Place { get; init; }

    /// <summary>Day of issue, or null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The year whose list, plan or results the document gives, or null when the text does not say.</summary>
    public int? Year { get; init; }

    /// <summary>What results stand for when the text does not say: 2021-H1 for a half-year card.</summary>
    public Period? ReportPeriod { get; init; }

    public required IReadOnlyList<Section> Sections { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    public required IReadOnlyList<Table> Tables { get; init; }
}
