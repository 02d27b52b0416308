using Luoshi.Ledger.Assessments;
using Luoshi.Ledger.Reports;
using Luoshi.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Luoshi.Ledger.Verifying;

using Level = Assessments.Verification;

/// <summary>How far each number of a period has been checked by somebody other than its reporter.</summary>
internal sealed class VerificationLevels(LuoshiDb db)
{
    /// <summary>The level of a number: none before there is one, its unit's own word until somebody else speaks of that very number.</summary>
    public static Level Of(decimal? figure, IEnumerable<Voice> voices) => figure is not { } value
        ? Level.None
        : Verifications.Combine(voices.Where(v => v.ClearedAt is null && v.Value == value).Select(v => v.Level).Append(Level.SelfReported));

    /// <summary>Indicators without a number are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, Level>> AtAsync(IReadOnlyCollection<Guid> indicators, DateOnly periodEnd, CancellationToken cancellation = default)
    {
        var figures = await db.Set<AcceptedFigure>().AsNoTracking().Where(f => f.PeriodEnd == periodEnd && indicators.Contains(f.IndicatorId)).Select(f => new { f.IndicatorId, f.Value }).ToListAsync(cancellation);
        var voices = await VoicesAsync(indicators, periodEnd, cancellation);
        return figures.ToDictionary(f => f.IndicatorId, f => Of(f.Value, voices[f.IndicatorId]));
    }

    public async Task<ILookup<Guid, Voice>> VoicesAsync(IReadOnlyCollection<Guid> indicators, DateOnly periodEnd, CancellationToken cancellation = default) =>
        (await db.Set<Voice>().AsNoTracking().Where(v => v.PeriodEnd == periodEnd && indicators.Contains(v.IndicatorId)).OrderByDescending(v => v.At).ToListAsync(cancellation)).ToLookup(v => v.IndicatorId);
}
