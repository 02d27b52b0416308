using System.Globalization;
using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Cleaning;

namespace Luoshi.Reading.Exports.Html;

/// <summary>The parts of the page.</summary>
internal sealed class HtmlPage(StreamWriter writer, ReadingResult reading, IReadOnlyList<Finding> findings, ExportLanguage language)
{
    private readonly IReadOnlyList<Claim> claims = reading.Claims;
    private readonly string text = reading.Document.Text;
    private readonly Repair[] damages = [.. reading.Clean.Repairs.Where(repair => repair.Kind is RepairKind.Guessed or RepairKind.Damage)];
    private int damage;

    public void Header()
    {
        var conflicts = findings.Count(finding => finding.Verdict == Verdict.Inconsistent);
        writer.Write("<header><h1 lang=\"zh-CN\">");
        Markup.Text(writer, reading.Outline.Title.IsEmpty ? reading.Document.Name : reading.Outline.Title.Of(reading.Clean.Text));
        writer.Write("</h1><p>");
        Markup.Text(writer, language.In(
            $"{reading.Document.Name}：{claims.Count} 个数字，核算 {findings.Count} 处，{conflicts} 处不符",
            $"{reading.Document.Name}: {claims.Count} figures, {findings.Count} checks, {conflicts} conflicts"));
        writer.Write("</p><p class=\"key\">");
        Key("done", language.In("已完成", "done"));
        Key("planned", language.In("计划", "planned"));
        Key("done implied", language.In("反推计划", "plan implied"));
        Key("done conflict", language.In("不符", "conflict"));
        writer.WriteLine("</p>");
        if (damages.Length > 0)
            Paragraph("losses", Losses());
        writer.WriteLine("</header>");
        foreach (var notice in reading.Document.Notices)
            Paragraph("notice", language.In(notice.Chinese, notice.English));
    }

    private string Losses()
    {
        var guessed = damages.Count(repair => repair.Kind == RepairKind.Guessed);
        return language.In(
            $"原文缺损字符 {damages.Length} 处，其中 {guessed} 处按上下文推读，推读的字标在原处之后。",
            $"{damages.Length} places with lost characters; {guessed} are read by what stands around them, with the character read behind its place.");
    }

    /// <summary>The raw text line by line, figures marked in place, conflicts explained under their line like a proof-reader's note.</summary>
    public void DocumentText()
    {
        var order = Enumerable.Range(0, claims.Count).OrderBy(claim => claims[claim].Raw.Start).ToArray();
        var marks = FindingMarks.Of(claims.Count, findings);
        var notes = findings.Where(finding => finding.Verdict == Verdict.Inconsistent).ToLookup(finding => reading.Document.LineOf(claims[finding.Subject].Raw.Start));
        var starts = reading.Document.LineStarts.ToArray();
        for (int line = 1, next = 0; line <= starts.Length; line++)
        {
            var end = line < starts.Length ? starts[line] : text.Length;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<p id=\"L{line}\" data-line=\"{line}\">"));
            next = Line(starts[line - 1], end, order, next, marks);
            writer.WriteLine("</p>");
            foreach (var note in notes[line])
                Paragraph("note", language.In(note.Chinese, note.English));
        }
    }

    public void Findings()
    {
        Open("audit", language.In("核算", "Audit"), findings.Count);
        Heads(language.In("行", "Line"), language.In("关系", "Relation"), language.In("结论", "Verdict"), language.In("指标", "Indicator"), language.In("算式", "Working"));
        foreach (var finding in findings.OrderByDescending(finding => finding.Verdict == Verdict.Inconsistent))
        {
            writer.Write($"<tr class=\"{FindingMarks.Class(finding.Verdict)}\">");
            Place(finding.Subject);
            Cell(language.In(finding.Relation));
            Cell(language.In(finding.Verdict) + (finding.Stage ? language.In("，环节提前", ", earlier stage") : ""), "verdict");
            Cell(reading.Document.Printed(finding.Indicator));
            Cell(language.In(finding.Chinese, finding.English));
            writer.WriteLine("</tr>");
        }

        writer.WriteLine("</tbody></table>");
    }

    public void Figures()
    {
        Open("figures", language.In("数字", "Figures"), claims.Count);
        Heads(language.In("行", "Line"), language.In("原文", "As printed"), language.In("数值", "Value"), language.In("单位", "Unit"), language.In("性质", "Stance"), language.In("类别", "Measure"), language.In("时期", "Period"), language.In("指标", "Indicator"));
        for (var i = 0; i < claims.Count; i++)
        {
            var claim = claims[i];
            writer.Write("<tr>");
            Place(i);
            Cell(claim.Raw.Of(text));
            Cell(Value(claim), "number");
            Cell(claim.Unit);
            Cell(language.In(claim.Stance), claim.Stance.Word());
            Cell(language.In(claim.Measure));
            Cell(claim.Period?.ToString() ?? "");
            Cell(reading.Document.Printed(claim.Indicator));
            writer.WriteLine("</tr>");
        }

        writer.WriteLine("</tbody></table>");
    }

    private static string Value(Claim claim) =>
        (claim.Bound == Bound.Exact ? "" : claim.Bound.Sign() + " ") +
        PlainNumber.Grouped(claim.Value) + (claim.Max is { } max ? $"–{PlainNumber.Grouped(max)}" : "");

    private int Line(int start, int end, int[] order, int next, string[] marks)
    {
        var at = start;
        for (; next < order.Length && claims[order[next]].Raw.Start < end; next++)
        {
            var claim = claims[order[next]];
            // A number broken over a line end is marked to its line's end; one inside another is told by the table alone.
            var (from, to) = (claim.Raw.Start, Math.Min(claim.Raw.End, end));
            if (from < at)
                continue;
            Words(at, from);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"<mark id=\"f{order[next]}\" class=\"{claim.Stance.Word()} {marks[order[next]]}\" tabindex=\"-1\" title=\""));
            Markup.Text(writer, $"{claim.Indicator} {Value(claim)} {claim.Unit} {language.In(claim.Stance)}");
            writer.Write("\">");
            Markup.Text(writer, text.AsSpan(from, to - from));
            writer.Write("</mark>");
            at = to;
        }

        Words(at, at + text.AsSpan(at, end - at).TrimEnd("\r\n").Length);
        return next;
    }

    // Between figures, in text order: a lost character stands as it was printed; what it was read as is drawn behind it and is no text.
    private void Words(int from, int to)
    {
        for (; damage < damages.Length && damages[damage].Raw.End <= to; damage++)
        {
            var repair = damages[damage];
            if (repair.Raw.Start < from)
                continue;
            var guessed = repair.Kind == RepairKind.Guessed;
            var (chinese, english) = guessed ? ExportWords.GuessNote(repair, reading.Clean) : ("缺损字符，保留原样", "a character was lost here and is kept as it is");
            Markup.Text(writer, text.AsSpan(from, repair.Raw.Start - from));
            writer.Write($"<del title=\"{language.In(chinese, english)}\"");
            if (guessed)
            {
                writer.Write(" data-read=\"");
                Markup.Text(writer, repair.Clean.Of(reading.Clean.Text));
                writer.Write("\"");
            }

            writer.Write(">");
            Markup.Text(writer, repair.Raw.Of(text));
            writer.Write("</del>");
            from = repair.Raw.End;
        }

        Markup.Text(writer, text.AsSpan(from, to - from));
    }

    private void Open(string id, string title, int count)
    {
        writer.Write($"<h2>{title} <small>{count}</small></h2><input type=\"search\" data-filter=\"{id}\" aria-label=\"{language.In("筛选", "filter")}\" placeholder=\"{language.In("筛选", "filter")}\">");
        writer.Write($"<table id=\"{id}\"><thead><tr>");
    }

    private void Heads(params ReadOnlySpan<string> heads)
    {
        foreach (var head in heads)
            writer.Write($"<th scope=\"col\">{head}</th>");
        writer.WriteLine("</tr></thead><tbody>");
    }

    private void Place(int claim) =>
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<td class=\"number\"><a href=\"#f{claim}\">{reading.Document.LineOf(claims[claim].Raw.Start)}</a></td>"));

    private void Cell(string content, string? kind = null)
    {
        writer.Write(kind is null ? "<td>" : $"<td class=\"{kind}\">");
        Markup.Text(writer, content);
        writer.Write("</td>");
    }

    private void Paragraph(string kind, string content)
    {
        writer.Write($"<p class=\"{kind}\">");
        Markup.Text(writer, content);
        writer.WriteLine("</p>");
    }

    private void Key(string kind, string word) => writer.Write($"<mark class=\"{kind}\">{word}</mark> ");
}
