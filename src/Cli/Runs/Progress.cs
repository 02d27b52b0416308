using System.Diagnostics;
using Luoshi.Reading.Exports;

namespace Luoshi.Cli.Runs;

/// <summary>How far a long run is: a bar on a terminal, a line now and then where the output is kept. Nothing for a few files.</summary>
internal sealed class Progress(int total, ExportLanguage language) : IDisposable
{
    private const int FewFiles = 8;
    private const int BarWidth = 30;
    private static readonly TimeSpan BetweenDrawings = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(10);
    private readonly Lock turn = new();
    private readonly long started = Stopwatch.GetTimestamp();
    private long drawn = Stopwatch.GetTimestamp();
    private int done;

    private static bool OnTerminal => !Console.IsErrorRedirected;

    public void Step()
    {
        var now = Interlocked.Increment(ref done);
        if (total <= FewFiles)
            return;
        lock (turn)
        {
            if (Stopwatch.GetElapsedTime(drawn) < (OnTerminal ? BetweenDrawings : BetweenLines))
                return;
            drawn = Stopwatch.GetTimestamp();
            Draw(now);
        }
    }

    /// <summary>Leaves the line free for a message; the next step draws the bar again.</summary>
    public static void ClearLine()
    {
        if (OnTerminal)
            Console.Error.Write("\r\u001b[K");
    }

    public void Finish(int failures)
    {
        if (total <= FewFiles)
            return;
        ClearLine();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.Error.WriteLine(language.In(
            $"{total} 个文件，{failures} 个没读成，用时 {seconds:0.0} 秒",
            $"{total} documents, {failures} could not be read, {seconds:0.0} s"));
    }

    public void Dispose()
    {
        if (total > FewFiles)
            ClearLine();
    }

    private void Draw(int now)
    {
        var filled = (int)((long)BarWidth * now / total);
        if (OnTerminal)
            Console.Error.Write($"\r{new string('█', filled)}{new string('░', BarWidth - filled)} {now}/{total}");
        else
            Console.Error.WriteLine(language.In($"已读 {now}/{total}", $"read {now} of {total}"));
    }
}
