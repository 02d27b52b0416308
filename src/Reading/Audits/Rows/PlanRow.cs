using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Audits.Ratios;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>A row of a report card while it is put together: a result, and what is known of its plan and percentage.</summary>
internal sealed class PlanRow
{
    public required int Result { get; init; }

    /// <summary>Claim of the printed percentage, or -1.</summary>
    public int Percent { get; init; } = -1;

    /// <summary>Claim of the plan in the same document, or -1.</summary>
    public int Plan { get; set; } = -1;

    public OutsideClaim? PlanElsewhere { get; set; }

    /// <summary>How alike the names of plan and result are.</summary>
    public decimal Likeness { get; set; }

    public Fit Fit { get; set; } = Fit.None;

    public bool LowerIsBetter { get; set; }

    public bool Stage { get; set; }

    public bool Optional { get; init; }

    public decimal? Implied { get; set; }

    /// <summary>All plans that would print the percentage.</summary>
    public Interval Possible { get; set; }

    /// <summary>Claim of the printed total on which the implied plans close, or -1.</summary>
    public int Total { get; set; } = -1;

    /// <summary>The implied plans that close on <see cref="Total"/>, this one among them, in text order.</summary>
    public IReadOnlyList<decimal> Closing { get; set; } = [];

    /// <summary>The row of which this one is a step further on (其中496套已开工), or null.</summary>
    public PlanRow? PartOf { get; init; }

    /// <summary>The serial number printed in the row of a table, or null.</summary>
    public string? Item { get; init; }

    public bool HasPlan => Plan >= 0 || PlanElsewhere is not null;

    /// <summary>A printed total stands for this row's plan (a total row of a table), so it is never taken for a part.</summary>
    public bool IsTotal { get; init; }
}
