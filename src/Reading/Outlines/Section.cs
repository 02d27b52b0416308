using Luoshi.Kernel.Text;
using Luoshi.Kernel.Time;

namespace Luoshi.Reading.Outlines;

/// <summary>What a section tells: what was done, what will be done, a list of work, or text that is neither.</summary>
public enum SectionKind
{
    /// <summary>Nothing printed says it; the sentences decide.</summary>
    Unknown,
    Review,
    Plan,

    /// <summary>A list that sets out work: planned, also with a past verb.</summary>
    List,
    Standing,
}

/// <param name="Kind">What it tells; where its own heading does not say, what the section around it tells.</param>
/// <param name="Level">0 for the text before the first heading, 1 for the outermost printed numbering.</param>
/// <param name="Number">As printed: 第一件, 一, 1.</param>
/// <param name="Heading">Clean span of the heading's words, without the number; empty for the text before the first heading.</param>
/// <param name="Parent">Index in <see cref="Outline.Sections"/>, or -1.</param>
/// <param name="Period">The period its figures speak of when they do not say: the review year or the plan year.</param>
public sealed record Section(SectionKind Kind, int Level, string? Number, SourceSpan Heading, int Parent, Period? Period);
