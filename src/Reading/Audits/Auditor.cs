using Luoshi.Reading.Audits.Rows;
using Luoshi.Reading.Audits.Tables;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Audits;

/// <summary>
/// Recomputes what is printed: results against their plans, sums, shares, growth and the like. Everything is judged over what
/// the printed numbers may stand for, so that an honest figure is never called inconsistent for its rounding.
/// </summary>
public static class Auditor
{
    /// <summary>Findings of one document in text order.</summary>
    public static IReadOnlyList<Finding> Audit(ReadingResult reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Audit([reading])[0];
    }

    /// <summary>
    /// Findings of documents given together, one list a document. A plan printed in one of them serves the results of another.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Finding>> Audit(IReadOnlyList<ReadingResult> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var scopes = new AuditScope[readings.Count];
        for (var i = 0; i < scopes.Length; i++)
            scopes[i] = new AuditScope(readings[i], i);
        PlanIndex? index = null;
        var all = new IReadOnlyList<Finding>[scopes.Length];
        for (var i = 0; i < scopes.Length; i++)
            all[i] = Audit(scopes[i], () => index ??= new PlanIndex(scopes));
        return all;
    }

    private static List<Finding> Audit(AuditScope scope, Func<PlanIndex> index)
    {
        var findings = new List<Finding>();
        RowsOf(scope, index, findings);
        findings.Sort(static (a, b) => a.Subject != b.Subject ? a.Subject.CompareTo(b.Subject) : a.Relation.CompareTo(b.Relation));
        return findings;
    }

    private static void RowsOf(AuditScope scope, Func<PlanIndex> index, List<Finding> findings)
    {
        var tables = TableClaims.Of(scope);
        var asText = new bool[scope.Result.Outline.Tables.Count];
        var rows = new List<PlanRow>();
        for (var i = 0; i < asText.Length; i++)
        {
            rows.Clear();
            asText[i] = tables.Of(i).Length > 0 && !TableRows.Find(scope, new TableGrid(scope, i, tables.Of(i)), rows);
            Report(scope, index, rows, tables.Of(i), findings);
        }

        rows.Clear();
        var prose = new ProseRows(scope);
        for (var block = 0; block < scope.Blocks.Count; block++)
        {
            if (scope.Blocks[block].Kind != BlockKind.Table || (scope.Blocks[block].Table is >= 0 and var table && table < asText.Length && asText[table]))
                prose.Find(block, rows);
        }

        new ImpliedPlans(scope).Solve(rows, 0);
        Report(scope, index, rows, [], findings);
    }

    private static void Report(AuditScope scope, Func<PlanIndex> index, List<PlanRow> rows, ReadOnlySpan<int> table, List<Finding> findings)
    {
        foreach (var row in rows)
        {
            if (!row.HasPlan && row.Percent >= 0 && row.Total < 0)
                index().Complete(scope, row);
        }

        var writer = new RowFindings(scope, rows.Count == 0 ? null : index());
        foreach (var row in rows)
            findings.Add(writer.Of(row, table));
    }
}
