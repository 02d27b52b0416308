using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Tests.Outlines;

/// <summary>An outline with its text, so that tests can speak of lines.</summary>
internal sealed class OutlineText
{
    private OutlineText(string text) => (Text, Outline) = (text, OutlineReader.Read(text));

    public string Text { get; }

    public Outline Outline { get; }

    public string Title => Outline.Title.Of(Text);

    public static OutlineText Of(params string[] lines) => new(string.Join('\n', lines));

    public static OutlineText Whole(string text) => new(text);

    /// <summary>Index of the block that begins with these words.</summary>
    public int At(string start)
    {
        for (var i = 0; i < Outline.Blocks.Count; i++)
        {
            if (Outline.Blocks[i].Span.Of(Text).StartsWith(start, StringComparison.Ordinal))
                return i;
        }

        throw new InvalidOperationException($"No block begins with '{start}'.");
    }

    public Block Block(string start) => Outline.Blocks[At(start)];

    public BlockKind Kind(string start) => Block(start).Kind;

    /// <summary>What the block tells, and of which period: <c>Plan 2024</c>.</summary>
    public string Tells(string start) => $"{Outline.KindOf(At(start))} {Outline.PeriodOf(At(start))}".TrimEnd();

    public Section Section(string start) => Outline.Sections[Block(start).Section];
}
