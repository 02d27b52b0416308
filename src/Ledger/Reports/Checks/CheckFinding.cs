namespace Luoshi.Ledger.Reports.Checks;

internal enum Severity
{
    /// <summary>It can be true; the reporter says why.</summary>
    Warning,

    /// <summary>It cannot be true; the report is not taken.</summary>
    Impossible,
}

/// <summary>Something a report check noticed.</summary>
/// <param name="Code">Stable, such as <c>report.cumulative_fell</c>.</param>
/// <param name="Indicator">Whose line it is; null for the report as a whole.</param>
internal sealed record CheckFinding(string Code, Severity Severity, Guid? Indicator, Words Message);
