using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>A unit as a head or a unit column prints it, with its magnitude: 万平方米, 万元, %, 亿块.</summary>
/// <param name="Factor">10000 for 万元.</param>
internal readonly record struct HeadUnit(string Name, UnitKind Kind, decimal Factor)
{
    private const int MaxUnknown = 4;

    public bool IsEmpty => string.IsNullOrEmpty(Name);

    public static HeadUnit Percent { get; } = new("%", UnitKind.Percent, 1);

    public static bool IsUnit(ReadOnlySpan<char> text) => TryRead(text, out _);

    /// <summary>(%) or 单位(元/公斤): a head of its own that gives nothing but a unit.</summary>
    public static bool IsUnitCell(ReadOnlySpan<char> text) => TryReadCell(text, out _);

    public static bool TryReadCell(ReadOnlySpan<char> text, out HeadUnit unit)
    {
        unit = default;
        if (text.StartsWith("单位", StringComparison.Ordinal))
            text = text[2..].TrimStart(":： ");
        return text.Length > 2 && text[0] is '(' or '（' && text[^1] is ')' or '）' && TryRead(text[1..^1], out unit);
    }

    /// <summary>True when the whole text is one known unit.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out HeadUnit unit)
    {
        unit = default;
        text = Lines.Trim(text);
        if (text.Length is 0 or > 12)
            return false;
        // 千瓦 is a unit of its own, 千公顷 is a thousand hectares.
        for (var at = 0; at < text.Length; at++)
        {
            if (Units.Shared.AtStart(text[at..], out var found) is var length and > 0 && at + length == text.Length)
            {
                unit = new HeadUnit(found.Name, found.Kind, FactorOf(text[..at]));
                return true;
            }

            if (FactorOf(text[at..(at + 1)]) == 0)
                return TryCompound(text, out unit);
        }

        return false;
    }

    /// <summary>元/月/人, 吨/年: as printed.</summary>
    private static bool TryCompound(ReadOnlySpan<char> text, out HeadUnit unit)
    {
        unit = default;
        var slash = text.IndexOf('/');
        if (slash <= 0 || !TryRead(text[..slash], out var first) || first.Kind is UnitKind.Percent)
            return false;
        foreach (var part in text[(slash + 1)..].Split('/'))
        {
            if (text[(slash + 1)..][part] is not ("年" or "月" or "日" or "天") && !IsUnit(text[(slash + 1)..][part]))
                return false;
        }

        unit = first with { Name = string.Concat(first.Name, text[slash..]) };
        return true;
    }

    /// <summary>The unit in the brackets of a head, also an unknown short one (（盏次）); its brackets are <c>[open, close)</c>.</summary>
    public static bool TryFind(ReadOnlySpan<char> head, out HeadUnit unit, out int open, out int close)
    {
        unit = default;
        close = head.Length;
        for (open = head.LastIndexOfAny('(', '（'); open >= 0; open = head[..open].LastIndexOfAny('(', '（'))
        {
            var end = head[open..].IndexOfAny(')', '）');
            close = end < 0 ? head.Length : open + end + 1;
            var inner = head[(open + 1)..(end < 0 ? head.Length : close - 1)];
            if (inner.StartsWith("单位", StringComparison.Ordinal))
                inner = inner[2..].TrimStart(":： ");
            if (TryRead(inner, out unit))
                return true;
            if (inner.Length is > 0 and <= MaxUnknown && open == head.LastIndexOfAny('(', '（') && LooksLikeUnit(inner))
            {
                unit = new HeadUnit(inner.ToString(), UnitKind.Count, 1);
                return true;
            }
        }

        open = -1;
        return TryTail(head, out unit, out open, out close);
    }

    /// <summary>完成率%, 投资额:万元, 资金/万元</summary>
    private static bool TryTail(ReadOnlySpan<char> head, out HeadUnit unit, out int open, out int close)
    {
        (open, close) = (-1, head.Length);
        unit = default;
        if (head.Length > 1 && head[^1] is '%' or '％' or '‰')
        {
            open = head.Length - 1;
            return TryRead(head[^1..], out unit);
        }

        var mark = head.LastIndexOfAny(":：/");
        if (mark <= 0 || !TryRead(head[(mark + 1)..], out unit))
            return false;
        open = mark;
        return true;
    }

    private static bool LooksLikeUnit(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is < '一' or > '龥')
                return false;
        }

        return text[^1] is '个' or '次' or '数' or '处' or '座' or '盏' or '台' or '套' or '份' or '人' or '户' or '件' or '项' or '家' or '条' or '所';
    }

    private static decimal FactorOf(ReadOnlySpan<char> text)
    {
        var factor = 1m;
        foreach (var c in text)
        {
            factor *= c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => 0 };
        }

        return factor;
    }
}
