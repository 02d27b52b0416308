using Luoshi.Ledger.Reports.FillIn;

namespace Luoshi.Ledger.Reports.Checks;

/// <summary>
/// The one way a report is looked over: while it is typed, when it is saved, on the desk of those who sign, and in a sheet that is handed in.
/// A number nobody can read is a finding like the others.
/// </summary>
internal sealed class LookOver(ReportEvidence evidence)
{
    /// <param name="typed">What stands in a line's field; null for a line that keeps its stored number.</param>
    /// <param name="pieces">The evidence of a line by content; null for what is stored.</param>
    public async Task<IReadOnlyList<CheckFinding>> TypedAsync(ReportSheet sheet, Func<Guid, string?> typed, Func<SheetLine, IReadOnlyList<string>>? pieces, CancellationToken cancellation)
    {
        var unreadable = new List<CheckFinding>();
        var values = new Dictionary<Guid, decimal?>();
        foreach (var line in sheet.Lines)
        {
            var id = line.Indicator.Id;
            if (typed(id) is not { } text)
                values[id] = line.Value;
            else if (TypedFigure.Parse(text, line.Indicator.Printed).TryGet(out var value, out var refusal))
                values[id] = value;
            else
                unreadable.Add(new CheckFinding(refusal.Code, Severity.Impossible, id, new Words(refusal.Chinese, refusal.English)));
        }

        return [.. unreadable, .. await ValuesAsync(sheet, values, pieces, cancellation)];
    }

    public Task<IReadOnlyList<CheckFinding>> StoredAsync(ReportSheet sheet, CancellationToken cancellation) =>
        ValuesAsync(sheet, sheet.Lines.ToDictionary(l => l.Indicator.Id, l => l.Value), pieces: null, cancellation);

    public async Task<IReadOnlyList<CheckFinding>> ValuesAsync(ReportSheet sheet, IReadOnlyDictionary<Guid, decimal?> values, Func<SheetLine, IReadOnlyList<string>>? pieces, CancellationToken cancellation)
    {
        var lines = sheet.Lines.Select(l => l.ToCheck() with { Value = values.GetValueOrDefault(l.Indicator.Id), Evidence = pieces?.Invoke(l) ?? [.. l.Evidence.Select(e => e.Content)] }).ToArray();
        var used = await evidence.UsedBeforeAsync(sheet, [.. lines.SelectMany(l => l.Evidence)], cancellation);
        return ReportChecks.Run(lines, used);
    }
}
