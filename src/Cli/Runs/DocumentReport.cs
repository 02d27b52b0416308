using Luoshi.Reading;
using Luoshi.Reading.Audits;

namespace Luoshi.Cli.Runs;

/// <summary>One document with what was got out of it.</summary>
/// <param name="Findings">Null when no audit was asked for.</param>
internal sealed record DocumentReport(ReadingResult Reading, IReadOnlyList<Finding>? Findings)
{
    public bool HasConflict => Findings?.Any(finding => finding.Verdict == Verdict.Inconsistent) == true;
}
