namespace Luoshi.Ledger.Indicators;

/// <summary>What is counted, and with it how fulfilment is found.</summary>
internal enum IndicatorKind
{
    /// <summary>A count, an area, a length: places, people, square metres.</summary>
    Quantity,

    /// <summary>A level in percent: coverage, pass rate, unemployment rate.</summary>
    Rate,

    /// <summary>Yuan. Assessed like a quantity, shown among the funds.</summary>
    Money,

    /// <summary>Dated steps, each done or not: tender published, ground broken.</summary>
    Milestone,

    /// <summary>A rule that comes into force on a day.</summary>
    Policy,

    /// <summary>Reported in words or numbers without a promise to hold it against.</summary>
    Open,
}

/// <summary>How the reported number relates to the months before it.</summary>
internal enum Counting
{
    /// <summary>From the start of the plan up to the end of the period.</summary>
    Cumulative,

    /// <summary>In the period alone; the ledger adds the periods up.</summary>
    InPeriod,
}

internal enum Direction
{
    HigherIsBetter,

    /// <summary>Unemployment, leakage, days to a permit: the percentage is target ÷ actual.</summary>
    LowerIsBetter,
}

/// <summary>How far the counted things have come. Later stages contain earlier ones: what is finished was started.</summary>
internal enum Stage
{
    /// <summary>The count has no stage of its own.</summary>
    None,

    /// <summary>立项、签约、确定: decided on, on paper.</summary>
    Approved,

    /// <summary>开工、启动.</summary>
    Started,

    /// <summary>完工、建成、完成.</summary>
    Completed,

    /// <summary>投用、运行.</summary>
    InUse,

    /// <summary>发放、受益: arrived at the people.</summary>
    Delivered,
}
