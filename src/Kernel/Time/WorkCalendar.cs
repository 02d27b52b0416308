using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Luoshi.Kernel.Time;

/// <summary>What a day is by the yearly notice on public holidays.</summary>
public enum DayKind
{
    /// <summary>A weekday, or a weekend day worked in exchange for a day off (调休).</summary>
    Workday,

    /// <summary>A Saturday or Sunday that is no holiday.</summary>
    Weekend,

    /// <summary>A day off by the year's notice.</summary>
    Holiday,
}

/// <summary>A computed day and the years it passed through whose holidays were not known: those deadlines must be looked at again.</summary>
public readonly record struct ComputedDay(DateOnly Day, IReadOnlyList<int> UnknownYears)
{
    /// <summary>False when a year was counted by its weekends alone.</summary>
    public bool IsCertain => UnknownYears.Count == 0;
}

/// <summary>
/// Working days of the years for which the State Council's notice is known. In other years only weekends are off, and everything
/// computed from them says so. The first day is never counted (Civil Code, article 201).
/// </summary>
public sealed class WorkCalendar
{
    private static readonly JsonDocumentOptions Commented = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly FrozenDictionary<DateOnly, string> off;
    private readonly FrozenSet<DateOnly> worked;
    private readonly FrozenSet<int> years;

    private WorkCalendar(Dictionary<DateOnly, string> off, HashSet<DateOnly> worked, HashSet<int> years)
    {
        this.off = off.ToFrozenDictionary();
        this.worked = worked.ToFrozenSet();
        this.years = years.ToFrozenSet();
    }

    /// <summary>The years whose notice is loaded, in no order.</summary>
    public IReadOnlyCollection<int> KnownYears => years;

    public bool Knows(int year) => years.Contains(year);

    /// <summary>In a year that is not known, told by the weekday alone.</summary>
    public DayKind KindOf(DateOnly day)
    {
        if (off.ContainsKey(day))
            return DayKind.Holiday;
        return worked.Contains(day) || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? DayKind.Workday : DayKind.Weekend;
    }

    /// <summary>国庆节, or null on any other day.</summary>
    public string? HolidayName(DateOnly day) => off.GetValueOrDefault(day);

    /// <summary>The same answer as <see cref="KindOf"/> gives, in a year that is not known too.</summary>
    public bool IsWorkday(DateOnly day) => KindOf(day) == DayKind.Workday;

    /// <summary>The day on which a limit of working days ends; zero gives the start itself, negative counts backwards.</summary>
    public ComputedDay AddWorkdays(DateOnly start, int count)
    {
        var (day, step, unknown) = (start, Math.Sign(count), new List<int>());
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            Note(day, unknown);
            if (IsWorkday(day))
                left--;
        }

        return new ComputedDay(day, unknown);
    }

    /// <summary>A limit of calendar days. When its last day is off, the first working day after it is the last (Civil Code, article 203).</summary>
    public ComputedDay AddDays(DateOnly start, int count) => OnOrAfter(start.AddDays(count));

    /// <inheritdoc cref="AddDays"/>
    public ComputedDay AddMonths(DateOnly start, int count) => OnOrAfter(start.AddMonths(count));

    /// <summary>The day itself when it is worked, else the next that is.</summary>
    public ComputedDay OnOrAfter(DateOnly day) => Roll(day, step: 1);

    /// <summary>The day itself when it is worked, else the last before it that is.</summary>
    public ComputedDay OnOrBefore(DateOnly day) => Roll(day, step: -1);

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when it lies before.</summary>
    public int WorkdaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -WorkdaysBetween(to, from);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            count += IsWorkday(day) ? 1 : 0;
        return count;
    }

    /// <summary>Reads the calendar file: <c>{ "years": [{ "year": 2026, "off": [["2026-01-01", "2026-01-03", "元旦"]], "work": ["2026-01-04"] }] }</c>.</summary>
    /// <exception cref="FormatException">The text is no such file, or a day contradicts another; the message names the day.</exception>
    public static WorkCalendar Parse(string json)
    {
        var (off, worked, years) = (new Dictionary<DateOnly, string>(), new HashSet<DateOnly>(), new HashSet<int>());
        try
        {
            using var file = JsonDocument.Parse(json, Commented);
            foreach (var year in file.RootElement.GetProperty("years").EnumerateArray())
            {
                if (!years.Add(year.GetProperty("year").GetInt32()))
                    throw new FormatException($"The year {year.GetProperty("year")} stands twice.");
                foreach (var run in year.GetProperty("off").EnumerateArray())
                    AddRun(off, Day(run[0]), Day(run[1]), run[2].GetString() ?? "");
                foreach (var day in year.GetProperty("work").EnumerateArray())
                    worked.Add(Day(day));
            }
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new FormatException($"The calendar cannot be read: {problem.Message}", problem);
        }

        if (worked.Where(off.ContainsKey).Select(day => (DateOnly?)day).FirstOrDefault() is { } both)
            throw new FormatException($"{both:yyyy-MM-dd} is both off and worked.");
        return new WorkCalendar(off, worked, years);
    }

    private static void AddRun(Dictionary<DateOnly, string> off, DateOnly first, DateOnly last, string name)
    {
        if (last < first || last.DayNumber - first.DayNumber > 31)
            throw new FormatException($"The holiday {name} from {first:yyyy-MM-dd} to {last:yyyy-MM-dd} has no sensible length.");
        for (var day = first; day <= last; day = day.AddDays(1))
            off[day] = name;
    }

    private static DateOnly Day(JsonElement element) =>
        DateOnly.TryParseExact(element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"'{element}' is no day; write 2026-01-01.");

    private ComputedDay Roll(DateOnly day, int step)
    {
        var unknown = new List<int>();
        for (Note(day, unknown); !IsWorkday(day); Note(day, unknown))
            day = day.AddDays(step);
        return new ComputedDay(day, unknown);
    }

    private void Note(DateOnly day, List<int> unknown)
    {
        if (!Knows(day.Year) && !unknown.Contains(day.Year))
            unknown.Add(day.Year);
    }
}
