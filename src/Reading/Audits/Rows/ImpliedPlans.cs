using Luoshi.Reading.Audits.Names;
using Luoshi.Reading.Audits.Ratios;
using Luoshi.Reading.Claims;

namespace Luoshi.Reading.Audits.Rows;

/// <summary>
/// Plans that are printed only through their percentage. Each is solved by itself; several under one promise are then
/// closed on the promise's total (4,000 + 1,000 = 5,000), which also tells that the total is no single row's plan.
/// </summary>
internal sealed class ImpliedPlans(AuditScope scope)
{
    /// <summary>More parts than this are no split of one promise.</summary>
    private const int MostParts = 12;

    public void Solve(List<PlanRow> rows, int first)
    {
        for (var i = first; i < rows.Count; i++)
        {
            if (rows[i].Percent >= 0 && rows[i].Fit is Fit.None or Fit.Off)
                Solve(rows[i]);
        }

        for (var i = first; i < rows.Count;)
        {
            var end = EndOfGroup(rows, i);
            Close(rows, i, end);
            i = end;
        }

        for (var i = first; i < rows.Count; i++)
        {
            var row = rows[i];
            // A part takes the plan its whole turned out to have.
            if (row.PartOf is { HasPlan: false, Implied: not null } whole)
            {
                row.Plan = -1;
                row.Implied = whole.Implied;
            }
        }
    }

    private void Solve(PlanRow row)
    {
        var (result, percent) = (scope.Claims[row.Result], scope.Claims[row.Percent]);
        if (percent.Value <= 0 || row.LowerIsBetter)
            return;
        row.Implied = HiddenPlan.Solve(result, percent, scope.PercentStep, out var possible);
        row.Possible = possible;
    }

    /// <summary>Rows that answer the same promise follow each other.</summary>
    private int EndOfGroup(List<PlanRow> rows, int start)
    {
        var promise = scope.PromiseOf(scope.Claims[rows[start].Result].Block);
        var end = start + 1;
        while (end < rows.Count && promise >= 0 && scope.PromiseOf(scope.Claims[rows[end].Result].Block) == promise)
            end++;
        return end;
    }

    private void Close(List<PlanRow> rows, int start, int end)
    {
        var promise = scope.PromiseOf(scope.Claims[rows[start].Result].Block);
        if (promise < 0)
            return;
        var totals = scope.ClaimsOf(promise);
        // First within one item, then over all items of the promise.
        for (var i = start; i < end;)
        {
            var block = scope.Claims[rows[i].Result].Block;
            var to = i + 1;
            while (to < end && scope.Claims[rows[to].Result].Block == block)
                to++;
            CloseOnAny(rows, i, to, totals);
            i = to;
        }

        CloseOnAny(rows, start, end, totals);
    }

    private void CloseOnAny(List<PlanRow> rows, int start, int end, ReadOnlySpan<int> totals)
    {
        if (end - start < 2)
            return;
        foreach (var total in totals)
        {
            if (scope.Claims[total] is { Stance: Stance.Planned, Measure: Measure.Amount, Max: null } claim && PrintedValue.IsUsable(claim))
                CloseOn(rows, start, end, total);
        }
    }

    private void CloseOn(List<PlanRow> rows, int start, int end, int total)
    {
        var parts = new List<PlanRow>(4);
        for (var i = start; i < end; i++)
        {
            if (CanBePart(rows[i], total))
                parts.Add(rows[i]);
        }

        if (parts.Count is < 2 or > MostParts || !Fill(parts, scope.Claims[total].Value))
            return;
        var closing = new decimal[parts.Count];
        for (var i = 0; i < closing.Length; i++)
            closing[i] = parts[i].Implied ?? 0;
        foreach (var part in parts)
        {
            part.Total = total;
            part.Closing = closing;
            part.Plan = -1;
            part.Fit = Fit.None;
            part.Stage = false;
        }
    }

    private bool CanBePart(PlanRow row, int total) =>
        row is { Implied: not null, Total: -1, PartOf: null, IsTotal: false } && row.Fit is Fit.None or Fit.Off
        && (!row.HasPlan || row.Plan == total)
        && AuditWords.SameUnit(scope.Claims[row.Result].Unit, scope.Claims[total].Unit, out _);

    /// <summary>
    /// True when the solved plans add up to the total, if need be after moving the one plan that may move furthest
    /// within what its percentage allows.
    /// </summary>
    private static bool Fill(List<PlanRow> parts, decimal total)
    {
        var sum = 0m;
        foreach (var part in parts)
            sum += part.Implied ?? 0;
        if (sum == total)
            return true;
        var moved = parts[0];
        foreach (var part in parts)
        {
            if (part.Possible.High - part.Possible.Low > moved.Possible.High - moved.Possible.Low)
                moved = part;
        }

        var needed = (moved.Implied ?? 0) + total - sum;
        // A wide interval would close on anything; it proves nothing then.
        if (needed <= 0 || !moved.Possible.Contains(needed) || moved.Possible.High - moved.Possible.Low > needed / 20)
            return false;
        moved.Implied = needed;
        return true;
    }
}
