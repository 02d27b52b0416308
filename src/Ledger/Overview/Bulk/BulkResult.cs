using Luoshi.Kernel.Outcomes;

namespace Luoshi.Ledger.Overview.Bulk;

/// <param name="Done">What was done, in words; null when it was refused.</param>
internal sealed record BulkLine(string Name, string Href, Words? Done, Refusal? Refusal);

/// <summary>What became of each row that was picked; the refused come first.</summary>
internal sealed record BulkResult(Words Title, IReadOnlyList<BulkLine> Lines, string Back)
{
    public IEnumerable<BulkLine> Refused => Lines.Where(l => l.Refusal is not null);

    public IEnumerable<BulkLine> Done => Lines.Where(l => l.Refusal is null);
}

/// <summary>A row as it stood when it was picked.</summary>
internal readonly record struct Pick(Guid Assessment, int SeenVersion)
{
    public static IReadOnlyList<Pick> Parse(IEnumerable<string?> values) =>
    [
        .. values.Select(value => value?.Split(':') is [var key, var version] && Guid.TryParse(key, out var id) && int.TryParse(version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seen) ? new Pick(id, seen) : (Pick?)null)
            .OfType<Pick>().DistinctBy(p => p.Assessment),
    ];
}
