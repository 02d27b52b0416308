using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Text;
using Luoshi.Kernel.Time;

namespace Luoshi.Reading.Claims;

/// <summary>Achieved (or existing, spent, measured), or promised.</summary>
public enum Stance
{
    Done,
    Planned,
}

/// <summary>What kind of number it is.</summary>
public enum Measure
{
    /// <summary>A count or quantity.</summary>
    Amount,

    /// <summary>A level in % or per something: 合格率97.32%.</summary>
    Rate,

    /// <summary>A growth or decline; a decline is negative.</summary>
    Change,

    /// <summary>Share of a plan or target done: 占年计划的52.7%.</summary>
    OfPlan,

    /// <summary>Part of a whole: 占GDP比重4.92%.</summary>
    Share,

    /// <summary>60倍, 1/70.</summary>
    Multiple,
}

/// <summary>A figure with everything the text says of it. Places are given twice: in the cleaned and in the raw text.</summary>
public sealed class Claim
{
    /// <summary>Place in the cleaned text, with the unit, without bound words in front.</summary>
    public required SourceSpan Clean { get; init; }

    /// <summary>Place in the raw text.</summary>
    public required SourceSpan Raw { get; init; }

    /// <summary>In base units: 18.44万人 is 184400.</summary>
    public required decimal Value { get; init; }

    /// <summary>Upper end of a range, else null.</summary>
    public decimal? Max { get; init; }

    /// <summary>
    /// Weight of the last printed digit in base units: 100 for 18.44万, 0.1 for 52.7 %.
    /// 0 for a whole count printed without 万 or 亿, which is exact.
    /// </summary>
    public decimal Step { get; init; }

    /// <summary>Simplified Chinese, without the magnitude.</summary>
    public required string Unit { get; set; }

    public Bound Bound { get; internal set; }

    public Stance Stance { get; set; }

    public Measure Measure { get; set; }

    /// <summary>What is counted, with its stage verb where there is one; simplified Chinese, empty when the text names nothing.</summary>
    public required string Indicator { get; set; }

    /// <summary>Stage verb the count was taken at (立项, 开工, 完工, 建成, 投用, 发放 …), or null.</summary>
    public string? Stage { get; set; }

    /// <summary>The months it speaks of, or null when the text leaves them open.</summary>
    public Period? Period { get; set; }

    /// <summary>The ratio in front at another time (较上年同期的42.6%), which belongs to no number of its own, or the level that a plan sets out from (从480元提高到).</summary>
    public bool AtOtherTime { get; set; }

    /// <summary>In Chinese numerals, or of the kinds the guide leaves open.</summary>
    public bool Optional { get; set; }

    /// <summary>Index in <see cref="Outlines.Outline.Blocks"/>.</summary>
    public int Block { get; set; }

    /// <summary>Clean span of the sentence it stands in.</summary>
    public SourceSpan Sentence { get; init; }

    /// <summary>Index of the claim whose share of plan, share, growth or multiple this is; -1 when none was found.</summary>
    public int Of { get; set; } = -1;

    /// <summary>Index of the claim of which this is a part (其中, 包括, 分别为 …); -1 when it is none.</summary>
    public int PartOf { get; set; } = -1;

    /// <summary>In a table: index in <see cref="Outlines.Outline.Tables"/>, else -1.</summary>
    public int Table { get; set; } = -1;

    /// <summary>In a table: its row from 0, else -1.</summary>
    public int Row { get; set; } = -1;

    /// <summary>In a table: its column from 0, else -1.</summary>
    public int Column { get; set; } = -1;

    /// <summary>A copy that can be changed without touching this one: a person's correction stands beside the machine's reading.</summary>
    public Claim Copy() => (Claim)MemberwiseClone();
}
