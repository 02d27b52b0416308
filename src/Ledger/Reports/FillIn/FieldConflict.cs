namespace Luoshi.Ledger.Reports.FillIn;

/// <summary>Which of two versions of a field stands when nobody has chosen yet.</summary>
internal enum Kept
{
    /// <summary>Both people changed it: somebody has to choose.</summary>
    Unchosen,

    /// <summary>Only the other person changed it.</summary>
    Saved,

    /// <summary>Only this person changed it.</summary>
    Typed,
}

/// <summary>A field that was saved by somebody else while this person was typing something different into it.</summary>
internal sealed record FieldConflict(ReportField Field, string Typed, Kept Kept)
{
    /// <param name="opened">What the form was opened with; null when it is not known, and every difference has to be chosen.</param>
    public static IReadOnlyDictionary<string, FieldConflict> Find(ReportSheet saved, Func<string, string> typed, IReadOnlyDictionary<string, string>? opened)
    {
        var found = new Dictionary<string, FieldConflict>(StringComparer.Ordinal);
        foreach (var field in ReportFields.Open(saved))
        {
            var mine = typed(field.Name);
            if (!field.IsSame(mine, field.Stored))
                found.Add(field.Name, new FieldConflict(field, mine, Choice(field, mine, opened)));
        }

        return found;
    }

    private static Kept Choice(ReportField field, string mine, IReadOnlyDictionary<string, string>? opened)
    {
        if (opened is null)
            return Kept.Unchosen;
        var before = opened.GetValueOrDefault(field.Name, "");
        if (field.IsSame(mine, before))
            return Kept.Saved;
        return field.IsSame(field.Stored, before) ? Kept.Typed : Kept.Unchosen;
    }
}
