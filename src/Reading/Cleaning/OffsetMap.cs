namespace Luoshi.Reading.Cleaning;

/// <summary>
/// Clean offset → raw offset, stored as the points where the difference changes.
/// Between two points both texts run one character for one.
/// </summary>
internal sealed class OffsetMap
{
    // So many characters hold about as many points as a search takes steps.
    private const int Near = 256;

    // Sorted by clean offset: from Clean on, raw = clean + Shift. Before the first the shift is 0.
    private readonly Point[] points;

    // Clean characters that stand for more than one raw character, and where the raw ones end. Nearly always empty.
    private readonly int[] wides;
    private readonly int[] wideEnds;

    private OffsetMap(Point[] points, int[] wides, int[] wideEnds) => (this.points, this.wides, this.wideEnds) = (points, wides, wideEnds);

    public static OffsetMap Identity { get; } = new([], [], []);

    public int ToRaw(int clean)
    {
        var near = -1;
        return ToRaw(clean, ref near);
    }

    /// <param name="near">The point that held before; the search begins there where the offset lies not far behind it.</param>
    public int ToRaw(int clean, ref int near)
    {
        if (near < 0 || near >= points.Length || points[near].Clean > clean || clean - points[near].Clean > Near)
            near = PointAt(clean);
        while (near + 1 < points.Length && points[near + 1].Clean <= clean)
            near++;
        return near < 0 ? clean : clean + points[near].Shift;
    }

    /// <summary>The raw offset just behind the character at <paramref name="clean"/>.</summary>
    public int ToRawEnd(int clean, ref int near)
    {
        var at = wides.Length == 0 ? -1 : Array.BinarySearch(wides, clean);
        return at >= 0 ? wideEnds[at] : ToRaw(clean, ref near) + 1;
    }

    /// <summary>The last point at or before the offset, or -1.</summary>
    private int PointAt(int clean)
    {
        var (low, high) = (0, points.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (points[middle].Clean <= clean)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    private readonly record struct Point(int Clean, int Shift);

    /// <summary>The map in the making. Calls come in rising order.</summary>
    internal struct Builder()
    {
        private RentedList<Point> points = new();
        private RentedList<int> wides = new();
        private RentedList<int> wideEnds = new();

        /// <summary>From <paramref name="clean"/> on, characters stand at <paramref name="raw"/> onwards.</summary>
        public void Align(int clean, int raw)
        {
            var shift = raw - clean;
            if (shift == (points.Count == 0 ? 0 : points.Last.Shift))
                return;
            if (points.Count > 0 && points.Last.Clean == clean)
                points.Last = new Point(clean, shift);
            else
                points.Add(new Point(clean, shift));
        }

        /// <summary>The character at <paramref name="clean"/> stands for everything up to <paramref name="rawEnd"/>.</summary>
        public void Widen(int clean, int rawEnd)
        {
            wides.Add(clean);
            wideEnds.Add(rawEnd);
        }

        public OffsetMap Finish()
        {
            var map = points.Count == 0 && wides.Count == 0 ? Identity : new OffsetMap(points.ToArray(), wides.ToArray(), wideEnds.ToArray());
            points.Return();
            wides.Return();
            wideEnds.Return();
            return map;
        }
    }
}
