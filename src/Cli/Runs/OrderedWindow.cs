namespace Luoshi.Cli.Runs;

/// <summary>Works on all cores and hands results over in order, with no more than a window of them in memory.</summary>
internal static class OrderedWindow
{
    public static void Run<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> work, Action<int, TResult> take, CancellationToken cancellation)
    {
        if (items.Count == 1)
        {
            take(0, work(items[0]));
            return;
        }

        var window = new Queue<Task<TResult>>();
        var taken = 0;
        foreach (var item in items)
        {
            window.Enqueue(Task.Run(() => work(item), cancellation));
            if (window.Count >= Environment.ProcessorCount * 2)
                Next();
        }

        while (window.Count > 0)
            Next();

        void Next()
        {
            cancellation.ThrowIfCancellationRequested();
            take(taken++, window.Dequeue().GetAwaiter().GetResult());
        }
    }
}
