using Luoshi.Kernel.Outcomes;
using Luoshi.Kernel.Time;
using Luoshi.Ledger.Indicators;
using Luoshi.Platform.Attachments;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Reports.FillIn;

/// <summary>A piece of evidence with what its camera wrote into it, which a verifier weighs.</summary>
internal sealed record EvidenceFile(Evidence Piece, AttachmentView File);

/// <param name="Hints">What stands out about its time, its place, and where else it was used.</param>
internal sealed record WeighedEvidence(Evidence Piece, AttachmentView File, IReadOnlyList<Words> Hints);

/// <summary>Keeps the evidence of a report, and tells where the same file was used before.</summary>
internal sealed class ReportEvidence(LuoshiDb db, AttachmentStore store, OrgDirectory directory)
{
    /// <summary>Takes the files into the context; they are stored together with the report.</summary>
    /// <returns>How many things stand out about the evidence the report now has.</returns>
    public async Task<Outcome<int>> TakeAsync(ReportSheet sheet, TypedReport typed, Guid report, Guid? account, CancellationToken cancellation)
    {
        var gone = typed.Dropped.ToHashSet();
        foreach (var piece in sheet.Lines.SelectMany(l => l.Evidence).Where(e => gone.Contains(e.Id)))
            db.Remove(piece);
        var hints = (await WeighAsync(sheet, cancellation)).SelectMany(l => l).Where(w => !gone.Contains(w.Piece.Id)).Sum(w => w.Hints.Count);
        var places = sheet.Items.SelectMany(i => i.Lines.Select(l => (l.Indicator.Id, i.Place))).ToDictionary(l => l.Id, l => l.Place);
        foreach (var (line, files) in ByLine(sheet, typed))
        {
            var kept = line.Evidence.Where(e => !gone.Contains(e.Id)).ToArray();
            if (kept.Length + files.Count > HandedFile.MostOfLine)
                return TooMany(line.Indicator.Id);
            foreach (var file in files)
            {
                if (!(await store.AddAsync(file.FileName, file.Content, account, cancellation)).TryGet(out var stored, out var refusal))
                    return refusal with { Chinese = $"“{file.FileName}”：{refusal.Chinese}", English = $"\"{file.FileName}\": {refusal.English}", Where = file.Indicator.ToString() };
                db.Add(new Evidence { ReportId = report, IndicatorId = file.Indicator, Content = stored.Sha256, FileName = stored.FileName });
                hints += EvidenceHints.Of(stored, sheet.Period, places[line.Indicator.Id], usedBefore: null).Count;
            }
        }

        return hints;
    }

    /// <summary>What a line will have once the form is saved. The same file twice on one line is one piece.</summary>
    public static IReadOnlyList<string> After(SheetLine line, TypedReport typed) =>
    [
        .. line.Evidence.Where(e => !typed.Dropped.Contains(e.Id)).Select(e => e.Content)
            .Concat(typed.Files.Where(f => f.Indicator == line.Indicator.Id).Select(f => f.Sha256))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Where each content was used in another unit's report or in another period, in words; null where it is new.</summary>
    public async Task<Func<string, string?>> UsedBeforeAsync(ReportSheet sheet, IReadOnlyCollection<string> contents, CancellationToken cancellation)
    {
        if (contents.Count == 0)
            return _ => null;
        var (unit, end) = (sheet.UnitId, sheet.Period.LastDay);
        var used = await (
            from piece in db.Set<Evidence>().AsNoTracking()
            join report in db.Set<UnitReport>() on piece.ReportId equals report.Id
            join indicator in db.Set<Indicator>() on piece.IndicatorId equals indicator.Id
            where contents.Contains(piece.Content) && (report.UnitId != unit || report.PeriodEnd != end)
            orderby report.PeriodEnd
            select new { piece.Content, report.UnitId, report.Period, indicator.Name }).ToListAsync(cancellation);
        var names = await directory.NamesAsync([.. used.Select(u => u.UnitId).Distinct()], cancellation);
        var where = used.GroupBy(u => u.Content, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Where(g.First().UnitId, g.First().Period, g.First().Name), StringComparer.Ordinal);
        return where.GetValueOrDefault;

        string Where(Guid owner, Period period, string indicator) => $"{(owner == unit ? "" : names.GetValueOrDefault(owner, ""))}{period.Year}年{period.LastDay.Month}月报告“{indicator}”";
    }

    /// <summary>The evidence of a sheet with the details of its files, by line.</summary>
    public async Task<ILookup<Guid, EvidenceFile>> FilesAsync(ReportSheet sheet, CancellationToken cancellation)
    {
        var pieces = sheet.Lines.SelectMany(l => l.Evidence).ToArray();
        if (pieces.Length == 0)
            return Array.Empty<EvidenceFile>().ToLookup(f => f.Piece.IndicatorId);
        var files = await store.ByContentAsync([.. pieces.Select(p => p.Content)], cancellation);
        return pieces.Where(p => files.ContainsKey(p.Content)).Select(p => new EvidenceFile(p, files[p.Content])).ToLookup(f => f.Piece.IndicatorId);
    }

    /// <summary>The same with what a verifier should notice about each piece.</summary>
    public async Task<ILookup<Guid, WeighedEvidence>> WeighAsync(ReportSheet sheet, CancellationToken cancellation)
    {
        var files = (await FilesAsync(sheet, cancellation)).SelectMany(f => f).ToArray();
        var used = await UsedBeforeAsync(sheet, [.. files.Select(f => f.Piece.Content).Distinct(StringComparer.Ordinal)], cancellation);
        var places = sheet.Items.SelectMany(i => i.Lines.Select(l => (l.Indicator.Id, i.Place))).ToDictionary(l => l.Id, l => l.Place);
        return files.ToLookup(f => f.Piece.IndicatorId, f => new WeighedEvidence(f.Piece, f.File, EvidenceHints.Of(f.File, sheet.Period, places.GetValueOrDefault(f.Piece.IndicatorId), used(f.Piece.Content))));
    }

    private static IEnumerable<(SheetLine Line, IReadOnlyList<HandedFile> New)> ByLine(ReportSheet sheet, TypedReport typed)
    {
        foreach (var line in sheet.Lines)
        {
            var there = line.Evidence.Where(e => !typed.Dropped.Contains(e.Id)).Select(e => e.Content).ToHashSet(StringComparer.Ordinal);
            var fresh = typed.Files.Where(f => f.Indicator == line.Indicator.Id).DistinctBy(f => f.Sha256, StringComparer.Ordinal).Where(f => !there.Contains(f.Sha256)).ToArray();
            if (fresh.Length > 0)
                yield return (line, fresh);
        }
    }

    private static Refusal TooMany(Guid line) => new(
        "report.too_much_evidence",
        $"每个指标最多{HandedFile.MostOfLine}份佐证材料，请先去掉一些。",
        $"A line takes at most {HandedFile.MostOfLine} pieces of evidence; remove some first.",
        line.ToString());
}
