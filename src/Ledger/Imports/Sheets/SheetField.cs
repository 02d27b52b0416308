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
}
