using System.Globalization;
using Luoshi.Kernel.Quantities;

namespace Luoshi.Ledger.Documents.Correct;

/// <summary>A plan as a person types it: a number, a number with a bound (200以上, 不超过9, 约30), or a range (13—17).</summary>
internal readonly record struct TypedPlan(decimal Value, decimal? Max, Bound Bound)
{
    private const decimal TooBig = 1e18m;

    private static readonly (string Word, Bound Bound)[] Before =
    [
        ("不少于", Bound.AtLeast), ("不低于", Bound.AtLeast), ("至少", Bound.AtLeast), (">=", Bound.AtLeast), ("≥", Bound.AtLeast),
        ("超过", Bound.MoreThan), ("大于", Bound.MoreThan), (">", Bound.MoreThan),
        ("不超过", Bound.AtMost), ("不高于", Bound.AtMost), ("不大于", Bound.AtMost), ("<=", Bound.AtMost), ("≤", Bound.AtMost),
        ("低于", Bound.LessThan), ("少于", Bound.LessThan), ("<", Bound.LessThan), ("约", Bound.About),
    ];

    private static readonly (string Word, Bound Bound)[] Behind = [("以上", Bound.AtLeast), ("以内", Bound.AtMost), ("以下", Bound.LessThan), ("左右", Bound.About)];

    public static TypedPlan? Parse(string typed)
    {
        var text = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not (',' or '，')).Select(c => c is > '\uFF00' and < '\uFF5E' ? (char)(c - 0xFEE0) : c));
        var bound = Bound.Exact;
        // The longer word first: 不超过 holds 超过.
        foreach (var (word, means) in Before.OrderByDescending(b => b.Word.Length))
        {
            if (!text.StartsWith(word, StringComparison.Ordinal))
                continue;
            (text, bound) = (text[word.Length..], means);
            break;
        }

        foreach (var (word, means) in Behind)
        {
            if (bound != Bound.Exact || !text.EndsWith(word, StringComparison.Ordinal))
                continue;
            (text, bound) = (text[..^word.Length], means);
            break;
        }

        var ends = text.Split(['-', '—', '–', '~', '至']);
        if (ends.Length is 0 or > 2 || Number(ends[0]) is not { } least)
            return null;
        if (ends.Length == 1)
            return new TypedPlan(least, Max: null, bound);
        return bound == Bound.Exact && Number(ends[1]) is { } most && most > least ? new TypedPlan(least, most, Bound.Exact) : null;
    }

    /// <summary>As it can be typed again.</summary>
    public override string ToString()
    {
        var number = Print(Value);
        if (Max is { } most)
            return $"{number}—{Print(most)}";
        return Bound switch
        {
            Bound.AtLeast => number + "以上",
            Bound.MoreThan => "超过" + number,
            Bound.AtMost => "不超过" + number,
            Bound.LessThan => "低于" + number,
            Bound.About => "约" + number,
            _ => number,
        };
    }

    private static string Print(decimal value) => value.ToString("0.########", CultureInfo.InvariantCulture);

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < TooBig ? number : null;
}
