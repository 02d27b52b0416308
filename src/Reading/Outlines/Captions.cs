using Luoshi.Kernel.Text;

namespace Luoshi.Reading.Outlines;

/// <summary>Lines under photos, over and under tables.</summary>
internal static class Captions
{
    private const int MaxLine = 80;
    private const int MaxNote = 400;
    private const int MaxLead = 32;

    /// <summary>Fewer numbers may stand in the note on how a table was made.</summary>
    private const int LeastTold = 4;

    /// <summary>图为…, ▲…, …摄.</summary>
    public static bool IsCaption(ReadOnlySpan<char> line)
    {
        if (line.Length > MaxLine)
            return false;
        switch (line[0])
        {
            case '▲' or '△' or '▼' or '▽':
                // ▲供热1,240件，环比增长3倍: a member of a list; captions count nothing.
                return line.IndexOfAny("图摄") >= 0 || line.IndexOfAnyInRange('0', '9') < 0 || line.IndexOfAny("，,；;") < 0;
            case '图' when line.Length > 1 && (line[1] is '为' or ':' or '：' or '说' || char.IsAsciiDigit(line[1]) || HanCount.Digit(line[1]) > 0):
                return true;
            case '资' or '(' or '（' or '配' when StartsWithAny(line, ["资料图", "(资料图", "（资料图", "配图"]):
                return true;
        }

        var last = line.TrimEnd(")）");
        return last.Length > 1 && (last[^1] == '摄' || (last[^1] == '图' && last[^2] is '供' or '料'));
    }

    /// <summary>How a table was made: 注：…; 说明：… only close behind a table.</summary>
    public static bool IsNote(ReadOnlySpan<char> line, bool behindTable)
    {
        if (line.Length > MaxNote || TellsResults(line))
            return false;
        if (line[0] is '注' or '数' or '(' or '（' && StartsWithAny(line, ["注:", "注：", "注1", "注 :", "注释:", "注释：", "数据来源", "(注", "（注"]))
            return true;
        return behindTable && StartsWithAny(line, ["说明:", "说明：", "备注:", "备注：", "填表说明", "指标解释", "口径说明"]);
    }

    // 说明：…更换户表3.9万块，水质检测1860批次，合格率98.9%: a note that goes on telling results is one no more.
    private static bool TellsResults(ReadOnlySpan<char> line)
    {
        var told = 0;
        for (var rest = line; rest.IndexOfAny("，,；;。") is >= 0 and var stop; rest = rest[(stop + 1)..])
        {
            // 2.保障性租赁住房包括改建房源1274套
            var clause = rest[..stop].TrimStart("注说明备：: 0123456789.．、");
            told += Counts.Any(clause) && !clause.Contains("小数", StringComparison.Ordinal) && !clause.EndsWith("以上", StringComparison.Ordinal) && !clause.EndsWith("以下", StringComparison.Ordinal) ? 1 : 0;
        }

        return told >= LeastTold;
    }

    /// <summary>单位：万元、个</summary>
    public static bool IsUnitLine(ReadOnlySpan<char> line) =>
        line.Length is > 2 and <= 40 && line[0] is '单' or '计' or '金' or '(' or '（' && StartsWithAny(line.TrimStart("(（"), ["单位:", "单位：", "计量单位:", "计量单位：", "金额单位:", "金额单位："]);

    /// <summary>Gives the table its caption (the short line right above it) and its unit line.</summary>
    public static Table Name(Table table, string text, List<Block> blocks, IReadOnlyList<Section> sections)
    {
        var (caption, unit) = (default(SourceSpan), default(SourceSpan));
        for (var i = blocks.Count - 1; i >= 0 && i >= blocks.Count - 4 && caption.IsEmpty; i--)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.Caption && IsUnitLine(block.Span.Of(text)))
                unit = block.Span;
            else if (block.Kind is BlockKind.Title or BlockKind.Caption || (block.Kind == BlockKind.Heading && !IsOfPage(block.Span.Of(text))))
                caption = block.Span;
            else if (block.Kind == BlockKind.Paragraph && i == blocks.Count - 1 && block.Span.Length <= MaxLead && LeadsTo(block.Span.Of(text)))
                caption = block.Span;
            else if (block.Kind is not (BlockKind.Front or BlockKind.Furniture or BlockKind.Heading))
                break;
        }

        if (caption.IsEmpty && blocks.Count > 0 && sections[blocks[^1].Section].Heading is { IsEmpty: false } heading && !IsOfPage(heading.Of(text)))
            caption = heading;
        return table with { Caption = caption, UnitLine = unit.IsEmpty ? table.UnitLine : unit };
    }

    /// <summary>各街道物业类工单办理情况如下：</summary>
    public static bool LeadsTo(ReadOnlySpan<char> line) => line.TrimEnd(":：。").EndsWith("情况如下", StringComparison.Ordinal);

    /// <summary>导读:…, 来源:…</summary>
    private static bool IsOfPage(ReadOnlySpan<char> heading) => heading.IndexOfAny(':', '：') is > 0 and < 5;

    private static bool StartsWithAny(ReadOnlySpan<char> line, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (line.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
