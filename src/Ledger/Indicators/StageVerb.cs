namespace Luoshi.Ledger.Indicators;

/// <summary>The verb of a stage beside a name: 中小学幼儿园开工, but not 新增公办学位新增.</summary>
internal static class StageVerb
{
    /// <summary>Null where the name says it already.</summary>
    public static string? Beside(string name, string? verb) =>
        string.IsNullOrEmpty(verb) || name.StartsWith(verb, StringComparison.Ordinal) || name.EndsWith(verb, StringComparison.Ordinal) ? null : verb;
}
