using System.Globalization;
using Luoshi.Ledger.Lists;

namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>What a list is called by its task sheet: 海岳市2026年市办实事任务分解表 breaks down 海岳市2026年市办实事.</summary>
internal static class SheetTitle
{
    private static readonly string[] Endings = ["任务分解表", "责任分解表", "分解表", "任务责任清单", "责任清单", "任务清单", "任务表", "台账", "一览表"];

    /// <summary>By the line above the headers, else by the file's name.</summary>
    public static string Of(SheetTable table, string fileName)
    {
        var title = table.Title is { Length: > 3 and <= PromiseList.MaxTitle } above ? above : Path.GetFileNameWithoutExtension(fileName);
        title = string.Concat(title.Where(c => !char.IsWhiteSpace(c)));
        var ending = Array.Find(Endings, e => title.Length > e.Length + 3 && title.EndsWith(e, StringComparison.Ordinal));
        title = ending is null ? title : title[..^ending.Length];
        return title.Length <= PromiseList.MaxTitle ? title : title[..PromiseList.MaxTitle];
    }

    /// <summary>The year a title says, such as 2026年; null where it says none.</summary>
    public static int? YearOf(string title)
    {
        for (var at = title.IndexOf('年', StringComparison.Ordinal); at >= 0; at = title.IndexOf('年', at + 1))
        {
            if (at >= 4 && int.TryParse(title.AsSpan(at - 4, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1980 and < 2100)
                return year;
        }

        return null;
    }
}
