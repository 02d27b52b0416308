using System.Globalization;
using System.Text;

namespace Luoshi.Platform.Ui;

public enum LineKind
{
    Actual,
    Planned,
    Promise,
}

/// <summary>One line of a chart; a null value is a gap.</summary>
public sealed record ChartLine(string Name, LineKind Kind, IReadOnlyList<decimal?> Values);

/// <summary>Places values in a 640 × 240 drawing with a zero-based axis of round steps.</summary>
internal sealed class ChartScale
{
    public const int Width = 640;
    public const int Height = 240;
    public const int Left = 64;
    public const int Right = 540;
    public const int Bottom = 208;
    private const int Top = 12;

    // As large as a phone draws them.
    private const int LabelWidth = 70;
    private const int LabelHeight = 24;

    private readonly int count;
    private readonly decimal low;
    private readonly decimal high;

    public ChartScale(int count, IReadOnlyList<decimal?> values, decimal? top = null)
    {
        this.count = count;
        var most = Math.Max(top ?? 0, values.Max() ?? 0);
        var least = Math.Min(0, values.Min() ?? 0);
        var step = NiceStep((most - least) / 4);
        low = Math.Floor(least / step) * step;
        high = Math.Max(Math.Ceiling(most / step) * step, low + step);
        for (var tick = low; tick <= high; tick += step)
            Ticks.Add(tick);
    }

    public List<decimal> Ticks { get; } = [];

    /// <summary>Every how many-th label fits.</summary>
    public int LabelStep => Math.Max(1, (count + 11) / 12);

    public string X(int index) => Number(XOf(index));

    public string Y(decimal value) => Number(YOf(value));

    public string Path(IReadOnlyList<decimal?> values)
    {
        var path = new StringBuilder();
        var pen = 'M';
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value)
            {
                pen = 'M';
                continue;
            }

            path.Append(pen).Append(X(i)).Append(' ').Append(Y(value));
            pen = 'L';
        }

        return path.ToString();
    }

    /// <summary>Beside the end of each line its name; where lines end at one place, the names stand one below the other, the highest line's first.</summary>
    public IReadOnlyList<(ChartLine Line, string X, string Y)> EndLabels(IReadOnlyList<ChartLine> lines)
    {
        var placed = new List<(ChartLine Line, double X, double Y)>();
        foreach (var (line, x, y) in lines.Select(End).OfType<(ChartLine, double, double)>().OrderBy(end => end.Item3))
        {
            var above = placed.Where(p => Math.Abs(p.X - x) < LabelWidth).Select(p => p.Y + LabelHeight).DefaultIfEmpty(double.MinValue).Max();
            placed.Add((line, x, Math.Max(y, above)));
        }

        return [.. lines.SelectMany(line => placed.Where(p => p.Line == line)).Select(p => (p.Line, Number(p.X + 6), Number(p.Y)))];
    }

    private (ChartLine Line, double X, double Y)? End(ChartLine line)
    {
        for (var i = line.Values.Count - 1; i >= 0; i--)
        {
            if (line.Values[i] is { } value)
                return (line, XOf(i), YOf(value));
        }

        return null;
    }

    /// <summary>An axis number in 万 and 亿 where it is long.</summary>
    public static string Short(decimal value) => Math.Abs(value) switch
    {
        >= 100_000_000 => (value / 100_000_000).ToString("0.##", CultureInfo.InvariantCulture) + "亿",
        >= 10_000 => (value / 10_000).ToString("0.##", CultureInfo.InvariantCulture) + "万",
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    };

    private static decimal NiceStep(decimal rough)
    {
        if (rough <= 0)
            return 1;
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)rough)));
        return (rough / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }

    private double XOf(int index) => count <= 1 ? Left : Left + ((Right - Left) * (double)index / (count - 1));

    private double YOf(decimal value) => Bottom - ((Bottom - Top) * (double)((value - low) / (high - low)));

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
