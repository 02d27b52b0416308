using System.Buffers;
using Luoshi.Kernel.Text;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Claims.Tables;

/// <summary>A cell that holds several numbers, each with its unit: 4所、900个 beside 新建幼儿园6所，新增学位1260个.</summary>
internal static class CellList
{
    private const int MostPieces = 6;
    private const int LongestCell = 60;

    private static readonly SearchValues<char> Marks = SearchValues.Create("、；;，,/");

    /// <summary>The pieces, or none where the cell is no such list.</summary>
    public static List<(SourceSpan Place, CellNumber Number)> Read(string text, SourceSpan cell)
    {
        var pieces = new List<(SourceSpan Place, CellNumber Number)>();
        if (cell.Length > LongestCell || !cell.Of(text).AsSpan().ContainsAny(Marks))
            return pieces;
        foreach (var piece in Split(text, cell))
        {
            if (pieces.Count == MostPieces || !CellNumber.TryRead(text.AsSpan(piece.Start, piece.Length), out var number) || number.Unit is null)
                return [];
            pieces.Add((piece, number));
        }

        return pieces.Count > 1 ? pieces : [];
    }

    /// <summary>The names in the label of a row, one for each of so many numbers; null where it has not as many.</summary>
    public static List<string>? Names(string label, int count)
    {
        var (names, last) = (new List<string>(), "");
        foreach (var piece in Split(label, new SourceSpan(0, label.Length)))
        {
            var words = piece.Of(label);
            if (!words.AsSpan().ContainsAnyInRange('0', '9'))
                return null;
            // 断头路12条、9.4公里: two numbers of one thing.
            var name = HeadWords.NameOf(words);
            last = name.Length > 1 && !name.AsSpan().ContainsAnyInRange('0', '9') ? name : last;
            names.Add(last);
        }

        return names.Count == count ? names : null;
    }

    private static List<SourceSpan> Split(string text, SourceSpan whole)
    {
        var pieces = new List<SourceSpan>();
        var (from, depth) = (whole.Start, 0);
        for (var at = whole.Start; at <= whole.End; at++)
        {
            if (at < whole.End)
                depth += text[at] is '(' or '（' ? 1 : text[at] is ')' or '）' ? -1 : 0;
            if (at < whole.End && (depth > 0 || !Marks.Contains(text[at]) || IsThousands(text, at)))
                continue;
            var (start, end) = Lines.Trim(text, from, at);
            if (start < end)
                pieces.Add(new SourceSpan(start, end));
            from = at + 1;
        }

        return pieces;
    }

    private static bool IsThousands(string text, int at) => text[at] == ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && at > 0 && char.IsAsciiDigit(text[at - 1]);
}
