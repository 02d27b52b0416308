using Luoshi.Kernel.Text;
using Luoshi.Reading;
using Luoshi.Reading.Audits;
using Luoshi.Reading.Claims;
using Luoshi.Reading.Cleaning;

namespace Luoshi.Ledger.Documents.Read;

/// <summary>A document on the table: its facts, the machine's reading, and the reading in force after people's corrections.</summary>
internal sealed class OpenDocument
{
    private readonly int[]?[] findingsOf;

    public OpenDocument(StoredDocument facts, ReadingResult machine, ReadingResult current, IReadOnlyList<Finding> findings, CorrectionBook corrections)
    {
        Facts = facts;
        Machine = machine;
        Current = current;
        Findings = findings;
        Corrections = corrections;
        Text = new TextWindow(current);
        findingsOf = Index(current.Claims.Count, findings);
    }

    public StoredDocument Facts { get; }

    public ReadingResult Machine { get; }

    public ReadingResult Current { get; }

    public IReadOnlyList<Claim> Claims => Current.Claims;

    public IReadOnlyList<Finding> Findings { get; }

    public CorrectionBook Corrections { get; }

    public TextWindow Text { get; }

    public string Title => Facts.Title.Length > 0 ? Facts.Title : Facts.Name;

    /// <summary>The same document before any person said otherwise.</summary>
    public OpenDocument AsMachineRead() =>
        Corrections.InForce == 0 ? this : new(Facts, Machine, Machine, DocumentEngine.Audit(Machine), new CorrectionBook([]));

    /// <summary>Checks a figure takes part in, by index in <see cref="Findings"/>.</summary>
    public ReadOnlySpan<int> FindingsOf(int claim) => findingsOf[claim];

    /// <summary>What the audit says of this very figure: of the result, or of the percentage printed beside it.</summary>
    public Verdict? VerdictOf(int claim)
    {
        Verdict? worst = null;
        foreach (var index in FindingsOf(claim))
        {
            var finding = Findings[index];
            if (IsJudged(finding, claim) && (worst is null || Severity(finding.Verdict) < Severity(worst.Value)))
                worst = finding.Verdict;
        }

        return worst;
    }

    /// <summary>Conflicts first, then what needs a look, then what is in order.</summary>
    public static int Severity(Verdict verdict) => verdict switch
    {
        Verdict.Inconsistent => 0,
        Verdict.Truncated => 1,
        Verdict.CannotTell => 2,
        Verdict.Implied => 3,
        Verdict.NoPercent => 4,
        Verdict.Consistent => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, message: null),
    };

    /// <summary>The printed figure, as it stands in the document.</summary>
    public string Printed(int claim) => Claims[claim].Raw.Of(Current.Document.Text);

    public SourceSpan RawOf(SourceSpan clean) => Current.Clean.ToRaw(clean);

    /// <summary>
    /// The words of a clean span for people: as printed, unless they were damaged (Traditional script, pinyin, broken lines),
    /// since the cleaned text also lost its full-width punctuation.
    /// </summary>
    public string Readable(SourceSpan clean) => Readable(Current, clean);

    public static string Readable(ReadingResult reading, SourceSpan clean)
    {
        if (clean.IsEmpty)
            return "";
        var raw = reading.Clean.ToRaw(clean);
        var repaired = reading.Clean.Repairs.Any(repair => repair.Raw.Overlaps(raw) && repair.Kind is not (RepairKind.WidthFolded or RepairKind.Damage));
        return repaired ? clean.Of(reading.Clean.Text) : raw.Of(reading.Document.Text);
    }

    /// <summary>The heading a section goes by, without its number; empty for text before the first heading.</summary>
    public string SectionName(int section)
    {
        if (section < 0 || section >= Current.Outline.Sections.Count)
            return "";
        var found = Current.Outline.Sections[section];
        var heading = found.Heading.IsEmpty ? "" : Readable(found.Heading).ReplaceLineEndings(" ").Trim();
        return found.Number is { } number ? $"{number} {heading}".Trim() : heading;
    }

    public int SectionOf(int claim)
    {
        var block = Claims[claim].Block;
        return block >= 0 && block < Current.Outline.Blocks.Count ? Current.Outline.Blocks[block].Section : -1;
    }

    private bool IsJudged(Finding finding, int claim)
    {
        if (finding.Subject == claim || finding.PercentClaim == claim)
            return true;
        // In a conflict every number of the sentence is suspect, the promise it is set against is not.
        return finding.Verdict == Verdict.Inconsistent && finding.PlanClaim != claim && Claims[claim].Block == Claims[finding.Subject].Block;
    }

    private static int[]?[] Index(int claims, IReadOnlyList<Finding> findings)
    {
        var lists = new List<int>?[claims];
        for (var i = 0; i < findings.Count; i++)
        {
            foreach (var claim in findings[i].Claims.Append(findings[i].Subject).Distinct())
                (lists[claim] ??= []).Add(i);
        }

        return Array.ConvertAll(lists, list => list?.ToArray());
    }
}
