using System.Buffers;
using System.Globalization;
using Luoshi.Kernel.Time;
using Luoshi.Reading.Figures;

namespace Luoshi.Reading.Claims;

/// <summary>Finds the years, months and part-years a sentence names, seen from the document's own year and date.</summary>
internal sealed class PeriodReader(int? year, DateOnly? date)
{
    // 今年, 去年 and 明年 are counted from the day a text was written, not from the year it speaks of.
    private readonly int? thisYear = date?.Year ?? year;

    // What a year or month without a number is of; null until a block says otherwise than the document.
    private int? ofSection;

    /// <summary>全年, 上半年 and 6月 below 2023年工作回顾 are of its year.</summary>
    public void BeginBlock(Period? section) => ofSection = section is { Months: 12 } whole ? whole.Year : null;

    private int? Spoken => ofSection ?? year;

    private static readonly SearchValues<char> Marks = SearchValues.Create("年月季");

    // 2018年7月，全市…: so far the name of a time may stand from the beginning, and so much may stand between it and its comma.
    private const int LongestLead = 24;
    private const int FarthestLead = 12;
    private const int LongestName = 6;

    // 2018年以来, 2018年起, 2018-2020年 are no time of the results told behind them.
    private static readonly SearchValues<char> Spans = SearchValues.Create("以起至到-—–－~～前后初");

    private readonly List<Mention> opening = [];

    /// <summary>Adds the times named in <c>[start, end)</c>, in order.</summary>
    public void Read(string text, int start, int end, List<Mention> found)
    {
        var at = start;
        while (at < end)
        {
            var next = text.AsSpan(at, end - at).IndexOfAny(Marks);
            if (next < 0)
                return;
            at += next;
            at = text[at] switch
            {
                '年' => ReadYear(text, start, end, at, found),
                '月' => ReadMonth(text, start, end, at, found),
                _ => ReadQuarter(text, start, end, at, found),
            };
        }
    }

    /// <summary>2018年7月，…。…: the time a paragraph opens with, which its later sentences need not repeat; null when it opens with none.</summary>
    public Period? Lead(string text, int start, int end)
    {
        var near = Math.Min(end, start + LongestLead);
        opening.Clear();
        Read(text, start, near, opening);
        if (opening.Count != 1 || opening[0].At - start > FarthestLead)
            return null;
        var comma = text.AsSpan(opening[0].At, near - opening[0].At).IndexOfAny('，', ',');
        return comma is > 0 and <= LongestName && text.AsSpan(opening[0].At + 1, comma - 1).IndexOfAny(Spans) < 0 ? opening[0].Period : null;
    }

    private int ReadYear(string text, int start, int end, int at, List<Mention> found)
    {
        var before = text.AsSpan(start, at - start);
        var behind = text.AsSpan(at + 1, end - at - 1);
        if (before.EndsWith("上半", StringComparison.Ordinal))
            Add(found, at, YearAt(found), y => Period.OfHalf(y, 1));
        else if (before.EndsWith("下半", StringComparison.Ordinal))
            Add(found, at, YearAt(found), y => Period.OfHalf(y, 2));
        else if (before.EndsWith("今", StringComparison.Ordinal) && behind.StartsWith("以来", StringComparison.Ordinal))
            AddSinceNewYear(found, at);
        else if (before.EndsWith("今", StringComparison.Ordinal) && behind.StartsWith("上半年", StringComparison.Ordinal))
            return at + 1;
        else if (before.EndsWith("去", StringComparison.Ordinal) || before.EndsWith("上", StringComparison.Ordinal))
        {
            if (!Compares(before))
                Add(found, at, (before[^1] == '去' ? thisYear : Spoken) - 1, Period.OfYear);
        }
        else if (before.EndsWith("明", StringComparison.Ordinal))
            Add(found, at, thisYear + 1, Period.OfYear);
        else if (before.EndsWith("今", StringComparison.Ordinal) && !Compares(before))
            Add(found, at, thisYear, Period.OfYear);
        else if (before.EndsWith("全", StringComparison.Ordinal))
        {
            // 提前完成全年任务, 为全年目标的80%: the name of a plan, and no time of what is told behind it.
            if (!NamesPlan(behind))
                Add(found, at, Spoken, Period.OfYear);
        }
        else if (TryNumber(before, 4, out var named) && named is > 1900 and < 2100)
            return ReadNamedYear(text, end, at, named, found);
        return at + 1;
    }

    private static int ReadNamedYear(string text, int end, int at, int named, List<Mention> found)
    {
        var behind = text.AsSpan(at + 1, end - at - 1);
        if (behind.StartsWith("上半年", StringComparison.Ordinal) || behind.StartsWith("下半年", StringComparison.Ordinal))
        {
            found.Add(new Mention(at, Period.OfHalf(named, behind[0] == '上' ? 1 : 2), ToBlockEnd: false));
            return at + 4;
        }

        if (NumberText.TryRead(behind, out var month) && month.Length <= 2 && behind.Length > month.Length && month.Value is >= 1 and <= 12)
        {
            if (behind[month.Length] == '月' && behind.Length > month.Length + 1 && behind[month.Length + 1] is '底' or '末' && EndsSince(text.AsSpan(0, at - 4)))
            {
                found.Add(new Mention(at, Period.Of(named, 1, named, (int)month.Value), ToBlockEnd: false));
                return at + 1 + month.Length + 1;
            }

            if (behind[month.Length] == '月' && !IsDay(behind[(month.Length + 1)..]))
            {
                found.Add(new Mention(at, Period.OfMonth(named, (int)month.Value), ToBlockEnd: false));
                return at + 1 + month.Length + 1;
            }

            return at + 1;
        }

        // 比2002年翻了一番 compares and moves no figure to that year.
        if (at >= 5 && text[at - 5] is '比' or '较')
            return at + 1;
        // 到2025年底, 2020年以前 are bounds in time, 2021—2025年 is a span: only a plain year is the period.
        found.Add(new Mention(at, Period.OfYear(named), ToBlockEnd: false));
        return at + 1;
    }

    private int ReadMonth(string text, int start, int end, int at, List<Mention> found)
    {
        var before = text.AsSpan(start, at - start);
        var behind = text.AsSpan(at + 1, end - at - 1);
        if (YearAt(found) is not { } inYear || !TryNumber(before, 2, out var last) || last is < 1 or > 12)
            return at + 1;
        var digits = last >= 10 ? 2 : 1;
        var rest = before[..^digits];
        if (IsDay(behind) && !(EndsSince(rest) && behind[0] is '底' or '末'))
            return at + 1;
        if (!rest.IsEmpty && FigureScanner.IsDash(rest[^1]) && TryNumber(rest[..^1].TrimEnd('月'), 2, out var first) && first >= 1 && first < last)
            found.Add(new Mention(at, Period.Of(inYear, first, inYear, last), ToBlockEnd: false));
        else if (EndsSince(rest))
            found.Add(new Mention(at, Period.Of(inYear, 1, inYear, last), ToBlockEnd: false));
        else if (IsListed(rest, behind))
            found.Add(new Mention(at, Period.OfMonth(inYear, last), ToBlockEnd: false, InList: true));
        else if (behind.IsEmpty || behind[0] is '份' or '，' or '共' or '全' or '受' or '热' or '：')
            found.Add(new Mention(at, Period.OfMonth(inYear, last), ToBlockEnd: false));
        return at + 1;
    }

    private int ReadQuarter(string text, int start, int end, int at, List<Mention> found)
    {
        if (at + 1 >= end || text[at + 1] != '度' || at == start || YearAt(found) is not { } inYear)
            return at + 1;
        var number = text[at - 1] switch { '一' or '1' => 1, '二' or '2' => 2, '三' or '3' => 3, '四' or '4' => 4, _ => 0 };
        if (number == 0)
            return at + 1;
        // 比一季度扩大0.4个百分点 compares.
        if (Compares(text.AsSpan(start, at - start)))
            return at + 2;
        var from = at - 2 >= start && text[at - 2] == '前' ? 1 : (number * 3) - 2;
        found.Add(new Mention(at, Period.Of(inYear, from, inYear, number * 3), ToBlockEnd: false));
        return at + 2;
    }

    private void AddSinceNewYear(List<Mention> found, int at)
    {
        if (date is not { } day)
            return;
        // A text of the first days of a month speaks of the months before it.
        var month = day.Day <= 10 ? day.Month - 1 : day.Month;
        if (month >= 1)
            found.Add(new Mention(at, Period.Of(day.Year, 1, day.Year, month), ToBlockEnd: true));
    }

    private int? YearAt(List<Mention> found) => found.Count > 0 ? found[^1].Period.Year : Spoken;

    private static void Add(List<Mention> found, int at, int? inYear, Func<int, Period> period)
    {
        if (inYear is > 1 and < 9998)
            found.Add(new Mention(at, period(inYear.Value), ToBlockEnd: false));
    }

    private static bool NamesPlan(ReadOnlySpan<char> behind) =>
        behind.StartsWith("目标", StringComparison.Ordinal) || behind.StartsWith("预算", StringComparison.Ordinal) || behind.StartsWith("任务", StringComparison.Ordinal) || (behind.StartsWith("计划", StringComparison.Ordinal) && behind.Length > 2 && behind[2] is '的' or '，' or ',' or '；' or '。');

    // 比去年, 较上年同期 compares and moves no figure to that year.
    private static bool Compares(ReadOnlySpan<char> before) => before.Length > 1 && before[^2] is '比' or '较' or '于' or '超';

    // 10月、11月、12月分别受理…
    private static bool IsListed(ReadOnlySpan<char> before, ReadOnlySpan<char> behind) =>
        (before is [.., '月', '、' or '和' or '及' or '与'] && (behind.StartsWith("分别", StringComparison.Ordinal) || behind is ['、' or '和' or '及' or '与', ..]))
        || (behind.Length > 2 && behind[0] is '、' or '和' or '及' or '与' && NumberText.IsDigit(behind[1]) && behind[2..Math.Min(4, behind.Length)].Contains('月'));

    // 5日, 底, 前, 中旬: a day or a deadline, not a month that is measured.
    private static bool IsDay(ReadOnlySpan<char> behind) =>
        !behind.IsEmpty && (NumberText.IsDigit(behind[0]) || behind[0] is '底' or '前' or '初' or '末' or '上' or '中' or '下' or '起');

    // 截至6月底: from the beginning of the year.
    private static bool EndsSince(ReadOnlySpan<char> before) =>
        before.EndsWith("截至", StringComparison.Ordinal) || before.EndsWith("截止", StringComparison.Ordinal) || before.EndsWith("截止到", StringComparison.Ordinal) || before.EndsWith("截至今年", StringComparison.Ordinal);

    private static bool TryNumber(ReadOnlySpan<char> before, int most, out int number)
    {
        var start = before.Length;
        while (start > 0 && before.Length - start < most && NumberText.IsDigit(before[start - 1]))
            start--;
        return int.TryParse(before[start..], NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
