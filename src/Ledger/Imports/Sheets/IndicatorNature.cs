using Luoshi.Ledger.Indicators;

namespace Luoshi.Ledger.Imports.Sheets;

/// <summary>What is counted and how, in the words of one cell: 数量、当期、越低越好、过程指标. An empty cell leaves it to the unit and the target.</summary>
internal readonly record struct IndicatorNature(IndicatorKind Kind, Counting Counting, Direction Direction, bool CountsAsPromised)
{
    private const string InPeriod = "当期";
    private const string Lower = "越低越好";
    private const string Process = "过程指标";

    private static readonly (string Word, IndicatorKind Kind)[] Kinds =
    [
        ("数量", IndicatorKind.Quantity), ("比率", IndicatorKind.Rate), ("资金", IndicatorKind.Money), ("节点", IndicatorKind.Milestone), ("政策", IndicatorKind.Policy), ("不设目标", IndicatorKind.Open),
    ];

    private static readonly (string Word, Stage Stage)[] Stages =
    [
        ("立项", Stage.Approved), ("开工", Stage.Started), ("完工", Stage.Completed), ("投用", Stage.InUse), ("受益", Stage.Delivered),
    ];

    public override string ToString()
    {
        var kind = Kind;
        string?[] words = [Kinds.First(k => k.Kind == kind).Word, Counting == Counting.InPeriod ? InPeriod : null, Direction == Direction.LowerIsBetter ? Lower : null, CountsAsPromised ? null : Process];
        return string.Join('、', words.OfType<string>());
    }

    /// <returns>False for a word that means nothing here.</returns>
    public static bool TryParse(string text, out IndicatorNature nature)
    {
        nature = new IndicatorNature(IndicatorKind.Quantity, Counting.Cumulative, Direction.HigherIsBetter, CountsAsPromised: true);
        foreach (var word in text.Split(['、', '，', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Kinds.FirstOrDefault(k => k.Word == word) is { Word: not null } kind)
                nature = nature with { Kind = kind.Kind };
            else if (word == InPeriod)
                nature = nature with { Counting = Counting.InPeriod };
            else if (word == Lower)
                nature = nature with { Direction = Direction.LowerIsBetter };
            else if (word == Process)
                nature = nature with { CountsAsPromised = false };
            else if (word != "累计")
                return false;
        }

        return true;
    }

    /// <summary>The verb, with the stage in brackets where the verb alone would be read as another one.</summary>
    public static string PrintStage(Stage stage, string? verb)
    {
        if (stage == Stage.None && verb is null)
            return "";
        if (verb is not null && TargetReader.StageOf(verb) == stage)
            return verb;
        return $"{verb}（{(stage == Stage.None ? "无" : Stages.First(s => s.Stage == stage).Word)}）";
    }

    public static (Stage Stage, string? Verb) ParseStage(string text)
    {
        var open = text.IndexOf('（', StringComparison.Ordinal);
        if (open < 0 || !text.EndsWith('）'))
            return text.Length == 0 ? (Stage.None, null) : (TargetReader.StageOf(text), text);
        var (verb, word) = (text[..open], text[(open + 1)..^1]);
        return (Stages.FirstOrDefault(s => s.Word == word).Stage, verb.Length == 0 ? null : verb);
    }
}
