namespace Luoshi.Reading.Claims;

/// <summary>What a number counts, taken apart: the noun and the verb that changes the count.</summary>
/// <param name="By">Who did it, where that may tell it from the same done by others; else null.</param>
internal readonly record struct Phrase(string Noun, string Verb, bool VerbFirst = false, string? By = null)
{
    public bool IsEmpty => Noun.Length == 0 && Verb.Length == 0;

    /// <summary>城镇就业 + 新增 is 新增城镇就业; 老旧小区 + 开工 is 老旧小区开工.</summary>
    public string Indicator
    {
        get
        {
            if (Verb.Length == 0 || Noun.EndsWith(Verb, StringComparison.Ordinal) || Noun.StartsWith(Verb, StringComparison.Ordinal))
                return Noun;
            return VerbFirst ? Verb + Noun : Sentences.PhraseCompletion.Joined(Noun, Verb);
        }
    }

    public static Phrase Empty { get; } = new("", "");
}
