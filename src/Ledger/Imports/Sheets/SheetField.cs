namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>What a column of a task sheet can mean.</summary>
internal enum SheetField
{
    Ignore,
    Number,
    Category,
    Commitment,
    Item,
    Content,
    Target,
    Deadline,
    Official,
    Lead,
    Responsible,
    Supporting,
    TotalInvestment,
    YearInvestment,
    Location,
    Contact,
    Basis,
    Quarter1,
    Quarter2,
    Quarter3,
    Quarter4,

    /// <summary>Months of the plan that end no quarter.</summary>
    Months,
    Summary,
    Coordinates,

    /// <summary>One row an indicator: its name; rows without an item belong to the item above.</summary>
    Indicator,
    Unit,
    Stage,

    /// <summary>Who reports the indicator, where it is not the lead.</summary>
    Reporter,

    /// <summary>What is counted and how: 数量、当期、越低越好.</summary>
    Nature,
    WorkingPlan,
    Baseline,
    Ceiling,
    StageDeadline,

    /// <summary>Dated steps of a milestone.</summary>
    Steps,
    FundHigher,
    FundHigherArrived,
    FundHigherPaid,
    FundCity,
    FundCityArrived,
    FundCityPaid,
    FundCounty,
    FundCountyArrived,
    FundCountyPaid,
    FundOther,
    FundOtherArrived,
    FundOtherPaid,
}
