using Luoshi.Reading.Audits;

namespace Luoshi.Reading.Exports.Html;

/// <summary>How each figure is drawn: the gravest verdict of the checks it is the subject of.</summary>
internal static class FindingMarks
{
    public static string[] Of(int claims, IReadOnlyList<Finding> findings)
    {
        var marks = new string[claims];
        Array.Fill(marks, "");
        foreach (var finding in findings.OrderBy(Gravity))
            marks[finding.Subject] = Class(finding.Verdict);
        return marks;
    }

    public static string Class(Verdict verdict) => verdict switch
    {
        Verdict.Inconsistent => "conflict",
        Verdict.Truncated => "truncated",
        Verdict.Implied => "implied",
        Verdict.Consistent => "consistent",
        _ => "open",
    };

    private static int Gravity(Finding finding) => finding.Verdict switch
    {
        Verdict.Inconsistent => 4,
        Verdict.Truncated => 3,
        Verdict.Implied => 2,
        Verdict.Consistent => 1,
        _ => 0,
    };
}
