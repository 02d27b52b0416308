namespace Luoshi.Reading.Cleaning;

/// <summary>One walk over a text, from one character that needs a thought to the next.</summary>
internal sealed class CleaningPass
{
    // Bytes of one character.
    private const int LongestLoss = 3;

    private readonly string raw;
    private readonly CharacterTable table;
    private readonly TextNature nature;
    private readonly CleanBuffer buffer;
    private readonly StraySpaces spaces;

    public CleaningPass(string raw, CharacterTable table)
    {
        (this.raw, this.table) = (raw, table);
        nature = new TextNature(raw, table);
        buffer = new CleanBuffer(raw, table, nature.IsTraditional);
        spaces = new StraySpaces(raw);
    }

    public CleanText Run()
    {
        var at = 0;
        foreach (var leftover in Leftovers.Find(raw, nature.IsTraditional) ?? [])
        {
            at = CleanUntil(leftover.Start, at);
            if (at >= leftover.End || (at > leftover.Start && leftover.IsGuess))
                continue;
            if (leftover.IsGuess)
                buffer.Guess(at, leftover.End, leftover.Meant[0]);
            else if (leftover.Meant.Length == 0)
                buffer.Remove(at, leftover.End, RepairKind.LeftoverRemoved);
            else
                buffer.Replace(at, leftover.End, leftover.Meant, RepairKind.LeftoverRemoved);
            at = leftover.End;
        }

        CleanUntil(raw.Length, at);
        return buffer.Finish();
    }

    private int CleanUntil(int end, int from)
    {
        var at = from;
        while (at < end && (at = buffer.CopyPlain(at, end)) < end)
            at = Visit(at);
        return at;
    }

    /// <summary>Handles the character and returns the offset to go on from.</summary>
    private int Visit(int at)
    {
        var c = raw[at];
        switch (table.KindOf(c))
        {
            case CharacterKind.TraditionalHead:
                return Phrase(at) is var end and > 0 ? end : Fold(at, RepairKind.Simplified);
            case CharacterKind.Ambiguous:
                return Ambiguous(at);
            case CharacterKind.LookAlike:
                return Fold(at, RepairKind.LookAlikeReplaced);
            case CharacterKind.Ligature:
                buffer.Replace(at, at + 1, table.LigatureOf(c), RepairKind.LookAlikeReplaced);
                return at + 1;
            case CharacterKind.Wide:
                return Fold(at, RepairKind.WidthFolded);
            case CharacterKind.Comma:
                return Comma(at);
            case CharacterKind.Bracket:
                return Bracket(at);
            case CharacterKind.Blank:
                return Blank(at);
            case CharacterKind.LineEnd:
                return LineEnd(at);
            case CharacterKind.Invisible:
                buffer.Remove(at, at + 1, RepairKind.SpaceRemoved);
                return at + 1;
            case CharacterKind.Question:
                return Question(at);
            case CharacterKind.Ampersand:
                return Entity(at) is var behind and > 0 ? behind : Keep(at, at + 1);
            case CharacterKind.Lost:
                return Lost(at);
            case CharacterKind.Plain:
            default:
                return Keep(at, at + 1);
        }
    }

    private int Keep(int at, int end)
    {
        buffer.Keep(at, end);
        return end;
    }

    /// <summary>Writes the character in its canonical form, which is no repair.</summary>
    private int Form(int at, char form)
    {
        if (raw[at] == form)
            return Keep(at, at + 1);
        buffer.Replace(at, form, kind: null);
        return at + 1;
    }

    private int Fold(int at, RepairKind kind)
    {
        buffer.Replace(at, table.TargetOf(raw[at]), kind);
        return at + 1;
    }

    private int Ambiguous(int at)
    {
        if (Phrase(at) is var end and > 0)
            return end;
        return table.TargetOf(raw[at]) == raw[at] ? Keep(at, at + 1) : Fold(at, RepairKind.Simplified);
    }

    /// <summary>Writes the longest phrase through the anchor and returns its end, or 0.</summary>
    private int Phrase(int anchor)
    {
        foreach (var phrase in table.PhrasesAt(raw[anchor], Glyphs.At(raw, anchor + 1)))
        {
            var start = anchor - phrase.Anchor;
            if (start < 0 || !raw.AsSpan(start).StartsWith(phrase.Text))
                continue;
            var end = start + phrase.Text.Length;
            // A phrase that says "stays as it is" is no repair.
            if (raw.AsSpan(anchor, end - anchor).SequenceEqual(phrase.Result))
                return Keep(anchor, end);
            buffer.Replace(anchor, end, phrase.Result, RepairKind.Simplified);
            return end;
        }

        return 0;
    }

    // &ldquo;十四五&rdquo; is “十四五”.
    private int Entity(int at)
    {
        if (Entities.LengthAt(raw, at, out var meant) is var length && length == 0)
            return 0;
        buffer.Replace(at, at + length, [meant], RepairKind.EntityDecoded);
        return at + length;
    }

    private int Comma(int at)
    {
        // 实施30类,、533个项目,,总投资: some copies put a comma in front of every mark.
        if (Glyphs.At(raw, at + 1) is '、' or '。' or '；' or '，' or ',' && (raw[at + 1] is not ',' || (raw[at] == ',' && Glyphs.IsHan(Glyphs.At(raw, at + 2)))))
        {
            buffer.Remove(at, at + 1, RepairKind.MarkRemoved);
            return at + 1;
        }

        // 实事。,一批 and 就业，,新增: one mark and its other form.
        if (Glyphs.At(raw, at - 1) is '。' or '；' or '、' || (raw[at] == ',' && Glyphs.At(raw, at - 1) == '，'))
        {
            buffer.Remove(at, at + 1, RepairKind.MarkRemoved);
            return at + 1;
        }

        if (Thousands.IsSeparator(raw, at))
        {
            buffer.Remove(at, at + 1, RepairKind.WidthFolded);
            return at + 1;
        }

        return Form(at, ',');
    }

    private int Bracket(int at)
    {
        if (InjectedPinyin.Find(raw, at) is { } found && (found.Toned || Plausible(found, raw[at - 1])))
        {
            var end = found.End;
            // Some copies say it twice: 人口(kou)(kou).
            while (end < raw.Length && raw[end] == raw[at] && InjectedPinyin.Behind(raw, end) is { } again)
                end = again.End;
            buffer.Remove(at, end, RepairKind.PinyinRemoved);
            return end;
        }

        return Form(at, '(');
    }

    /// <summary>Without a tone mark it is pinyin only behind a Traditional character of a text that has marked pinyin elsewhere, or in a text full of such syllables.</summary>
    private bool Plausible(InjectedPinyin.Syllable found, char before) =>
        found.Letters > 1 && ((table.KindOf(before) is CharacterKind.Traditional or CharacterKind.TraditionalHead && nature.HasPinyin) || nature.HasTonelessPinyin);

    private int Blank(int at)
    {
        if (!spaces.IsStray(at))
            return Form(at, ' ');
        buffer.Remove(at, at + 1, RepairKind.SpaceRemoved);
        return at + 1;
    }

    private int LineEnd(int at)
    {
        if (BrokenNumber.ResumesAt(raw, at, nature) is var resumes and > 0)
        {
            buffer.Remove(at, resumes, RepairKind.LineJoined);
            return resumes;
        }

        return Keep(at, at + 1);
    }

    private int Question(int at)
    {
        // 勇?lián)当: a character went and took the bracket of its pinyin along.
        if (InjectedPinyin.Behind(raw, at) is { Toned: true } found)
        {
            buffer.Mark(at, at + 1, RepairKind.Damage);
            buffer.Remove(at + 1, found.End, RepairKind.PinyinRemoved);
            return found.End;
        }

        // ?ldquo;市长信箱: the sign in front of the name went.
        if (Entity(at) is var named and > 0)
            return named;
        if (Glyphs.At(raw, at + 1) is not ('?' or '？') && Guess(at, at + 1))
            return at + 1;
        var (verdict, end) = LostCharacter.Judge(raw, at);
        if (verdict == LostCharacter.Verdict.Lost)
        {
            buffer.Mark(at, end, RepairKind.Damage);
            return end;
        }

        return verdict == LostCharacter.Verdict.QuestionMark ? Form(at, '？') : Keep(at, at + 1);
    }

    // A decoder may leave several signs of one character, and the sign that stands for the rest of it: 目��16条, 目�?16条.
    private int Lost(int at)
    {
        var end = at + 1;
        while (end - at < LongestLoss && Glyphs.At(raw, end) == '\uFFFD')
            end++;
        if (Glyphs.At(raw, end) == '?')
            end++;
        if (raw[at] == '\uFFFD' && Guess(at, end))
            return end;
        buffer.Mark(at, at + 1, RepairKind.Damage);
        return at + 1;
    }

    private bool Guess(int at, int end)
    {
        var meant = LostWords.Guess(buffer.Tail, raw.AsSpan(end));
        if (meant == '\0')
            return false;
        buffer.Guess(at, end, meant);
        return true;
    }
}
