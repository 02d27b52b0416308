using Luoshi.Reading.Lexicons;
using Luoshi.Reading.Outlines;
using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Claims.Tables;

/// <summary>The unit of each cell: its own, its column's, its row's, or that of the line over the table.</summary>
internal sealed class TableUnits
{
    private static readonly string[] MoneyWords = ["资金", "投资", "金额", "经费", "收入", "支出", "补助", "补贴", "产值", "税", "预算", "额", "投入", "拨付"];
    private static readonly string[] PersonWords = ["人数", "人口", "学生", "教师", "就业", "老人", "妇女", "儿童", "培训", "筛查", "体检", "免费检查", "救助", "资助"];

    private static readonly string[] CaseWords = ["工单", "诉求", "件数", "来电", "信件", "交办", "派单", "派遣", "受理", "办结数", "办结量", "转办", "案件", "满意数", "在办", "未办", "处理中", "已办结", "逾期", "超期"];
    private static readonly string[] ScoreWords = ["评分", "得分", "总分", "分值"];

    private readonly string text;
    private readonly Table table;
    private readonly ColumnHead[] heads;
    private readonly HeadUnit[] columns;
    private readonly List<HeadUnit> common = [];
    private readonly bool ofCases;
    private readonly int unitColumn;
    private readonly int labelColumn;

    /// <param name="title">What the table or its page is called: in a table of a hotline under heads that name nothing (数量), cases are counted.</param>
    public TableUnits(string text, Table table, ColumnHead[] heads, string title)
    {
        ofCases = title.Contains("热线", StringComparison.Ordinal) || HoldsAny(title, CaseWords);
        (this.text, this.table, this.heads) = (text, table, heads);
        columns = new HeadUnit[heads.Length];
        for (var column = 0; column < heads.Length; column++)
        {
            for (var i = heads[column].Path.Count - 1; i >= 0 && columns[column].IsEmpty; i--)
            {
                if (HeadUnit.TryFind(heads[column].Path[i], out var unit, out _, out _))
                    columns[column] = unit;
            }
        }

        unitColumn = Array.FindIndex(heads, head => head.Role == ColumnRole.Unit);
        labelColumn = Array.FindIndex(heads, head => head.Role == ColumnRole.Label);
        // 项目（单位）: the first column names its rows and their units.
        if (unitColumn == 0 && labelColumn != 0)
            (unitColumn, labelColumn) = (-1, 0);
        ReadUnitLine();
        // 民生资金拨付情况（万元）
        if (common.Count == 0 && title.Length > 3 && title[^1] is ')' or '）' && HeadUnit.TryReadCell(title.AsSpan(Math.Max(0, title.LastIndexOfAny(['(', '（']))), out var whole))
            common.Add(whole);
    }

    /// <param name="named">The unit of a count in the name of the row: 新建公厕30座.</param>
    public HeadUnit Of(int row, int column, CellNumber number, string named)
    {
        var (head, own) = (heads[column], columns[column]);
        if (number.Unit is { } printed)
            return new HeadUnit(printed.Name, printed.Kind, printed.IsRatio || number.HasMagnitude || own.IsEmpty || own.Name != printed.Name ? 1 : own.Factor);
        if (head.IsPercent)
            return own is { IsEmpty: false } && (own.Kind is UnitKind.Percent or UnitKind.Points or UnitKind.Permille or UnitKind.Multiple || head.Role is ColumnRole.Change or ColumnRole.Share)
                ? own
                : HeadUnit.Percent;
        if (own.IsEmpty && unitColumn >= 0 && HeadUnit.TryRead(Cell(row, unitColumn), out var unit))
            own = unit;
        if (own.IsEmpty && labelColumn >= 0 && HeadUnit.TryFind(Cell(row, labelColumn), out unit, out _, out _))
            own = unit;
        if (own.IsEmpty)
            own = Common(head, row);
        if (own.IsEmpty && named.Length > 0)
            own = new HeadUnit(named, Units.Shared.Find(named)?.Kind ?? UnitKind.Count, 1);
        if (own.IsEmpty)
            own = new HeadUnit(IsAny(head, row, PersonWords) ? "人" : IsAny(head, row, CaseWords) || (ofCases && HeadWords.ThingOf(head).Length == 0) ? "件" : IsAny(head, row, ScoreWords) ? "分" : "", UnitKind.Count, 1);
        return number.HasMagnitude ? own with { Factor = 1 } : own;
    }

    /// <summary>单位：万元、个: money columns take the money, the others the rest.</summary>
    private HeadUnit Common(ColumnHead head, int row)
    {
        if (common.Count == 0)
            return default;
        // 单位：亿元、%: what is no percentage has the one unit that is left.
        if (common.FindAll(unit => unit.Kind != UnitKind.Percent) is [var only])
            return only;
        var money = IsAny(head, row, MoneyWords);
        foreach (var unit in common)
        {
            if ((unit.Kind == UnitKind.Money) == money && unit.Kind != UnitKind.Percent)
                return unit;
        }

        return default;
    }

    private bool IsAny(ColumnHead head, int row, string[] words)
    {
        var label = labelColumn >= 0 ? Cell(row, labelColumn) : default;
        foreach (var word in words)
        {
            foreach (var part in head.Path)
            {
                if (part.Contains(word, StringComparison.Ordinal))
                    return true;
            }

            if (label.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool HoldsAny(string title, string[] words) => Array.Exists(words, word => title.Contains(word, StringComparison.Ordinal));

    private void ReadUnitLine()
    {
        var line = table.UnitLine.IsEmpty ? UnitInCaption() : text.AsSpan(table.UnitLine.Start, table.UnitLine.Length);
        var colon = line.IndexOfAny(':', '：');
        if (colon < 0 && HeadUnit.TryReadCell(line, out var whole))
            common.Add(whole);
        if (colon < 0)
            return;
        foreach (var part in line[(colon + 1)..].TrimEnd(")） ").ToString().Split(['、', ',', '，', ';', '；', '/', ' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (HeadUnit.TryRead(part, out var unit))
                common.Add(unit);
        }
    }

    // 表1 完成情况（单位：个、万元）
    private ReadOnlySpan<char> UnitInCaption()
    {
        var caption = text.AsSpan(table.Caption.Start, table.Caption.Length);
        var at = caption.IndexOf("单位:", StringComparison.Ordinal);
        if (at < 0)
            at = caption.IndexOf("单位：", StringComparison.Ordinal);
        if (at < 0)
            return UnitInTitleRow();
        var line = caption[at..];
        return line.IndexOfAny(')', '）') is var end and > 0 ? line[..end] : line;
    }

    private ReadOnlySpan<char> UnitInTitleRow()
    {
        for (var row = 0; row < table.HeaderRows; row++)
        {
            for (var column = 0; column < table.Columns; column++)
            {
                if (Captions.IsUnitLine(Cell(row, column)))
                    return Cell(row, column);
            }
        }

        return default;
    }

    private ReadOnlySpan<char> Cell(int row, int column)
    {
        var span = table[row, column].Span;
        return text.AsSpan(span.Start, span.Length);
    }
}
