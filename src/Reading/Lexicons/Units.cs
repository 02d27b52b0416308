namespace Luoshi.Reading.Lexicons;

/// <summary>What a unit measures, as far as reading needs to know.</summary>
internal enum UnitKind
{
    None,
    Count,
    Person,
    Money,
    Area,
    Length,
    Volume,
    Mass,
    Power,
    Time,
    Data,
    Degree,
    Percent,
    Permille,
    Points,
    Multiple,
}

/// <param name="Name">The canonical form a reading carries.</param>
internal sealed record Unit(string Name, UnitKind Kind)
{
    public bool IsRatio => Kind is UnitKind.Percent or UnitKind.Permille or UnitKind.Points or UnitKind.Multiple;

    /// <summary>True for units that count things one by one, so that a whole number of them is exact.</summary>
    public bool Counts => Kind is UnitKind.Count or UnitKind.Person;

    public static Unit Empty { get; } = new("", UnitKind.None);

    public static Unit Day { get; } = new("日", UnitKind.Time);

    public static Unit Percent { get; } = new("%", UnitKind.Percent);

    public static Unit Times { get; } = new("倍", UnitKind.Multiple);
}

/// <summary>The open grammar of units: <c>data/reading/lexicons/units.txt</c> and compounds made of its words (元/月, 吨/日, 套(户)).</summary>
internal sealed class Units
{
    private readonly WordMap<Unit> words;

    // Compounds seen so far; the same few occur all over a document.
    private readonly Dictionary<string, Unit> compounds = new(StringComparer.Ordinal);

    private Units(WordMap<Unit> words) => this.words = words;

    public static Units Shared { get; } = Parse(WordFile.Load("units"));

    /// <summary>Reads a unit at the start of <paramref name="text"/>; 0 when there is none.</summary>
    public int AtStart(ReadOnlySpan<char> text, out Unit unit)
    {
        var length = words.AtStart(text, out var found);
        unit = found ?? Unit.Empty;
        if (length == 0)
            return 0;
        var other = OtherName(text[length..]);
        if (other > 0)
        {
            unit = Named(string.Concat(unit.Name, "(", text.Slice(length + 1, other - 2), ")"), unit.Kind);
            return length + other;
        }

        var second = SecondPart(text[length..]);
        if (second == 0)
            return length;
        unit = Compound(unit, text.Slice(length, second));
        return length + second;
    }

    public Unit? Find(ReadOnlySpan<char> word) =>
        words.AtStart(word, out var unit) == word.Length ? unit : null;

    /// <summary>5800平, 350亿方以上, 40立: a unit cut short, which words that begin like it would hide (6方面), where nothing goes on behind it.</summary>
    public int Spoken(ReadOnlySpan<char> text, out Unit unit)
    {
        unit = Unit.Empty;
        if (text.IsEmpty || text[0] is not ('方' or '平' or '立'))
            return 0;
        var length = text.Length > 1 && text[1] == '方' && text[0] != '方' ? 2 : 1;
        var rest = text[length..];
        if (!rest.IsEmpty && !Marks.IsClauseMark(rest[0]) && !Marks.Closes(rest[0]) && rest[0] is not ('。' or '、') && !rest.StartsWith("以上", StringComparison.Ordinal) && !rest.StartsWith("左右", StringComparison.Ordinal) && !rest.StartsWith("以内", StringComparison.Ordinal))
            return 0;
        unit = length == 2 ? Find(text[0] == '平' ? "平方米" : "立方米") ?? unit : Named(text[..1].ToString(), text[0] == '平' ? UnitKind.Area : UnitKind.Volume);
        return length;
    }

    // "/月", "/平方米", "/人·年": what comes behind must itself be a unit or a stretch of time.
    private int SecondPart(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || text[0] is not ('/' or '／'))
            return 0;
        // 8.4批次/千人
        var many = text.Length > 2 && text[1] is '百' or '千' or '万' ? 1 : 0;
        var length = words.AtStart(text[(1 + many)..], out _);
        if (length > 0)
            length += many;
        else if (IsSpan(text[1]))
            length = 1;
        return length == 0 ? 0 : 1 + length + ThirdPart(text[(1 + length)..]);
    }

    // 元/人·月, 元/人年, 元/户/月; 月底 and 年初 begin words of their own.
    private static int ThirdPart(ReadOnlySpan<char> text)
    {
        var at = text.Length > 1 && text[0] is '·' or '•' or '/' or '／' or '.' ? 1 : 0;
        if (text.Length <= at || text[at] is not ('年' or '月' or '日' or '天' or '次'))
            return 0;
        return text.Length > at + 1 && text[at + 1] is '底' or '初' or '末' or '份' or '度' or '前' ? 0 : at + 1;
    }

    private static bool IsSpan(char c) => c is '年' or '月' or '日' or '天' or '时' or '周';

    // 套(户), 支(个): two words for one count.
    private int OtherName(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] is not ('(' or '（'))
            return 0;
        var length = words.AtStart(text[1..], out var unit);
        return unit is { Counts: true } && 1 + length < text.Length && text[1 + length] is ')' or '）' ? length + 2 : 0;
    }

    private Unit Compound(Unit first, ReadOnlySpan<char> second) => Named(string.Concat(first.Name, "/", second[1..]), first.Kind);

    private Unit Named(string name, UnitKind kind)
    {
        lock (compounds)
        {
            if (!compounds.TryGetValue(name, out var unit))
                compounds[name] = unit = words.AtStart(name, out var known) == name.Length && known is not null ? known : new Unit(name, kind);
            return unit;
        }
    }

    private static Units Parse(Dictionary<string, List<string>> lists)
    {
        var entries = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var (kindName, spellings) in lists)
        {
            var kind = Enum.Parse<UnitKind>(kindName, ignoreCase: true);
            foreach (var spelling in spellings)
            {
                var names = spelling.Split('=');
                var unit = kind switch
                {
                    UnitKind.Percent => Unit.Percent,
                    UnitKind.Multiple => Unit.Times,
                    _ => new Unit(names[0], kind),
                };
                foreach (var name in names)
                    entries[name] = unit;
            }
        }

        return new Units(new WordMap<Unit>(entries));
    }
}
