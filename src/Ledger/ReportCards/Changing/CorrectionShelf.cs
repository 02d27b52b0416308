using System.Collections.Concurrent;

namespace Luoshi.Ledger.ReportCards.Changing;

/// <summary>The corrections of each edition as they were last found, with the mark of the journal they were found under. Of many who ask at once one finds them out.</summary>
internal sealed class CorrectionShelf
{
    /// <summary>More editions than are looked at in one day.</summary>
    private const int Most = 512;

    private readonly ConcurrentDictionary<Guid, Found> known = new();
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 16).Select(_ => new SemaphoreSlim(1))];

    public async Task<IReadOnlyList<CardCorrection>> OfAsync(Guid card, string mark, Func<Task<IReadOnlyList<CardCorrection>>> find, CancellationToken cancellation)
    {
        if (known.TryGetValue(card, out var found) && found.Mark == mark)
            return found.Corrections;
        var gate = gates[(uint)card.GetHashCode() % gates.Length];
        await gate.WaitAsync(cancellation);
        try
        {
            if (known.TryGetValue(card, out found) && found.Mark == mark)
                return found.Corrections;
            var corrections = await find();
            if (known.Count >= Most)
                known.Clear();
            known[card] = new Found(mark, corrections);
            return corrections;
        }
        finally
        {
            gate.Release();
        }
    }

    private sealed record Found(string Mark, IReadOnlyList<CardCorrection> Corrections);
}
