namespace Luoshi.Reading.Outlines.Tables;

/// <summary>Rows that add up the others.</summary>
internal static class TotalRow
{
    private static readonly string[] Known =
        ["合计", "总计", "总数", "总和", "小计", "累计", "全市", "全区", "全县", "全省", "全州", "全镇", "全街道", "全市合计", "全区合计", "全县合计", "全省合计", "总体", "全部"];

    public static bool Names(ReadOnlySpan<char> cell)
    {
        Span<char> bare = stackalloc char[8];
        var length = 0;
        foreach (var c in cell)
        {
            if (Lines.IsBlank(c) || c is ':' or '：')
                continue;
            if (length == bare.Length)
                return false;
            bare[length++] = c;
        }

        foreach (var name in Known)
        {
            if (bare[..length].SequenceEqual(name))
                return true;
        }

        return false;
    }
}
