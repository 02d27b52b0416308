using System.Text.Json;
using Luoshi.Kernel.Quantities;
using Luoshi.Kernel.Text;
using Luoshi.Kernel.Time;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Cleaning;
using Luoshi.Reading.Documents;
using Luoshi.Reading.Outlines;

namespace Luoshi.Reading.Tests.Audits;

/// <summary>
/// A reading made from hand labels instead of the reader, so that the audit is judged by itself: one block a line,
/// promises where a numbered line of the outer kind holds planned figures, items below them.
/// </summary>
internal static class GoldReading
{
    public static string Folder { get; } = Find();

    public static bool IsThere => Directory.Exists(Folder);

    public static ReadingResult Of(string name)
    {
        var raw = File.ReadAllText(Path.Combine(Folder, TextOf(name)));
        var clean = Cleaner.Clean(raw);
        var lines = clean.Text.Split('\n');
        var labels = File.ReadLines(Path.Combine(Folder, name + ".gold.jsonl")).Where(line => line.Length > 0)
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        return new HandReading(new SourceDocument(name, DocumentFormat.Text, "utf-8", raw, []), clean, lines).Build(labels);
    }

    private static string TextOf(string name) =>
        File.Exists(Path.Combine(Folder, name + ".txt")) ? name + ".txt" : Path.Combine("..", "seeds", name + ".txt");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var gold = Path.Combine(folder.FullName, "..", "shared", "gold");
            if (File.Exists(Path.Combine(folder.FullName, "Luoshi.slnx")))
                return gold;
        }

        return "no-shared-folder";
    }
}

/// <summary>Puts labels onto the lines of a cleaned text.</summary>
internal sealed class HandReading(SourceDocument document, CleanText clean, string[] lines)
{
    private readonly List<Block> blocks = [];
    private readonly List<Claim> claims = [];
    private int[] starts = [];

    public ReadingResult Build(IReadOnlyList<JsonElement> labels)
    {
        starts = new int[lines.Length];
        for (var i = 1; i < lines.Length; i++)
            starts[i] = starts[i - 1] + lines[i - 1].Length + 1;
        var plannedOnly = labels.GroupBy(label => label.GetProperty("line").GetInt32())
            .ToDictionary(group => group.Key, group => group.All(label => label.GetProperty("stance").GetString() == "planned"));
        MakeBlocks(plannedOnly);
        var searched = new Dictionary<(int, string), int>();
        foreach (var label in labels)
            Add(label, searched);
        claims.Sort((a, b) => a.Clean.Start.CompareTo(b.Clean.Start));
        var outline = new Outline { Title = default, Sections = [new Section(SectionKind.Review, 0, null, default, -1, null)], Blocks = blocks, Tables = [] };
        return new ReadingResult(document, clean, outline, claims);
    }

    private void MakeBlocks(Dictionary<int, bool> plannedOnly)
    {
        var promise = -1;
        for (var i = 0; i < lines.Length; i++)
        {
            var text = lines[i];
            var outer = text.StartsWith('第') || (text.Length > 2 && "一二三四五六七八九十".Contains(text[0], StringComparison.Ordinal) && text.AsSpan(0, 3).Contains('、'));
            var point = text.IndexOfAny(['.', '．']);
            var item = point is > 0 and < 3 && char.IsAsciiDigit(text[0]) ? text[..point] : null;
            var isPromise = outer && (!plannedOnly.TryGetValue(i + 1, out var planned) || planned);
            if (isPromise)
                promise = blocks.Count;
            var span = new SourceSpan(starts[i], starts[i] + text.Length);
            blocks.Add(new Block(isPromise ? BlockKind.Promise : BlockKind.Paragraph, span, 0, item, item is null ? span.Start : span.Start + point + 1, isPromise || item is null ? -1 : promise));
        }
    }

    private void Add(JsonElement label, Dictionary<(int, string), int> searched)
    {
        var line = label.GetProperty("line").GetInt32();
        var text = Cleaner.Clean(label.GetProperty("text").GetString() ?? "").Text;
        var from = searched.GetValueOrDefault((line, text));
        var at = lines[line - 1].IndexOf(text, from, StringComparison.Ordinal);
        while (at > 0 && (char.IsAsciiDigit(lines[line - 1][at - 1]) || lines[line - 1][at - 1] == '.'))
            at = lines[line - 1].IndexOf(text, at + 1, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"{line}: {text}");
        searched[(line, text)] = at + text.Length;
        var span = new SourceSpan(starts[line - 1] + at, starts[line - 1] + at + text.Length);
        BoundSigns.TryParse(label.GetProperty("bound").GetString(), out var bound).ShouldBeTrue();
        claims.Add(new Claim
        {
            Clean = span,
            Raw = clean.ToRaw(span),
            Value = label.GetProperty("value").GetDecimal(),
            Max = label.TryGetProperty("max", out var max) ? max.GetDecimal() : null,
            Step = StepOf(text),
            Unit = label.GetProperty("unit").GetString() ?? "",
            Bound = bound,
            Stance = label.GetProperty("stance").GetString() == "done" ? Stance.Done : Stance.Planned,
            Measure = MeasureOf(label.GetProperty("measure").GetString()),
            Indicator = label.GetProperty("indicator").GetString() ?? "",
            Period = label.TryGetProperty("period", out var period) ? Period.Parse(period.GetString()) : null,
            Optional = label.TryGetProperty("optional", out var optional) && optional.GetBoolean(),
            Block = line - 1,
            Sentence = new SourceSpan(starts[line - 1], starts[line - 1] + lines[line - 1].Length),
        });
    }

    private static Measure MeasureOf(string? name) => name switch
    {
        "rate" => Measure.Rate,
        "change" => Measure.Change,
        "of_plan" => Measure.OfPlan,
        "share" => Measure.Share,
        "multiple" => Measure.Multiple,
        _ => Measure.Amount,
    };

    private static decimal StepOf(string text)
    {
        var scale = text.Contains('亿') ? 100_000_000m : text.Contains('万') ? 10_000m : 1m;
        var point = text.IndexOf('.');
        if (point < 0)
            return scale > 1 || text.Contains('%') ? scale : 0;
        for (var i = point + 1; i < text.Length && char.IsAsciiDigit(text[i]); i++)
            scale /= 10;
        return scale;
    }
}
