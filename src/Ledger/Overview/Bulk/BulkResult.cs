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
/// <param name="SeenVersion">Of the rating.</param>
/// <param name="SeenItem">Of its item: who assigns changes that.</param>
internal readonly record struct Pick(Guid Assessment, int SeenVersion, int SeenItem)
{
    public static IReadOnlyList<Pick> Parse(IEnumerable<string?> values) => [.. values.Select(One).OfType<Pick>().DistinctBy(p => p.Assessment)];

    private static Pick? One(string? value) =>
        value?.Split(':') is [var key, var rating, var item] && Guid.TryParse(key, out var id) && Version(rating) is { } seen && Version(item) is { } seenItem ? new Pick(id, seen, seenItem) : null;

    private static int? Version(string text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : null;
}
