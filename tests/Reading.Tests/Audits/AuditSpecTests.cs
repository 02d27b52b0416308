using System.Globalization;
using System.Text;
using Luoshi.Reading.Audits;

namespace Luoshi.Reading.Tests.Audits;

/// <summary>A wanted finding of a case: which figure is judged, how, and a piece of its working.</summary>
internal sealed record WantedFinding(string Relation, string Figure, decimal? Plan, decimal? Percent, string Verdict, string Says);

/// <summary>Runs the cases of Specs/audit-*.md, which an official can read and extend.</summary>
public class AuditSpecTests
{
    private static readonly List<(string File, string Title, string Text, List<WantedFinding> Wanted)> All =
        [.. Directory.EnumerateFiles(RepositoryFolder.Path("tests", "Reading.Tests", "Specs"), "audit-*.md").Order(StringComparer.Ordinal).SelectMany(Load)];

    public static TheoryData<string, string> Cases => [.. All.Select(spec => (spec.File, spec.Title))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_is_audited_as_its_table_says(string file, string title)
    {
        var spec = All.Single(spec => spec.File == file && spec.Title == title);
        var reading = LuoshiReader.Read(Encoding.UTF8.GetBytes(spec.Text), file + ".txt").Value;
        var findings = Auditor.Audit(reading).ToList();
        var mistakes = new List<string>();
        foreach (var wanted in spec.Wanted)
        {
            var found = findings.Find(finding => Name(finding.Relation) == wanted.Relation && PrintedOf(reading, finding) == wanted.Figure && !finding.Optional);
            if (found is not null)
                findings.Remove(found);
            mistakes.AddRange(Differences(wanted, found));
        }

        mistakes.AddRange(findings.Where(finding => finding.Verdict == Verdict.Inconsistent).Select(finding => $"called wrong: {finding.Chinese}"));
        mistakes.ShouldBeEmpty(string.Join('\n', Auditor.Audit(reading).Select(finding => $"{finding.Relation} {PrintedOf(reading, finding)} {finding.Verdict} {finding.Chinese}")));
    }

    private static IEnumerable<string> Differences(WantedFinding wanted, Finding? found)
    {
        if (wanted.Verdict == "none")
        {
            if (found is not null)
                yield return $"invented {wanted.Relation} {wanted.Figure}: {found.Chinese}";
            yield break;
        }

        if (found is null)
        {
            yield return $"missed {wanted.Relation} {wanted.Figure}";
            yield break;
        }

        if (Name(found.Verdict) != wanted.Verdict)
            yield return $"{wanted.Figure}: {Name(found.Verdict)} for {wanted.Verdict}";
        if (wanted.Plan is { } plan && found.Plan != plan)
            yield return $"{wanted.Figure}: plan {found.Plan} for {plan}";
        if (wanted.Percent is { } percent && found.Percent != percent)
            yield return $"{wanted.Figure}: percent {found.Percent} for {percent}";
        if (!found.Chinese.Contains(wanted.Says, StringComparison.Ordinal))
            yield return $"{wanted.Figure}: does not say {wanted.Says}: {found.Chinese}";
        if (found.English.Length == 0 || found.Claims.Count == 0)
            yield return $"{wanted.Figure}: no English working or no figures";
    }

    private static string PrintedOf(ReadingResult reading, Finding finding) => reading.Claims[finding.Subject].Raw.Of(reading.Document.Text);

    /// <summary>NoPercent is no_percent.</summary>
    private static string Name<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static IEnumerable<(string File, string Title, string Text, List<WantedFinding> Wanted)> Load(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        foreach (var part in File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n## ").Skip(1))
        {
            var pieces = part.Split("\n```");
            var rows = pieces[2].Split('\n').Where(line => line.StartsWith('|')).Skip(2).Select(Row).ToList();
            yield return (name, pieces[0].Trim(), pieces[1]["text\n".Length..], rows);
        }
    }

    private static WantedFinding Row(string line)
    {
        var cells = line.Trim()[1..^1].Split('|').Select(cell => cell.Trim()).ToArray();
        return new WantedFinding(cells[0], cells[1], Number(cells[2]), Number(cells[3]), cells[4], cells[5]);
    }

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
