namespace Luoshi.Ledger.Documents.Read;

/// <summary>Readings in memory, the longest unused going first, so that turning pages of a large report does not read it anew.</summary>
internal sealed class ReadingShelf
{
    private const long MostCharacters = 40_000_000;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, LinkedListNode<Entry>> entries = [];
    private readonly LinkedList<Entry> byUse = [];
    private long characters;

    public DocumentReadings? Take(Guid id)
    {
        lock (gate)
        {
            if (!entries.TryGetValue(id, out var node))
                return null;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Reading;
        }
    }

    public void Put(Guid id, DocumentReadings reading)
    {
        lock (gate)
        {
            if (entries.Remove(id, out var old))
                Drop(old);
            entries[id] = byUse.AddFirst(new Entry(id, reading));
            characters += Weight(reading);
            while (characters > MostCharacters && byUse.Last is { } last && last != byUse.First)
            {
                entries.Remove(last.Value.Id);
                Drop(last);
            }
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        byUse.Remove(node);
        characters -= Weight(node.Value.Reading);
    }

    private static long Weight(DocumentReadings reading) => reading.Reading.Document.Text.Length;

    private sealed record Entry(Guid Id, DocumentReadings Reading);
}
