using Luoshi.Kernel.Quantities;
using Luoshi.Reading.Figures;
using Luoshi.Reading.Lexicons;
using Luoshi.Reading.Outlines.Tables;

namespace Luoshi.Reading.Claims.Tables;

/// <summary>The number of a cell that holds nothing else: 1600 · 89.3% · ≥95% · 3.5以内 · 35万人 · -3.2 · 2～3</summary>
/// <param name="Start">Where the number begins in the cell, with its sign.</param>
/// <param name="End">Behind the number and its unit.</param>
/// <param name="Unit">Null when the cell prints none.</param>
internal readonly record struct CellNumber(int Start, int End, decimal Value, decimal? Max, decimal Step, Unit? Unit, Bound Bound, bool HasMagnitude)
{
    private static readonly (string Word, Bound Bound)[] Before =
    [
        ("≥", Bound.AtLeast), (">=", Bound.AtLeast), ("≧", Bound.AtLeast), ("不少于", Bound.AtLeast), ("不低于", Bound.AtLeast), ("至少", Bound.AtLeast),
        ("≤", Bound.AtMost), ("<=", Bound.AtMost), ("≦", Bound.AtMost), ("不超过", Bound.AtMost), ("不高于", Bound.AtMost), ("控制在", Bound.Exact),
        (">", Bound.MoreThan), ("＞", Bound.MoreThan), ("超过", Bound.MoreThan), ("超", Bound.MoreThan), ("突破", Bound.MoreThan), ("逾", Bound.MoreThan), ("大于", Bound.MoreThan),
        ("<", Bound.LessThan), ("＜", Bound.LessThan), ("低于", Bound.LessThan), ("小于", Bound.LessThan),
        ("约", Bound.About), ("近", Bound.About), ("左右", Bound.About),
    ];

    private static readonly (string Word, Bound Bound)[] Behind =
    [
        ("及以上", Bound.AtLeast), ("以上", Bound.AtLeast), ("以内", Bound.AtMost), ("之内", Bound.AtMost), ("内", Bound.AtMost),
        ("以下", Bound.LessThan), ("左右", Bound.About), ("余", Bound.MoreThan), ("多", Bound.MoreThan), ("+", Bound.MoreThan),
    ];

    /// <summary>失业率低于(%) binds the targets below it.</summary>
    public static Bound BoundOf(ColumnHead head)
    {
        foreach (var words in head.Path)
        {
            foreach (var (word, bound) in Before)
            {
                if (word.Length > 1 && words.Contains(word, StringComparison.Ordinal))
                    return bound;
            }
        }

        return Bound.Exact;
    }

    public static bool TryRead(ReadOnlySpan<char> cell, out CellNumber number)
    {
        number = default;
        var at = 0;
        var bound = Bound.Exact;
        while (Take(cell, ref at, Before, out var before))
            bound = before == Bound.Exact ? bound : before;
        var start = at;
        var negative = at < cell.Length && cell[at] is '-' or '－' or '↓' or '−';
        if (at < cell.Length && cell[at] is '-' or '－' or '−' or '+' or '↑' or '↓' or '±')
            at++;
        while (at < cell.Length && cell[at] == ' ')
            at++;
        if (!NumberText.TryRead(cell[at..], out var first))
            return false;
        at += first.Length;
        var (value, max, step, magnitude) = (first.Value, (decimal?)null, first.Step, first.Magnitude > 1);
        var length = Units.Shared.AtStart(cell[at..], out var unit);
        if (at + length < cell.Length && FigureScanner.IsDash(cell[at + length]) && NumberText.TryRead(cell[(at + length + 1)..], out var second))
        {
            at += length + 1 + second.Length;
            length = Units.Shared.AtStart(cell[at..], out unit);
            if (second.Value < value && first.Magnitude < second.Magnitude)
                value = first.Times(second.Magnitude / first.Magnitude) ?? value;
            if (second.Value < value)
                return false;
            (max, step, magnitude) = (second.Value, second.Step, magnitude || second.Magnitude > 1);
        }

        at += length;
        var end = at;
        if (Take(cell, ref at, Behind, out var behind))
            bound = behind;
        if (length == 0 && (length = Units.Shared.AtStart(cell[at..], out unit)) > 0)
        {
            // 30余处: the bound stands inside.
            at += length;
            end = at;
            if (Take(cell, ref at, Behind, out behind))
                bound = behind;
        }

        if (at < cell.Length && !IsRest(cell[at..]))
            return false;
        if (first.More)
            bound = Bound.MoreThan;
        var exact = first is { HasPoint: false, Magnitude: 1 } && step == 1;
        number = new CellNumber(start, end, negative ? -value : value, max, exact ? 0 : step, length > 0 ? unit : null, bound, magnitude);
        return true;
    }

    /// <summary>A remark in brackets or a footnote mark behind the number changes nothing.</summary>
    private static bool IsRest(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim(" *");
        return rest.Length == 0 || (rest[0] is '(' or '（' or '[' && (rest[^1] is ')' or '）' or ']' || rest.IndexOfAny(')', '）', ']') < 0) && rest.IndexOfAnyInRange('0', '9') < 0)
            || (rest.Length <= 4 && rest[0] == '[' && rest[^1] == ']');
    }

    private static bool Take(ReadOnlySpan<char> cell, ref int at, (string Word, Bound Bound)[] words, out Bound bound)
    {
        bound = Bound.Exact;
        foreach (var (word, meaning) in words)
        {
            if (!cell[at..].StartsWith(word, StringComparison.Ordinal))
                continue;
            at += word.Length;
            while (at < cell.Length && cell[at] == ' ')
                at++;
            bound = meaning;
            return true;
        }

        return false;
    }
}
