using Luoshi.Kernel.Text;
using Luoshi.Kernel.Time;

namespace Luoshi.Reading.Outlines;

/// <summary>The first words of a paragraph that say what it holds, where no heading does: they open and close sections like one.</summary>
internal sealed class ParagraphLeads(SectionStack stack)
{
    private const int LongestTime = 10;

    /// <summary>A paragraph may itself turn the page: 年底安排：…, 下一步，…, 2015年已经到来。…</summary>
    /// <param name="start">Clean offset of the line.</param>
    /// <param name="leavesPromise">The paragraph turns away from the promise that the ones above it answer.</param>
    /// <returns>Where the words behind a label begin in the line, or 0.</returns>
    public int Open(ReadOnlySpan<char> line, int start, out bool leavesPromise)
    {
        var kind = HeadingWords.KindOfLead(line, out var closes);
        leavesPromise = false;
        if (Labels.Read(line, out var label, out var behind) && (label != SectionKind.Unknown || line[0] is '【' or '['))
        {
            stack.CloseLead();
            Period? of = null;
            // 【12月安排】: what no list of labels names, its words and its time do.
            if (label == SectionKind.Unknown)
                (label, of) = stack.Judge(line[1..behind].TrimEnd("】]〗 　"), numbered: true);
            if (label is SectionKind.Plan or SectionKind.Review)
                stack.OpenLead(label, new SourceSpan(start, start + behind), of);
            return behind;
        }

        if (kind == SectionKind.Plan)
        {
            leavesPromise = true;
            var end = Math.Max(1, line[..Math.Min(line.Length, 12)].IndexOfAny(",，:："));
            stack.OpenLead(kind, new SourceSpan(start, start + end), stack.Judge(line[..end], numbered: false).Period);
            return 0;
        }

        if (closes)
        {
            leavesPromise = true;
            stack.CloseLead();
            return 0;
        }

        var colon = line[..Math.Min(line.Length, 20)].IndexOfAny(':', '：');
        // 三次产业结构为25.7:26.8:47.5 labels nothing.
        if (colon > 1 && colon + 1 < line.Length && !(char.IsAsciiDigit(line[colon - 1]) && char.IsAsciiDigit(line[colon + 1])))
        {
            var (told, period) = stack.Judge(line[..colon], numbered: true);
            if (told is SectionKind.Plan or SectionKind.Review && !Counts.Any(line[..colon]))
                stack.OpenLead(told, new SourceSpan(start, start + colon), period);
            else
                stack.CloseLead();
            // 超额完成任务的已有10项：…: a label that counts is part of what is told.
            return line[..colon].IndexOfAny("，,、。") >= 0 || Counts.Any(line[..colon]) ? 0 : colon + 1;
        }

        leavesPromise = OpensPlan(line, start);
        if (!leavesPromise)
            OpenYear(line, start);
        return Labels.BehindBullet(line);
    }

    /// <summary>谈到明年的打算时,… turns to the plan in its first clause.</summary>
    private bool OpensPlan(ReadOnlySpan<char> line, int start)
    {
        var comma = line[..Math.Min(line.Length, 34)].IndexOfAny("，,");
        // 四季度，… below the results of three
        if (comma > 1 && comma <= LongestTime && SpokenTime.LengthAt(line, 0) == comma && SpokenTime.Read(line[..comma]) is var spoken && stack.IsAhead(spoken))
        {
            stack.OpenLead(SectionKind.Plan, new SourceSpan(start, start + comma), stack.Judge(line[..comma], numbered: true).Period);
            return true;
        }

        if (comma < 4 || !(line[..comma].Contains("打算", StringComparison.Ordinal) || line[..comma].Contains("下一步", StringComparison.Ordinal) || line[..comma].Contains("展望", StringComparison.Ordinal)))
            return false;
        stack.OpenLead(SectionKind.Plan, new SourceSpan(start, start + comma), stack.Judge(line[..comma], numbered: true).Period);
        return true;
    }

    /// <summary>2014年已经过去 opens a review, 2015年已经到来 a plan, where no heading does.</summary>
    private void OpenYear(ReadOnlySpan<char> line, int start)
    {
        var year = SpokenTime.YearAt(line, 0, out var length);
        if (year == 0 || line.Length < length + 4)
            return;
        var head = line.Slice(length, Math.Min(12, line.Length - length));
        var past = head.Contains("过去", StringComparison.Ordinal);
        if (past || head.Contains("到来", StringComparison.Ordinal))
            stack.OpenYear(past ? SectionKind.Review : SectionKind.Plan, new SourceSpan(start, start + length), Period.OfYear(year));
    }
}
