using System.Collections.Concurrent;
using Luoshi.Ledger.ReportCards.Photos;

namespace Luoshi.Ledger.Reports.FillIn;

/// <summary>
/// Photos of evidence at the size of a stamp, drawn anew and without what the camera wrote. A desk shows the same ones again and again: the last ones
/// stay in memory, and no more are drawn at a time than there are processors.
/// </summary>
internal sealed class SmallPictures : IDisposable
{
    /// <summary>Twice what the page shows, for screens with small dots.</summary>
    private const int Longest = 320;

    private const int MostKept = 400;

    private readonly ConcurrentDictionary<string, byte[]> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();
    private readonly SemaphoreSlim drawing = new(Environment.ProcessorCount);

    /// <param name="original">Asked for only where the picture is not at hand.</param>
    /// <returns>Null where the file is no picture that can be shown.</returns>
    public async Task<byte[]?> OfAsync(string content, Func<Task<byte[]?>> original, CancellationToken cancellation)
    {
        if (kept.TryGetValue(content, out var known))
            return known;
        await drawing.WaitAsync(cancellation);
        try
        {
            if (kept.TryGetValue(content, out known))
                return known;
            if (await original() is not { } file || !DisplayCopy.Make(file, Longest).TryGet(out var small, out _))
                return null;
            Keep(content, small.Jpeg);
            return small.Jpeg;
        }
        finally
        {
            drawing.Release();
        }
    }

    public void Dispose() => drawing.Dispose();

    private void Keep(string content, byte[] picture)
    {
        if (!kept.TryAdd(content, picture))
            return;
        order.Enqueue(content);
        while (kept.Count > MostKept && order.TryDequeue(out var oldest))
            kept.TryRemove(oldest, out _);
    }
}
