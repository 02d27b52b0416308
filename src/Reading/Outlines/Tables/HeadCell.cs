using Luoshi.Kernel.Text;
using Luoshi.Reading.Lexicons;

namespace Luoshi.Reading.Outlines.Tables;

/// <summary>A cell of a header, with where it stands on its line (wide characters counting two) where that is known.</summary>
internal sealed class HeadCell
{
    public HeadCell(SourceSpan span, string words, int from = -1, int to = -1)
    {
        (Span, Words, From, To) = (span, words, from, to);
        var unit = HeadUnit.TryFind(words, out var found, out _, out _);
        HasUnit = unit;
        Counts = unit && found.Kind is not (UnitKind.Percent or UnitKind.Points or UnitKind.Permille or UnitKind.Multiple);
        IsBare = words.Length > 0 && words[0] is '(' or '（' || HeadUnit.IsUnit(words);
        Role = ColumnHead.RoleOfFigures(words);
        OfWords = ColumnHead.RoleOfWords(words);
        NamesWords = ColumnHead.NamesWords(words) && !unit;
        IsPercent = Role is ColumnRole.OfPlan or ColumnRole.Rate or ColumnRole.Change or ColumnRole.Share || (unit && !Counts);
        IsTotal = TotalRow.Names(words);
    }

    public SourceSpan Span { get; }

    public string Words { get; }

    public int From { get; }

    public int To { get; }

    public bool HasUnit { get; }

    /// <summary>Its unit is one of amounts: 户, 万元.</summary>
    public bool Counts { get; }

    /// <summary>Nothing but a unit, as （户） below a name.</summary>
    public bool IsBare { get; }

    public ColumnRole Role { get; }

    public ColumnRole OfWords { get; }

    public bool NamesWords { get; }

    public bool IsPercent { get; }

    public bool IsTotal { get; }

    public bool IsStage => Role != ColumnRole.Value;

    /// <summary>Numbers stand below it: a running number, an amount in its unit, a stage of work.</summary>
    public bool HoldsNumbers => OfWords == ColumnRole.Serial || HasUnit || (IsStage && !NamesWords && !Words.EndsWith("情况", StringComparison.Ordinal));

    /// <summary>How ill it suits as a head over others: 序号 and 备注 have no parts, nor has a sum.</summary>
    public int AsGroup()
    {
        if (IsTotal || IsBare || OfWords == ColumnRole.Serial || (!HasUnit && TaskTable.IsBody(Words)))
            return -6;
        if (!NamesWords)
            return Role is ColumnRole.OfPlan or ColumnRole.Rate ? -1 : 0;
        return OfWords switch
        {
            ColumnRole.Place or ColumnRole.Unit => -6,
            ColumnRole.Text => Words.EndsWith("情况", StringComparison.Ordinal) || Words.EndsWith("进度", StringComparison.Ordinal) ? 0 : -4,
            _ => ColumnHead.IsBareName(Words) ? -3 : 0,
        };
    }
}
