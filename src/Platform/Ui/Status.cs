namespace Luoshi.Platform.Ui;

/// <summary>A colour with a meaning. Colour never stands alone: see <see cref="StatusLook"/>.</summary>
public enum Tone
{
    Plain,

    /// <summary>Planned; a primary action.</summary>
    Indigo,

    /// <summary>Met, verified.</summary>
    Jade,

    /// <summary>Behind; needs a reason.</summary>
    Amber,

    /// <summary>Conflict, overdue, destructive.</summary>
    Cinnabar,
}

/// <summary>The shape in front of a status word, so that it reads without colour.</summary>
public enum StatusShape
{
    Dot,
    Ring,
    HalfDot,
    Triangle,
    Diamond,
    Square,
    Check,
    Cross,
    Dash,
    Question,
}

/// <summary>How a status code looks: shape, word and colour together. A module keeps one table from its codes to these.</summary>
public sealed record StatusLook(StatusShape Shape, Words Label, Tone Tone, Words? Hint = null);

internal static class StatusNames
{
    public static string Class(this Tone tone) => tone switch
    {
        Tone.Plain => "tone-plain",
        Tone.Indigo => "tone-indigo",
        Tone.Jade => "tone-jade",
        Tone.Amber => "tone-amber",
        Tone.Cinnabar => "tone-cinnabar",
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, message: null),
    };

    /// <summary>An SVG path in a 12 × 12 box.</summary>
    public static (string Path, bool Filled) Drawing(this StatusShape shape) => shape switch
    {
        StatusShape.Dot => ("M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z", true),
        StatusShape.Ring => ("M6 2a4 4 0 1 1 0 8a4 4 0 1 1 0-8z", false),
        StatusShape.HalfDot => ("M6 2a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM6 2v8M7.5 2.500v7M9 3.500v5", false),
        StatusShape.Triangle => ("M6 1.5L11 10.500H1z", true),
        StatusShape.Diamond => ("M6 1L11 6L6 11L1 6z", true),
        StatusShape.Square => ("M2 2h8v8H2z", true),
        StatusShape.Check => ("M1.5 6.500l3 3l6-7", false),
        StatusShape.Cross => ("M2 2l8 8M10 2l-8 8", false),
        StatusShape.Dash => ("M1.5 6h9", false),
        StatusShape.Question => ("M3.5 4c0-3.5 5-3.200 5-.3c0 2-2.5 2-2.5 4M6 10v.5", false),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, message: null),
    };
}
