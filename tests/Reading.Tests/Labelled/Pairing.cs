namespace Luoshi.Reading.Tests.Labelled;

/// <summary>Labels set beside readings: the same thing when line, value and unit agree; ties are taken in the order of the line.</summary>
internal sealed record Pairing<T>(IReadOnlyList<(T Label, T? Reading)> Pairs, IReadOnlyList<T> Extra)
    where T : class
{
    public static Pairing<T> Of(IReadOnlyList<T> labels, IReadOnlyList<T> readings, Func<T, (int Line, decimal Value, string Unit)> key)
    {
        var free = readings.ToList();
        var pairs = new List<(T, T?)>(labels.Count);
        foreach (var label in labels)
        {
            var wanted = key(label);
            var at = free.FindIndex(reading => Same(wanted, key(reading)));
            pairs.Add((label, at < 0 ? null : free[at]));
            if (at >= 0)
                free.RemoveAt(at);
        }

        return new Pairing<T>(pairs, free);
    }

    private static bool Same((int Line, decimal Value, string Unit) label, (int Line, decimal Value, string Unit) reading) =>
        label.Line == reading.Line && label.Unit == reading.Unit && Near(label.Value, reading.Value);

    private static bool Near(decimal label, decimal reading) => Math.Abs(label - reading) <= 1e-6m * Math.Max(1, Math.Abs(label));
}
