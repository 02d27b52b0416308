namespace Luoshi.Reading.Outlines.Tables;

/// <summary>Heads over the numbers of one place: 云桥街道, 望潮区, or all of them: 全市.</summary>
internal static class PlaceHead
{
    private const int LongestName = 10;

    private static readonly string[] Ends = ["街道", "镇", "乡", "区", "县", "市", "村", "社区", "农场", "片区", "园"];

    public static bool Names(string head) => TotalRow.Names(head) || IsPlace(head);

    public static bool IsPlace(string head) => head.Length is > 1 and <= LongestName && Array.Exists(Ends, end => head.EndsWith(end, StringComparison.Ordinal));
}
