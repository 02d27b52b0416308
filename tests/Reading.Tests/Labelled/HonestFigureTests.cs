using Luoshi.Reading.Audits;
using Luoshi.Reading.Exports;

namespace Luoshi.Reading.Tests.Labelled;

/// <summary>A publisher is accused only where a person who recomputed the figure found it wrong.</summary>
public sealed class HonestFigureTests
{
    [Fact]
    public void No_honest_figure_is_called_inconsistent()
    {
        // All documents in one call: a plan must not be taken from a document of another place or year.
        var folders = Folders().Where(folder => Directory.Exists(folder.Labels)).ToList();
        var names = folders.SelectMany(folder => Directory.EnumerateFiles(folder.Labels, "*.gold.jsonl")
            .Select(path => (folder.Labels, folder.Documents, Name: Path.GetFileName(path)[..^".gold.jsonl".Length]))).ToList();
        var readings = names.ConvertAll(name => LuoshiReader.Read(File.ReadAllBytes(Path.Combine(name.Documents, name.Name + ".txt")), name.Name + ".txt").Value);

        var findings = LuoshiReader.Audit(readings);

        var accused = names.SelectMany((name, i) => Accused(readings[i], findings[i], Path.Combine(name.Labels, name.Name + ".rows.jsonl"))
            .Select(finding => $"{name.Name}: {finding.English}"));
        accused.ShouldBeEmpty();
    }

    private static IEnumerable<Finding> Accused(ReadingResult reading, IReadOnlyList<Finding> findings, string labels)
    {
        IReadOnlyList<LabelledRow> rows = File.Exists(labels) ? LabelFile.Load<LabelledRow>(labels) : [];
        return findings.Where(finding => finding.Verdict == Verdict.Inconsistent && !rows.Any(row =>
            row.Verdict == Verdict.Inconsistent.Word()
            && row.Line == reading.Document.LineOf(reading.Claims[finding.Subject].Raw.Start)
            && row.Actual == finding.Actual));
    }

    private static IEnumerable<(string Labels, string Documents)> Folders()
    {
        var own = RepositoryFolder.Path("tests", "Reading.Tests", "Labelled");
        var gold = RepositoryFolder.Path("..", "shared", "gold");
        yield return (Path.Combine(own, "dev"), Path.Combine(own, "dev"));
        yield return (Path.Combine(own, "heldout"), Path.Combine(own, "heldout"));
        yield return (gold, RepositoryFolder.Path("..", "shared", "seeds"));
        yield return (Path.Combine(gold, "more"), Path.Combine(gold, "more"));
    }
}
