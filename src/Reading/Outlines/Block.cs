using Luoshi.Kernel.Text;

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

/// <summary>One line of the cleaned text, or a paragraph whose lines were broken at the page width.</summary>
/// <param name="Span">Clean span without the last line break and without leading blanks; a joined paragraph holds its inner line breaks.</param>
/// <param name="Section">Index in <see cref="Outline.Sections"/>.</param>
/// <param name="Number">The printed number in front (<c>1.</c> → <c>1</c>, 第一件 → <c>第一件</c>, （一） → <c>一</c>), or null.</param>
/// <param name="BodyStart">Clean offset behind the number.</param>
/// <param name="Promise">Index in <see cref="Outline.Blocks"/> of the promise heading this block answers, or -1.</param>
/// <param name="Table">Index in <see cref="Outline.Tables"/>, or -1.</param>
public readonly record struct Block(BlockKind Kind, SourceSpan Span, int Section, string? Number, int BodyStart, int Promise = -1, int Table = -1)
{
    /// <summary>False for page furniture, captions, notes and the standing text around the body: no figures are taken from them.</summary>
    public bool IsRead => Kind is BlockKind.Title or BlockKind.Heading or BlockKind.Promise or BlockKind.Paragraph or BlockKind.Table;
}
