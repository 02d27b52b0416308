using Luoshi.Kernel.Time;

namespace Luoshi.Reading.Outlines;

/// <summary>When a document speaks of: what its title, its date and its kind say together.</summary>
internal readonly record struct DocumentTime(DateOnly? Date, int? Year, Period? Report, Period? Plan)
{
    /// <summary>The year 今年 means.</summary>
    public int? ThisYear => Date is { } date ? date.Year : Year;

    /// <param name="subtitle">The time below the title, which counts where the title leaves it open.</param>
    public static DocumentTime Of(DocumentKind kind, ReadOnlySpan<char> title, SpokenTime subtitle, DateOnly? date)
    {
        var spoken = UntilMonth(title, SpokenTime.Read(title));
        if (!spoken.HasPart && subtitle.HasPart && (spoken.Year == 0 || subtitle.Year == 0 || spoken.Year == subtitle.Year))
            spoken = spoken with { Year = Math.Max(spoken.Year, subtitle.Year), FromMonth = subtitle.FromMonth, ToMonth = subtitle.ToMonth };
        // 9月份民生实事进展: how far the works of the year have come by then.
        if (kind == DocumentKind.Card && spoken.HasPart && spoken.FromMonth == spoken.ToMonth && HeadingWords.TellsProgress(title))
            spoken = spoken with { FromMonth = 1 };
        int? year = spoken.Year > 0 ? spoken.Year : null;
        if (year is null && date is { } day && (spoken.HasPart || kind is DocumentKind.Card or DocumentKind.List or DocumentKind.WorkReport || SaysThisYear(title)))
            year = YearOf(day, kind, spoken, title);
        if (year is not { } known)
            return new DocumentTime(date, null, null, null);
        return kind switch
        {
            DocumentKind.WorkReport when spoken.SecondYear == 0 => OfWorkReport(date, known),
            DocumentKind.List when !spoken.HasPart => new DocumentTime(date, known, null, Period.OfYear(known)),
            _ when spoken.SecondYear == known + 1 => new DocumentTime(date, known, Period.OfYear(known), Period.OfYear(known + 1)),
            DocumentKind.Card => new DocumentTime(date, known, ReportOf(spoken, known, date), Period.OfYear(known)),
            // Figures of a year that is over when they are printed are its results.
            _ => new DocumentTime(date, known, spoken.HasPart ? spoken.In(known) : date?.Year > known ? Period.OfYear(known) : null, Period.OfYear(known)),
        };
    }

    /// <summary>2023年实事进展（截至9月底）, （截至9月30日）: from the beginning of the year.</summary>
    private static SpokenTime UntilMonth(ReadOnlySpan<char> title, SpokenTime spoken)
    {
        var at = Math.Max(title.LastIndexOf("截至", StringComparison.Ordinal), title.LastIndexOf("截止", StringComparison.Ordinal));
        if (at < 0)
            return spoken;
        var words = title[(at + 2)..].TrimStart('到');
        if (SpokenTime.YearAt(words, 0, out var length) is var year && year > 0)
            words = words[length..];
        var month = HanCount.Read(words, out length);
        if (length == 0 || month is < 1 or > 12 || length >= words.Length || words[length] != '月' || (year > 0 && spoken.Year > 0 && year != spoken.Year))
            return spoken;
        return spoken with { Year = spoken.Year > 0 ? spoken.Year : year, SecondYear = 0, FromMonth = 1, ToMonth = month };
    }

    /// <summary>A report to the congress in spring plans its own year and reviews the one before.</summary>
    private static DocumentTime OfWorkReport(DateOnly? date, int titled)
    {
        // A day years later is that of a copy.
        if (date?.Year > titled + 1)
            date = null;
        var plan = date is not { } day ? titled : day.Month >= 10 ? Math.Max(titled, day.Year) : day.Year;
        return new DocumentTime(date, plan, Period.OfYear(plan - 1), Period.OfYear(plan));
    }

    /// <summary>A card with a year alone: the whole year when it came out after it; a card from within the year leaves it to the text.</summary>
    private static Period? ReportOf(SpokenTime spoken, int year, DateOnly? date)
    {
        if (spoken.HasPart)
            return spoken.In(year);
        return date is { } day && day.Year == year && day.Month < 12 ? null : Period.OfYear(year);
    }

    /// <summary>Without a printed year: a full-year card of January speaks of the year before, a list of December of the next.</summary>
    private static int YearOf(DateOnly day, DocumentKind kind, SpokenTime spoken, ReadOnlySpan<char> title)
    {
        if (kind == DocumentKind.Card && day.Month <= 2 && (!spoken.HasPart || spoken.ToMonth == 12))
            return day.Year - 1;
        if (kind == DocumentKind.List && (title.Contains("明年", StringComparison.Ordinal) || title.Contains("来年", StringComparison.Ordinal)))
            return day.Year + 1;
        return day.Year;
    }

    private static bool SaysThisYear(ReadOnlySpan<char> title) =>
        title.Contains("今年", StringComparison.Ordinal) || title.Contains("年内", StringComparison.Ordinal) || title.Contains("本年", StringComparison.Ordinal);
}
