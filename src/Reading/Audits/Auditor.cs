using Luoshi.Reading.Audits.Checks;
using Luoshi.Reading.Audits.Rows;
using Luoshi.Reading.Audits.Tables;
using Luoshi.Reading.Claims;
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
        var tables = TableClaims.Of(scope);
        RowsOf(scope, index, tables, findings);
        OthersOf(scope, tables, findings);
        findings.Sort(static (a, b) => a.Subject != b.Subject ? a.Subject.CompareTo(b.Subject) : a.Relation.CompareTo(b.Relation));
        return findings;
    }

    private static void RowsOf(AuditScope scope, Func<PlanIndex> index, TableClaims tables, List<Finding> findings)
    {
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
            if (IsText(scope, block, asText))
                prose.Find(block, rows);
        }

        PlansToldAgain.Settle(scope, rows);
        new ImpliedPlans(scope).Solve(rows, 0);
        Report(scope, index, rows, [], findings);
    }

    /// <summary>Sentences, also those that stand in the cells of a table, but no row of a table that was read as one.</summary>
    private static bool IsText(AuditScope scope, int block, bool[] asText)
    {
        var claims = scope.ClaimsOf(block);
        foreach (var i in claims)
        {
            if (scope.Claims[i].Table is var table && (uint)table < (uint)asText.Length && !asText[table])
                return false;
        }

        return claims.Length > 0;
    }

    private static void OthersOf(AuditScope scope, TableClaims tables, List<Finding> findings)
    {
        var (wholes, numbers, rows) = (new WholeIndex(scope), new ItemNumbers(scope), findings.ToArray());
        var taken = new HashSet<int>();
        foreach (var row in rows)
            taken.Add(row.PercentClaim);
        for (var i = 0; i < scope.Result.Outline.Tables.Count; i++)
        {
            if (tables.Of(i).Length > 0)
                TableSums.Find(scope, new TableGrid(scope, i, tables.Of(i)), findings);
        }

        for (var block = 0; block < scope.Blocks.Count; block++)
        {
            var claims = scope.ClaimsOf(block);
            if (claims.Length == 0 || scope.Blocks[block].Kind is BlockKind.Furniture or BlockKind.Table)
                continue;
            var measures = MeasuresOf(scope, claims);
            Sums.Find(scope, claims, findings);
            Sectors.Find(scope, claims, findings);
            if (Holds(measures, Measure.Share))
                Shares.Find(scope, claims, wholes, findings);
            if (Holds(measures, Measure.Rate))
            {
                Rates.Find(scope, claims, findings);
                HiddenCounts.Find(scope, claims, taken, findings);
            }

            Growths.Find(scope, claims, findings);
            if (Holds(measures, Measure.Multiple))
                Multiples.Find(scope, claims, wholes, findings);
            Schedules.Find(scope, claims, findings);
            Averages.Find(scope, claims, wholes, findings);
            HeadCounts.Find(scope, claims, numbers, rows, findings);
        }
    }

    /// <summary>One bit for each kind of number that a paragraph tells: most checks are of kinds that few paragraphs tell.</summary>
    private static int MeasuresOf(AuditScope scope, ReadOnlySpan<int> claims)
    {
        var measures = 0;
        foreach (var i in claims)
            measures |= 1 << (int)scope.Claims[i].Measure;
        return measures;
    }

    private static bool Holds(int measures, Measure measure) => ((measures >> (int)measure) & 1) != 0;

    private static void Report(AuditScope scope, Func<PlanIndex> index, List<PlanRow> rows, ReadOnlySpan<int> table, List<Finding> findings)
    {
        foreach (var row in rows)
        {
            if (!row.HasPlan && row.Percent >= 0 && row.Total < 0)
                index().Complete(scope, row);
        }

        var writer = new RowFindings(scope, index);
        foreach (var row in rows)
            findings.Add(writer.Of(row, table));
    }
}
