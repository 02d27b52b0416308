namespace Luoshi.Ledger.Assessments;

/// <summary>Where an indicator stands against what was due.</summary>
internal enum Progress
{
    /// <summary>No promise and no plan to hold it against.</summary>
    Unmeasured,

    /// <summary>Nothing is due yet and nothing was reported.</summary>
    NotDue,

    /// <summary>A report was due and none was accepted.</summary>
    NotReported,
    Behind,
    OnTrack,
    Ahead,

    /// <summary>The promise is kept.</summary>
    Met,

    /// <summary>There is a promise and no report is late, but nothing was accepted yet. The last, for what was rated before keeps its number.</summary>
    Awaited,
}

/// <summary>What a light means. Which colour and word shows it is the jurisdiction's matter: blue is "done" in one city and "praised" in another.</summary>
internal enum Light
{
    None,
    Good,
    Warning,
    Alarm,
    Done,
}

/// <summary>What decides that a promise is kept.</summary>
internal enum MetBy
{
    /// <summary>The promised floor: 200 or more.</summary>
    Promise,

    /// <summary>The bigger working plan, where there is one: 216.</summary>
    WorkingPlan,
}

/// <summary>What the bands measure.</summary>
internal enum BandBasis
{
    /// <summary>Percentage points between the percent done and the percent due.</summary>
    Points,

    /// <summary>Done as a percentage of what was due.</summary>
    OfDue,
}

/// <param name="AtLeast">Lowest value that falls into the band, included; null for the band below all others.</param>
/// <param name="AboveOnly">The lowest value itself belongs to the next band down: "more than 30 below is red" and "10 to 30 is yellow, both included" need opposite ends.</param>
internal readonly record struct Band(decimal? AtLeast, Progress Progress, Light Light, bool AboveOnly = false)
{
    public bool Holds(decimal value) => AtLeast is not { } least || (AboveOnly ? value > least : value >= least);
}

/// <summary>The part of a jurisdiction's rule pack that assessment needs, checked when it was loaded.</summary>
internal sealed record AssessmentRules
{
    /// <summary>Name and version of the pack; stored with every result.</summary>
    public required string Version { get; init; }

    /// <summary>What is due when the indicator brings no plan of its own.</summary>
    public required PlannedCurve Curve { get; init; }

    public BandBasis Basis { get; init; }

    /// <summary>From the best band down; the last has no lower end.</summary>
    public required IReadOnlyList<Band> Bands { get; init; }

    /// <summary>Dated steps: from how many days late on a step is an alarm; until then it is a warning.</summary>
    public int MilestoneAlarmDays { get; init; } = 60;

    /// <summary>How far 左右 may be missed, in percent of the target.</summary>
    public decimal AboutPercent { get; init; } = 5;

    public MetBy MetBy { get; init; }

    public Light Unreported { get; init; } = Light.Warning;

    public int PercentDecimals { get; init; } = 1;

    public Band BandOf(decimal value)
    {
        foreach (var band in Bands)
        {
            if (band.Holds(value))
                return band;
        }

        throw new InvalidOperationException($"Rule pack {Version} has no band for {value}: its last band must be open below.");
    }

    /// <summary>Month by month evenly; ahead from 5 points over, in step down to 10 below, a warning down to 30 below, then an alarm.</summary>
    public static AssessmentRules Default { get; } = new()
    {
        Version = "general@2021.1",
        Curve = PlannedCurve.Linear(),
        Bands =
        [
            new Band(5, Progress.Ahead, Light.Good),
            new Band(-10, Progress.OnTrack, Light.Good, AboveOnly: true),
            new Band(-30, Progress.Behind, Light.Warning),
            new Band(null, Progress.Behind, Light.Alarm),
        ],
    };
}
