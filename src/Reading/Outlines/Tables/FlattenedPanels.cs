using Luoshi.Kernel.Text;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>
/// Two tables or more that were drawn side by side and printed one cell a line: 诉求来源 / 数量 / 占比 / 工单类型 / 数量 / 占比, if need be
/// behind a merged cell (受理总量). Every name with its numbers is a row of one narrow table.
/// </summary>
internal static class FlattenedPanels
{
    private const int MostPanels = 4;
    private const int MostLeading = 2;

    public static Table? Read(string text, FlattenedCells cells, int first, out int after)
    {
        after = 0;
        // A number right behind the heads stands in a merged cell; else the last words in front of it name its row.
        for (var leading = 0; leading <= MostLeading; leading++)
        {
            var header = leading == 0 ? first - 1 : first;
            if (Figures(cells.Words, header, leading) is not (> 0 and var figures))
                continue;
            var grid = new List<List<SourceSpan>> { Row(cells, 0, leading, leading, figures) };
            var at = header;
            while (IsRow(cells, at, leading, figures, out var lead))
            {
                grid.Add(Row(cells, at, lead, leading, figures));
                at += lead + 1 + figures;
            }

            if (grid.Count < 4)
                continue;
            after = cells.LineBehind(at - 1);
            return TableShape.Build(text, grid, flattened: true, headerRows: 1);
        }

        return null;
    }

    /// <summary>How many heads of numbers follow the name in every panel, or 0 when the heads do not repeat.</summary>
    private static int Figures(List<string> words, int header, int leading)
    {
        for (var panels = 2; panels <= MostPanels; panels++)
        {
            var width = (header - leading) / panels;
            if (width < 2 || width * panels != header - leading)
                continue;
            if (SidePanels.Repeat(i => words[leading + i], panels, width) && !ColumnHead.IsStage(words[leading]))
                return width - 1;
        }

        return 0;
    }

    private static bool IsRow(FlattenedCells cells, int at, int leading, int figures, out int lead)
    {
        lead = 0;
        while (lead < leading && at + lead < cells.Count && cells.KindOf(at + lead) == CellKind.Number && !IsName(cells, at + lead))
            lead++;
        at += lead;
        if (at + figures >= cells.Count || !IsName(cells, at))
            return false;
        for (var i = 1; i <= figures; i++)
        {
            if (cells.KindOf(at + i) is not (CellKind.Number or CellKind.Mark))
                return false;
        }

        return true;
    }

    /// <summary>电话, or 110接警: a number whose words are no unit.</summary>
    private static bool IsName(FlattenedCells cells, int at)
    {
        if (cells.KindOf(at) == CellKind.Text)
            return true;
        var rest = cells.Words[at].AsSpan().TrimStart("0123456789.,");
        return rest.Length > 1 && Marks.IsIdeograph(rest[0]) && rest[0] is not ('万' or '亿') && Units.Shared.AtStart(rest, out _) == 0;
    }

    private static List<SourceSpan> Row(FlattenedCells cells, int at, int lead, int leading, int figures)
    {
        var row = new List<SourceSpan>(leading + 1 + figures);
        for (var i = 0; i < leading; i++)
            row.Add(i < lead ? cells[at + i] : default);
        for (var i = 0; i <= figures; i++)
            row.Add(cells[at + lead + i]);
        return row;
    }
}
