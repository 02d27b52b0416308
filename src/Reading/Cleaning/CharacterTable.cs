using System.Collections;
using System.Collections.Frozen;

namespace Luoshi.Reading.Cleaning;

/// <summary>
/// For every character of the basic plane: what cleaning does with it and what takes its place.
/// Read from <c>data/reading/cleaning</c> when the first text is cleaned; about two milliseconds.
/// </summary>
internal sealed class CharacterTable
{
    private static readonly Lazy<CharacterTable> Loaded = new(() => new CharacterTable());

    private const int TraditionalShare = 50;
    private const int Stretch = 256;

    private readonly byte[] kinds = new byte[char.MaxValue + 1];

    // As kinds, for a text that is simplified already: what only Traditional text needs a thought for is plain there.
    private readonly byte[] simplifiedKinds;

    // One bit for each character that has no place in simplified text: the whole of a text is asked, and a small table stays near.
    private readonly ulong[] alwaysTraditional = new ulong[(char.MaxValue + 1) / 64];
    private readonly char[] targets = new char[char.MaxValue + 1];
    private readonly char[] simplifiedTargets;
    private readonly Dictionary<char, string> ligatures = [];
    private readonly FrozenDictionary<char, PhraseList> phrases;

    private CharacterTable()
    {
        for (var c = 0; c < targets.Length; c++)
            targets[c] = (char)c;
        AddPairs("cleaning.traditional", CharacterKind.Traditional);
        AddPairs("cleaning.ambiguous", CharacterKind.Ambiguous);
        phrases = AddPhrases();
        AddPairs("cleaning.punctuation", CharacterKind.Mark);
        AddLookAlikes();
        AddForms();
        simplifiedKinds = [.. kinds.Select(InSimplified)];
        simplifiedTargets = [.. targets];
        for (var c = 0; c < kinds.Length; c++)
        {
            if (simplifiedKinds[c] == (byte)CharacterKind.Plain)
                simplifiedTargets[c] = (char)c;
            if (IsAlwaysTraditional(kinds[c]))
                alwaysTraditional[c >> 6] |= 1UL << c;
        }
    }

    public static CharacterTable Shared => Loaded.Value;

    public CharacterKind KindOf(char c) => (CharacterKind)kinds[c];

    /// <summary>What takes the character's place; the character itself where nothing does.</summary>
    public char TargetOf(char c) => targets[c];

    public string LigatureOf(char c) => ligatures[c];

    /// <summary>Phrases whose first changing character is <paramref name="anchor"/>, longest first; none where no such phrase goes on with <paramref name="next"/>.</summary>
    public ReadOnlySpan<Phrase> PhrasesAt(char anchor, char next) => phrases.TryGetValue(anchor, out var list) && list.MayGoOn(next) ? list.Phrases : [];

    /// <summary>The kinds of all characters, by their code, in a text of the one script or the other.</summary>
    public ReadOnlySpan<byte> Kinds(bool traditional) => traditional ? kinds : simplifiedKinds;

    /// <summary>What takes the place of each character, by its code, in a text of the one script or the other.</summary>
    public ReadOnlySpan<char> Targets(bool traditional) => traditional ? targets : simplifiedTargets;

    /// <summary>True when the text as a whole is in Traditional script: one Chinese character in fifty has no place in simplified text.</summary>
    public bool IsTraditional(string text)
    {
        // Enough of them settle it whatever the other characters are; few of them are outweighed after a few lines.
        var traditional = 0;
        var enough = (text.Length + TraditionalShare - 1) / TraditionalShare;
        for (var at = 0; at < text.Length && traditional < enough; at += Stretch)
        {
            foreach (var c in text.AsSpan(at, Math.Min(Stretch, text.Length - at)))
                traditional += (int)(alwaysTraditional[c >> 6] >> c) & 1;
        }

        return traditional > 0 && !HoldsMoreHan(text, traditional * (long)TraditionalShare);
    }

    /// <summary>Marks the Traditional forms of the characters that are marked.</summary>
    public void AddTraditionalOf(BitArray marked)
    {
        for (var c = 0; c < kinds.Length; c++)
        {
            if ((CharacterKind)kinds[c] is CharacterKind.Traditional or CharacterKind.TraditionalHead or CharacterKind.Ambiguous && marked[TargetOf((char)c)])
                marked[c] = true;
        }
    }

    private static bool HoldsMoreHan(string text, long than)
    {
        if (than >= text.Length)
            return false;
        var han = 0L;
        foreach (var c in text)
        {
            if (Glyphs.IsHan(c) && ++han > than)
                return true;
        }

        return false;
    }

    private static bool IsAlwaysTraditional(byte kind) => (CharacterKind)kind is CharacterKind.Traditional or CharacterKind.TraditionalHead;

    private static byte InSimplified(byte kind) => (byte)((CharacterKind)kind switch
    {
        CharacterKind.TraditionalHead => CharacterKind.Traditional,
        CharacterKind.Ambiguous => CharacterKind.Plain,
        var same => same,
    });

    private void AddPairs(string file, CharacterKind kind)
    {
        var words = new DataWords(file);
        while (words.MoveNext())
        {
            if (words.Current.Length != 2)
                throw words.Bad();
            Set(words.Current[0], words.Current[1], kind);
        }
    }

    private FrozenDictionary<char, PhraseList> AddPhrases()
    {
        var all = new Dictionary<char, List<Phrase>>();
        var words = new DataWords("cleaning.phrases");
        while (words.MoveNext())
        {
            var equals = words.Current.IndexOf('=');
            if (equals <= 0)
                throw words.Bad();
            AddPhrase(all, words.Current[..equals], words.Current[(equals + 1)..]);
        }

        return all.ToFrozenDictionary(pair => pair.Key, pair => new PhraseList([.. pair.Value.OrderByDescending(phrase => phrase.Text.Length)]));
    }

    private void AddPhrase(Dictionary<char, List<Phrase>> all, ReadOnlySpan<char> text, ReadOnlySpan<char> result)
    {
        // Characters in front of the anchor stay as they are, so they may have been copied already when it is met.
        var anchor = 0;
        while (anchor < text.Length - 1 && kinds[text[anchor]] == 0 && anchor < result.Length && text[anchor] == result[anchor])
            anchor++;
        var head = text[anchor];
        if (!all.TryGetValue(head, out var found))
            all[head] = found = [];
        found.Add(new Phrase(text.ToString(), anchor, result[anchor..].ToString()));
        var always = (CharacterKind)kinds[head] is CharacterKind.Traditional or CharacterKind.TraditionalHead;
        kinds[head] = (byte)(always ? CharacterKind.TraditionalHead : CharacterKind.Ambiguous);
    }

    private void AddLookAlikes()
    {
        var words = new DataWords("cleaning.look-alikes");
        while (words.MoveNext())
        {
            var c = words.Current[0];
            var meant = words.Current[1..];
            if (meant.Length == 1)
            {
                var simplified = (CharacterKind)kinds[meant[0]] is CharacterKind.Traditional or CharacterKind.TraditionalHead;
                Set(c, simplified ? targets[meant[0]] : meant[0], CharacterKind.LookAlike);
                continue;
            }

            kinds[c] = (byte)CharacterKind.Ligature;
            ligatures[c] = meant.ToString();
        }
    }

    private void AddForms()
    {
        for (var c = '０'; c <= '９'; c++)
            Set(c, (char)(c - '０' + '0'), CharacterKind.Wide);
        for (var c = 'Ａ'; c <= 'Ｚ'; c++)
            Set(c, (char)(c - 'Ａ' + 'A'), CharacterKind.Wide);
        for (var c = 'ａ'; c <= 'ｚ'; c++)
            Set(c, (char)(c - 'ａ' + 'a'), CharacterKind.Wide);
        foreach (var c in "％﹪")
            Set(c, '%', CharacterKind.Wide);
        foreach (var c in Glyphs.Blanks)
            Set(c, ' ', CharacterKind.Blank);
        foreach (var c in Glyphs.Invisible)
            kinds[c] = (byte)CharacterKind.Invisible;
        for (int c = '\uE000'; c <= '\uF8FF'; c++)
            kinds[c] = (byte)CharacterKind.Lost;
        kinds['\uFFFD'] = (byte)CharacterKind.Lost;
        Set(',', ',', CharacterKind.Comma);
        Set('，', ',', CharacterKind.Comma);
        kinds['('] = kinds['（'] = (byte)CharacterKind.Bracket;
        kinds['\n'] = kinds['\r'] = (byte)CharacterKind.LineEnd;
        kinds['?'] = (byte)CharacterKind.Question;
        kinds['&'] = (byte)CharacterKind.Ampersand;
    }

    private void Set(char c, char target, CharacterKind kind)
    {
        kinds[c] = (byte)kind;
        targets[c] = target;
    }

    /// <param name="Text">As it is printed.</param>
    /// <param name="Anchor">Index in <paramref name="Text"/> of its first changing character.</param>
    /// <param name="Result">What takes the place of the text from the anchor on.</param>
    internal sealed record Phrase(string Text, int Anchor, string Result);

    private sealed class PhraseList(Phrase[] phrases)
    {
        // One bit of 64 for each character behind an anchor; a phrase that ends with its anchor goes on with any.
        private readonly ulong next = phrases.Aggregate(0UL, static (bits, phrase) => bits | (phrase.Anchor + 1 < phrase.Text.Length ? 1UL << phrase.Text[phrase.Anchor + 1] : ulong.MaxValue));

        public Phrase[] Phrases => phrases;

        public bool MayGoOn(char with) => ((next >> with) & 1) != 0;
    }
}
