using System.Globalization;

namespace Luoshi.Kernel.Time;

/// <summary>
/// A run of whole months that a figure measures: a year, a half, a quarter, a month or months in a row.
/// Both ends are included. Written <c>2021</c>, <c>2021-H1</c>, <c>2021-Q1</c>, <c>2021-06</c>, <c>2021-01/2021-04</c>.
/// </summary>
/// <remarks>1-6 月 is written <c>H1</c>, 1-3 月 <c>Q1</c>: the same months always print the same way.</remarks>
public readonly record struct Period : IComparable<Period>
{
    private Period(int first, int last)
    {
        FirstMonth = first;
        LastMonth = last;
    }

    /// <summary>Months since year 0: <c>year * 12 + month - 1</c>.</summary>
    private int FirstMonth { get; }

    private int LastMonth { get; }

    /// <summary>The year the period starts in.</summary>
    public int Year => FirstMonth / 12;

    /// <summary>How many months, first and last included; at least 1.</summary>
    public int Months => LastMonth - FirstMonth + 1;

    public DateOnly FirstDay => new(FirstMonth / 12, (FirstMonth % 12) + 1, 1);

    /// <summary>The last day, included.</summary>
    public DateOnly LastDay => new DateOnly(LastMonth / 12, (LastMonth % 12) + 1, 1).AddMonths(1).AddDays(-1);

    public static Period OfYear(int year) => Of(year, 1, year, 12);

    /// <param name="half">1 or 2.</param>
    public static Period OfHalf(int year, int half) => Of(year, (half * 6) - 5, year, half * 6);

    /// <param name="quarter">1 to 4.</param>
    public static Period OfQuarter(int year, int quarter) => Of(year, (quarter * 3) - 2, year, quarter * 3);

    public static Period OfMonth(int year, int month) => Of(year, month, year, month);

    /// <exception cref="ArgumentOutOfRangeException">A month or year is off, or the end lies before the start.</exception>
    public static Period Of(int fromYear, int fromMonth, int toYear, int toMonth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fromYear, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toYear, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(fromMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fromMonth, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(toMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toMonth, 12);
        var (first, last) = ((fromYear * 12) + fromMonth - 1, (toYear * 12) + toMonth - 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first, nameof(toMonth));
        return new Period(first, last);
    }

    /// <summary>True also when both are the same.</summary>
    public bool Contains(Period other) => FirstMonth <= other.FirstMonth && other.LastMonth <= LastMonth;

    public bool Contains(DateOnly day) => FirstDay <= day && day <= LastDay;

    /// <summary>By start, then by length: a year comes after its own first quarter.</summary>
    public int CompareTo(Period other) => (FirstMonth, LastMonth).CompareTo((other.FirstMonth, other.LastMonth));

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    public override string ToString()
    {
        if (FirstMonth == LastMonth)
            return Month(FirstMonth);
        var (start, year) = (FirstMonth % 12, FirstMonth / 12);
        return (start, Months) switch
        {
            (0, 12) => year.ToString("0000", CultureInfo.InvariantCulture),
            (0 or 6, 6) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-H{(start / 6) + 1}"),
            (0 or 3 or 6 or 9, 3) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-Q{(start / 3) + 1}"),
            _ => $"{Month(FirstMonth)}/{Month(LastMonth)}",
        };
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        var slash = text.IndexOf('/');
        if (slash >= 0)
        {
            if (!TryMonth(text[..slash], out var first) || !TryMonth(text[(slash + 1)..], out var last) || last < first)
                return false;
            period = new Period(first, last);
            return true;
        }

        if (text.Length == 4 && TryNumber(text, 1, 9999, out var year))
        {
            period = OfYear(year);
            return true;
        }

        if (text.Length != 7 || text[4] != '-' || !TryNumber(text[..4], 1, 9999, out year))
            return false;
        if (text[5] == 'H' && TryNumber(text[6..], 1, 2, out var half))
            period = OfHalf(year, half);
        else if (text[5] == 'Q' && TryNumber(text[6..], 1, 4, out var quarter))
            period = OfQuarter(year, quarter);
        else if (TryMonth(text, out var month))
            period = new Period(month, month);
        else
            return false;
        return true;
    }

    /// <exception cref="FormatException">The text is none of the five forms.</exception>
    public static Period Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is no period; write 2021, 2021-H1, 2021-Q1, 2021-06 or 2021-01/2021-04.");

    private static string Month(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{(month % 12) + 1:00}");

    private static bool TryMonth(ReadOnlySpan<char> text, out int month)
    {
        month = 0;
        if (text.Length != 7 || text[4] != '-' || !TryNumber(text[..4], 1, 9999, out var year) || !TryNumber(text[5..], 1, 12, out var number))
            return false;
        month = (year * 12) + number - 1;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
}
