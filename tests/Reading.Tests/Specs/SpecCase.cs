using System.Globalization;
using Luoshi.Reading.Tests.Labelled;

namespace Luoshi.Reading.Tests.Specs;

/// <summary>One case of a spec file: a text and the figures wanted from it, in order. README.md says how it is written.</summary>
internal sealed record SpecCase(string File, string Title, string Text, IReadOnlyList<LabelledFigure> Figures)
{
    private const string OptionalMark = "(optional)";
    private const string NoPeriod = "—";
    private const int Columns = 8;

    /// <summary>The files about figures; those of the audit have columns of their own.</summary>
    public static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(RepositoryFolder.Path("tests", "Reading.Tests", "Specs"), "*.md")
            .Where(path => Path.GetFileName(path) != "README.md" && !Path.GetFileName(path).StartsWith("audit-", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static IReadOnlyList<SpecCase> Load(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var cases = new List<SpecCase>();
        foreach (var part in System.IO.File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n## ").Skip(1))
            cases.Add(Parse(name, part));
        return cases;
    }

    private static SpecCase Parse(string file, string part)
    {
        var pieces = part.Split("\n```");
        var title = pieces[0].Trim();
        if (pieces.Length != 3 || !pieces[1].StartsWith("text\n", StringComparison.Ordinal))
            throw new FormatException($"{file}, {title}: a case needs exactly one block that starts with ```text.");
        // Two lines of header; what stands behind the table is not ours to guess.
        var rows = pieces[2].Split('\n').Where(line => line.StartsWith('|')).Skip(2).Select(line => Row(file, title, line)).ToList();
        if (rows.Count == 0 && !pieces[2].Contains("No figures.", StringComparison.Ordinal))
            throw new FormatException($"{file}, {title}: a table of figures or the line 'No figures.' is wanted.");
        return new SpecCase(file, title, pieces[1]["text\n".Length..], rows);
    }

    private static LabelledFigure Row(string file, string title, string line)
    {
        var cells = line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray();
        if (cells.Length != Columns)
            throw new FormatException($"{file}, {title}: {cells.Length} cells instead of {Columns} in {line}");
        var range = cells[1].Split('–');
        return new LabelledFigure
        {
            Line = 0,
            Text = cells[0].Replace(OptionalMark, "", StringComparison.Ordinal).Trim(),
            Optional = cells[0].EndsWith(OptionalMark, StringComparison.Ordinal),
            Value = decimal.Parse(range[0], CultureInfo.InvariantCulture),
            Max = range.Length > 1 ? decimal.Parse(range[1], CultureInfo.InvariantCulture) : null,
            Unit = cells[2],
            Bound = cells[3],
            Stance = cells[4],
            Measure = cells[5],
            Indicator = cells[6],
            Period = cells[7] switch { "" => null, NoPeriod => "", var period => period },
        };
    }
}
