using Luoshi.Kernel.Time;
using Luoshi.Ledger.Acting;
using Luoshi.Ledger.Indicators;
using Luoshi.Ledger.Items;
using Luoshi.Ledger.Reports;
using Luoshi.Ledger.Reports.FillIn;
using Luoshi.Platform;
using Luoshi.Platform.OrgUnits;
using Luoshi.Platform.Storage;
using Luoshi.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Verifying;

using Level = Assessments.Verification;

internal sealed record VoiceLine(Voice Voice, string By, bool Counts);

internal sealed record VerificationView
{
    public required Indicator Indicator { get; init; }

    public required Item Item { get; init; }

    public required Period Period { get; init; }

    public required string UnitName { get; init; }

    public decimal? Value { get; init; }

    public required Level Level { get; init; }

    public required IReadOnlyList<VoiceLine> Voices { get; init; }

    /// <summary>What the report came with; null for people who may not see originals.</summary>
    public IReadOnlyList<WeighedEvidence>? Evidence { get; init; }

    /// <summary>What this person may find.</summary>
    public required IReadOnlyList<Level> Choices { get; init; }

    public required bool MayClear { get; init; }

    public FormState Form { get; init; } = new();
}

/// <summary>One number of one period with everything said about it.</summary>
internal sealed class VerificationViews(LuoshiDb db, VerificationLevels levels, ReportSheets sheets, ReportEvidence evidence, LedgerAccess access, OrgDirectory directory, TimeProvider clock)
{
    private static readonly Level[] All = [Level.Certified, Level.Inspected, Level.CitizenConfirmed, Level.Contradicted];

    public async Task<VerificationView?> OfAsync(Guid id, Period period, FormState form, CancellationToken cancellation)
    {
        if (await db.Set<Indicator>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellation) is not { UnitId: { } unit } indicator)
            return null;
        var end = period.LastDay;
        var value = await db.Set<AcceptedFigure>().AsNoTracking().Where(f => f.IndicatorId == id && f.PeriodEnd == end).Select(f => (decimal?)f.Value).FirstOrDefaultAsync(cancellation);
        var voices = (await levels.VoicesAsync([id], end, cancellation))[id].ToArray();
        var posts = (await directory.PostsAsync(LocalTime.Today(clock), [.. voices.Select(v => v.VerifierPost).OfType<Guid>()], cancellation)).ToDictionary(p => p.Id, p => p.UnitName + p.Title);
        var verifier = (await access.VerifierAsync(unit, cancellation)).IsOk;
        return new VerificationView
        {
            Indicator = indicator,
            Item = await db.Set<Item>().AsNoTracking().FirstAsync(i => i.Id == indicator.ItemId, cancellation),
            Period = period,
            UnitName = (await directory.UnitAsync(unit, cancellation))?.Name ?? "—",
            Value = value,
            Level = VerificationLevels.Of(value, voices),
            Voices = [.. voices.Select(v => new VoiceLine(v, v.VerifierPost is { } post ? posts.GetValueOrDefault(post, "—") : "—", v.ClearedAt is null && v.Value == value))],
            Evidence = await access.MaySeeEvidenceAsync(unit, cancellation) ? [.. (await evidence.WeighAsync(await sheets.OfAsync(unit, period, cancellation), cancellation))[id]] : null,
            Choices = verifier ? All : (await access.LeaderAsync(unit, cancellation)).IsOk ? [Level.Certified] : [],
            MayClear = verifier,
            Form = form,
        };
    }
}
